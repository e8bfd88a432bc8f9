import type { Mark } from '#kit/mark.ts';
import { both, say } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import { type RowName, rowNames, type Values } from './registers.ts';
import { registersIn, type State } from './state.ts';
import { labels, rowAbouts, rowLabels, valueText } from './words.ts';

/** What the guest believes beside what is so: the same registers, twice. */
export function tableMarks(state: State, { table }: Layout): readonly Mark[] {
  const now = registersIn(state);
  const [head, ...rows] = table;
  const marks: Mark[] = [];
  if (head) {
    const heading = (key: string, i: 1 | 2, text: Mark['text']): Mark => ({
      kind: 'label',
      key,
      place: { x: head[i].x + head[i].w / 2, y: head[i].y + head[i].h / 2 },
      size: 's',
      ...(text !== undefined && { text }),
    });
    marks.push(heading('believes', 1, now.virtual ? labels.believes : labels.nobody));
    marks.push(heading('really', 2, labels.really));
  }
  for (const [i, row] of rowNames.entries()) {
    const places = rows[i];
    if (!places) continue;
    const [name, believed, real] = places;
    marks.push({
      kind: 'label',
      key: `name-${row}`,
      place: { x: name.x + 2, y: name.y + name.h / 2 },
      align: 'start',
      size: 's',
      text: rowLabels[row],
    });
    if (now.virtual) marks.push(cell('virtual', row, now.virtual, state.before.virtual, believed));
    marks.push(cell('real', row, now.real, state.before.real, real));
  }
  return marks;
}

/** The clock goes on at every step: that is no change worth showing. */
const hasChanged = (row: RowName, now: Values, before: Values | undefined): boolean =>
  before !== undefined && now[row] !== before[row] && (row !== 'timer' || !now.timer.startsWith('in '));

function cell(
  side: 'virtual' | 'real',
  row: RowName,
  now: Values,
  before: Values | undefined,
  place: Layout['verdict'],
): Mark {
  const about = rowAbouts[row];
  const text = valueText(row, now[row]);
  return {
    kind: 'box',
    key: `${side}-${row}`,
    place,
    tone: hasChanged(row, now, before) ? 'data' : side === 'virtual' ? 'guestKernel' : 'hw',
    size: 's',
    text,
    mono: typeof text === 'string',
    about: both(
      `${side === 'virtual' ? 'Virtual' : 'Real'} ${say(rowLabels[row], 'en')}, ${about.en}`,
      `${side === 'virtual' ? '虚拟' : '真实'} ${say(rowLabels[row], 'zh-CN')}：${about['zh-CN']}`,
    ),
  };
}
