import type { Mark } from '#kit/mark.ts';
import type { Layout } from './layout.ts';
import type { Bet, State } from './model.ts';
import type { Scale } from './scale.ts';
import { axisTitle, placeOn, marks as say } from './words.ts';
import { stops } from './workload.ts';

/** The axes, with their units and ticks; the ticks of the lower one are where a bet can be laid. */
export const axisMarks = (state: State, layout: Layout, scale: Scale): readonly Mark[] => [
  ...costAxis(layout, scale),
  ...betCells(state, layout),
  {
    kind: 'label',
    key: 'axis',
    place: layout.axisTitle,
    align: 'start',
    size: 's',
    text: axisTitle(state.params.axis, state.params.entries),
  },
  noneMark(state, layout),
];

function costAxis({ plot, costTitle }: Layout, { ticks, y }: Scale): readonly Mark[] {
  const right = plot.x + plot.w;
  const title: Mark = { kind: 'label', key: 'cost', place: costTitle, align: 'start', size: 's', text: say.costAxis };
  return [
    title,
    ...ticks.flatMap((tick, i): Mark[] => [
      {
        kind: 'line',
        key: `grid-${i}`,
        place: [
          { x: plot.x, y: y(tick) },
          { x: right, y: y(tick) },
        ],
        ghost: i > 0,
      },
      {
        kind: 'label',
        key: `tick-${i}`,
        place: { x: plot.x - 6, y: y(tick) },
        align: 'end',
        size: 's',
        mono: true,
        text: tick < 1000 ? String(tick) : `${tick / 1000}k`,
      },
    ]),
  ];
}

/** Before the first run every tick can be bet on. */
const offer = ({ points }: State, bet: Bet) => (points.length ? {} : ({ move: ['bet', bet] } as const));

function betCells(state: State, { cells }: Layout): readonly Mark[] {
  const { params, points, bet, isOver } = state;
  return stops[params.axis].map((x, i) => ({
    kind: 'box',
    key: `bet-${i}`,
    place: cells[i] ?? { x: 0, y: 0, w: 0, h: 0 },
    size: 's',
    mono: true,
    text: String(x),
    about: points.length ? placeOn(params.axis, x) : say.betOn(placeOn(params.axis, x)),
    picked: points.length === 0 && bet === x,
    now: !isOver && i === points.length - 1,
    ...offer(state, x),
  }));
}

const noneMark = (state: State, { none }: Layout): Mark => ({
  kind: 'box',
  key: 'bet-none',
  place: none,
  size: 's',
  text: say.none,
  about: state.points.length ? say.none : say.betNone,
  picked: state.bet === 'none',
  ghost: state.points.length > 0 && state.bet !== 'none',
  ...offer(state, 'none'),
});
