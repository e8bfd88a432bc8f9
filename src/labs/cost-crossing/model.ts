/**
 * A chart whose every point is two runs of `#sim/mmu`: one trace under shadow
 * paging and under nested paging; after Intel SDM vol. 3A and 3C, and Adams and
 * Agesen, "A Comparison of Software and Hardware Techniques for x86
 * Virtualization" (2006).
 */
import type { Model } from '#kit/model.ts';
import type { Params } from './controls.ts';
import { crossingsOf } from './crossing.ts';
import { measure, type Point } from './measure.ts';
import { spacing, stops } from './workload.ts';

export type Bet = number | 'none';
export interface State {
  readonly params: Params;
  /** Measured so far, left to right. */
  readonly points: readonly Point[];
  /** The rightmost point, run beforehand: the cost axis is as long as it needs, and nothing moves later. */
  readonly rightmost: Point;
  readonly bet: Bet | undefined;
  /** Whether the bet has been held against the lines. */
  readonly isOver: boolean;
}
export type CrossingMove = readonly ['bet', Bet];

const xsOf = ({ params }: State): readonly number[] => stops[params.axis];

function init(params: Params): State {
  const rightmost = measure(params, stops[params.axis].at(-1) ?? 0);
  return { params, points: [], rightmost, bet: undefined, isOver: false };
}

function step(state: State): State {
  const x = xsOf(state)[state.points.length];
  if (x === undefined) return state.isOver ? state : { ...state, isOver: true };
  const point = x === state.rightmost.x ? state.rightmost : measure(state.params, x);
  return { ...state, points: [...state.points, point] };
}

/** A bet is made, or made anew, before the first run. */
const act = (state: State, [, bet]: CrossingMove): State =>
  state.points.length || bet === state.bet ? state : { ...state, bet };

export const model: Model<Params, State, CrossingMove> = { init, step, act };

/** Whether the lines cross within one point of the bet; undefined until both are known. */
export function isBetRight({ bet, isOver, params, points }: State): boolean | undefined {
  if (bet === undefined || !isOver) return undefined;
  const [crossing] = crossingsOf(points);
  if (bet === 'none' || !crossing) return bet === 'none' && !crossing;
  return Math.abs(crossing.x - bet) <= spacing(params.axis);
}
