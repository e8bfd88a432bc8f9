import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { type Published, published } from './published.ts';
import { placeOn, marks as say } from './words.ts';

/** The scale of ratios runs from 1/8 to 16, by doubling. */
const OCTAVES = [-3, 4] as const;
const ticks = [-3, -1, 0, 1, 3] as const;
const tickWord = (octave: number): string => (octave < 0 ? `1/${2 ** -octave}` : String(2 ** octave));

/**
 * Apart from the chart: the time of shadow paging over that of nested paging, at
 * each point of this chart, and as others published it.
 */
export function stripMarks(state: State, layout: Layout): readonly Mark[] {
  const { title, heading, rows } = layout.strip;
  const label = (key: string, place: typeof title, words: Mark['text'] & object): Mark => ({
    kind: 'label',
    key: `strip-${key}`,
    place,
    align: 'start',
    size: 's',
    text: words,
  });
  return [
    label('title', title, say.ratio),
    ...scaleMarks(layout),
    label('mine', rows[0]?.name ?? title, say.thisChart),
    ...dotsOf(state, layout),
    label('heading', heading, say.published),
    ...published.flatMap((entry, i) => [
      label(entry.key, rows[i + 1]?.name ?? title, entry.name),
      ...barsOf(entry, i + 1, layout),
    ]),
  ];
}

/** Where a ratio stands; what lies beyond the scale stands at its end. */
function placeOf(ratio: number, { strip: { from, to } }: Layout): number {
  const [least, most] = OCTAVES;
  const octave = Math.max(least, Math.min(most, Math.log2(ratio)));
  return from + ((octave - least) / (most - least)) * (to - from);
}

function scaleMarks(layout: Layout): readonly Mark[] {
  const { rows, ticks: y, wins } = layout.strip;
  return [
    ...ticks.flatMap((octave): Mark[] => {
      const x = placeOf(2 ** octave, layout);
      const lines = rows.map(({ bar }, i): Mark => {
        const place = [
          { x, y: bar.y - 2 },
          { x, y: bar.y + bar.h + 2 },
        ];
        return { kind: 'line', key: `ratio-${octave}-${i}`, place, ghost: octave !== 0 };
      });
      const word = tickWord(octave);
      return [...lines, { kind: 'label', key: `ratio-${octave}`, place: { x, y }, size: 's', mono: true, text: word }];
    }),
    { kind: 'label', key: 'strip-shadow', place: wins.shadow, align: 'start', size: 's', text: say.shadowWins },
    { kind: 'label', key: 'strip-nested', place: wins.nested, align: 'end', size: 's', text: say.nestedWins },
  ];
}

function dotsOf({ points, params }: State, layout: Layout): readonly Mark[] {
  const bar = layout.strip.rows[0]?.bar ?? layout.plot;
  return points.flatMap(({ x, shadow, nested }, i): Mark[] => {
    if (shadow.cycles === 0 && nested.cycles === 0) return [];
    const ratio = shadow.cycles / nested.cycles;
    const place = placeOn(params.axis, x);
    const size = Number.isFinite(ratio) ? ratio.toFixed(2) : '∞';
    return [
      {
        kind: 'dot',
        key: `ratio-${i}`,
        place: { x: placeOf(ratio, layout), y: bar.y + bar.h / 2, r: 0.75 * layout.radius },
        about: both(`${place.en}: ${size} times`, `${place['zh-CN']}：${size} 倍`),
      },
    ];
  });
}

/** Whole benchmarks as a solid bar, from level to the best case; micro-benchmarks as a pale one beyond. */
function barsOf({ key, usual, micro, about }: Published, i: number, layout: Layout): readonly Mark[] {
  const bar = layout.strip.rows[i]?.bar ?? layout.plot;
  const between = (from: number, to: number) => {
    const x = placeOf(from, layout);
    return { ...bar, x, w: placeOf(to, layout) - x };
  };
  const solid: Mark = { kind: 'box', key: `published-${key}`, place: between(...usual), tone: 'hw', about };
  if (micro === undefined) return [solid];
  return [solid, { kind: 'box', key: `micro-${key}`, place: between(usual[1], micro), ghost: true, about }];
}
