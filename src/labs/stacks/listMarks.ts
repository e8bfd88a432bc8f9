import { column } from '#kit/layout.ts';
import type { Mark, Tone } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Fate } from '#sim/stacks/fate.ts';
import type { Layout } from './layout.ts';
import { fatesIn, lastHop, type State } from './model.ts';
import { capital, insideOf, levelOf, shortName } from './names.ts';
import { numbered } from './wayMarks.ts';
import { fateWords, kindWords, marks as say } from './words.ts';

/** The last crossings, each with its kind and who was entered, and a second guest’s fate. */
export function listMarks(state: State, layout: Layout): readonly Mark[] {
  const crossings = numbered(state);
  const head = state.trace.refused
    ? say.refused
    : crossings.length === 0
      ? both(`${say.crossings.en}: ${say.none.en}`, `${say.crossings['zh-CN']}：${say.none['zh-CN']}`)
      : crossings.length > layout.listRows
        ? say.lastCrossings(layout.listRows, crossings.length)
        : say.crossings;
  return [
    { kind: 'label', key: 'crossings', place: layout.listTitle, text: head, size: 's', align: 'start' },
    ...rowMarks(state, layout),
    neighbourMark(state, layout),
  ];
}

function rowMarks(state: State, { list, listRows, badge }: Layout): readonly Mark[] {
  const shown = numbered(state).slice(-listRows);
  return column(listRows, list, 4).flatMap((row, i): readonly Mark[] => {
    const entry = shown[i];
    const layer = state.trace.layers.find(({ id }) => id === entry?.hop.to);
    if (!entry || !layer) return [];
    const [kind, name, level] = [kindWords[entry.hop.kind], shortName(layer), levelOf(state.trace, layer)];
    const prefix = level ? `${level} ` : '';
    const y = row.y + row.h / 2;
    const isNow = entry.hop === lastHop(state);
    return [
      {
        kind: 'box',
        key: `number-${entry.number}`,
        place: { x: row.x, y: y - badge.h / 2, ...badge },
        tone: 'cross',
        size: 's',
        pill: true,
        text: String(entry.number),
        ...(isNow && { now: true }),
      },
      {
        kind: 'label',
        key: `entered-${entry.number}`,
        place: { x: row.x + badge.w + 8, y },
        size: 's',
        align: 'start',
        text: both(`${kind.en} → ${prefix}${name.en}`, `${kind['zh-CN']} → ${prefix}${name['zh-CN']}`),
      },
    ];
  });
}

const fateTones: Readonly<Record<Fate, Tone>> = { lives: 'guestUser', stalls: 'plain', dies: 'bad' };

function neighbourMark(state: State, { neighbour, sheet }: Layout): Mark {
  const fate = fatesIn(state)?.neighbour ?? 'lives';
  const words =
    fate === 'stalls' && sheet === 'wide'
      ? both('runs, but its devices hang', '还在运行，但设备不应答')
      : fateWords[fate];
  return {
    kind: 'box',
    key: 'neighbour',
    place: neighbour,
    size: 's',
    tone: fateTones[fate],
    text: capital(insideOf(state.trace).second),
    sub: words,
    ...(fate !== 'lives' && { ghost: true }),
  };
}
