import { centre } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { both, say as saying, type Text } from '#kit/text.ts';
import { crossingsOf } from './crossing.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import type { Scale } from './scale.ts';
import { placeOn, marks as say } from './words.ts';

/** Behind the lines: the reader's bet as a token on the axis, and a ring and a plumb line where the lines cross. */
export const foundMarks = (state: State, layout: Layout, scale: Scale): readonly Mark[] => [
  ...hintMarks(state, layout),
  ...betMarks(state, layout, scale),
  ...crossingsOf(state.points).flatMap(({ x, perAccess }, i): Mark[] => {
    const { y } = scale.at(x, perAccess);
    const r = 2.2 * layout.radius;
    const place = placeOn(state.params.axis, x);
    const about = both(`The lines cross at ${place.en}`, `两条线相交于“${place['zh-CN']}”`);
    const at = scale.x(x);
    const ring: Mark = {
      kind: 'box',
      key: `cross-${i}`,
      place: { x: at - r, y: y - r, w: 2 * r, h: 2 * r },
      pill: true,
      now: true,
      about,
    };
    return [
      {
        kind: 'line',
        key: `plumb-${i}`,
        place: [
          { x: at, y: i ? y : plumbTop(state, layout, scale, at) },
          { x: at, y: layout.plot.y + layout.plot.h },
        ],
      },
      ring,
      ...(i ? [] : [named('cross', say.cross(x), at, layout.crossLine, layout, { now: true })]),
    ];
  }),
];

/** Said while nothing has been done yet. */
const hintMarks = ({ bet, points }: State, { plot, betLine }: Layout): readonly Mark[] =>
  bet === undefined && points.length === 0
    ? [{ kind: 'label', key: 'hint', place: { x: centre(plot).x, y: betLine }, text: say.hint, size: 's' }]
    : [];

/** The plumb line hangs from its name, or from below the bet’s, where that would be struck through. */
function plumbTop({ bet }: State, { crossLine, betLine, line, letter }: Layout, scale: Scale, x: number): number {
  const isNear = typeof bet === 'number' && Math.abs(scale.x(bet) - x) < 7 * letter;
  return (isNear ? betLine : crossLine) + line / 2;
}

function betMarks({ bet }: State, layout: Layout, scale: Scale): readonly Mark[] {
  if (bet === undefined || bet === 'none') return [];
  const x = scale.x(bet);
  const { plot, betLine, line, radius } = layout;
  const bottom = plot.y + plot.h;
  return [
    {
      kind: 'line',
      key: 'bet',
      tone: 'data',
      place: [
        { x, y: betLine + line / 2 },
        { x, y: bottom },
      ],
    },
    { kind: 'dot', key: 'bet', tone: 'data', place: { x, y: bottom, r: 1.3 * radius }, about: say.bet(bet) },
    named('bet', say.bet(bet), x, betLine, layout, { tone: 'data' }),
  ];
}

/** A name over a line, moved inwards where it would leave the plot. */
function named(
  key: string,
  words: Text,
  x: number,
  y: number,
  { plot, letter }: Layout,
  how: Pick<Mark, 'tone' | 'now'>,
): Mark {
  const half = (saying(words, 'en').length * letter) / 2;
  const inside = Math.max(plot.x + half - 10, Math.min(plot.x + plot.w - half, x));
  return { kind: 'label', key: `name-${key}`, place: { x: inside, y }, size: 's', text: words, ...how };
}
