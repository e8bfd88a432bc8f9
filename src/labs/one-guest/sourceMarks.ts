import { column } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { lineNow, linesAround, type Shown } from './place.ts';
import { labels } from './words.ts';

/** A line without its comment where it is too long, and cut where it still is. */
function fitted({ number, text }: Shown, letters: number): string {
  const whole = `${String(number).padStart(3)} ${text.trimEnd()}`;
  const short = whole.length > letters ? whole.replace(/\s*;.*$/, '') : whole;
  const cut = short.length > letters ? `${short.slice(0, letters - 1)}…` : short;
  // Spaces side by side would become one.
  return cut.replaceAll('  ', '\u00a0 ');
}

/** The guest's source around the instruction of the last step. */
export function sourceMarks(state: State, { source, lines, letters }: Layout): readonly Mark[] {
  const shown = linesAround(state, lines);
  const places = column(lines, source, 0);
  const now = lineNow(state);
  const level = state.last?.level === 3 ? 'guestUser' : 'guestKernel';
  const marks: Mark[] = [{ kind: 'box', key: 'source', place: source }];
  for (const [i, place] of places.entries()) {
    const line = shown[i];
    if (!line) continue;
    if (line.isNow) marks.push({ kind: 'box', key: 'line', place, tone: level, now: true });
    marks.push({
      kind: 'label',
      key: `line-${line.number}`,
      place: { x: place.x + 6, y: place.y + place.h / 2 },
      align: 'start',
      size: 's',
      mono: true,
      text: fitted(line, letters),
      ...(line.isNow && {
        about: both(`line ${line.number}: ${line.text.trim()}`, `第 ${line.number} 行：${line.text.trim()}`),
      }),
    });
  }
  if (now?.prelude !== false)
    marks.push({
      kind: 'label',
      key: 'where',
      place: { x: source.x + source.w - 8, y: source.y + 14 },
      align: 'end',
      size: 's',
      text: now ? labels.prelude : labels.nothing,
    });
  return marks;
}
