import type { Point as At } from '#kit/mark.ts';
import { type Bill, billOf, type Engine, engines } from '#sim/vmm/engines/bill.ts';
import { MOST_LOOPS } from '#sim/vmm/engines/survey.ts';
import type { Layout } from './layout.ts';
import { pricesOf, type State } from './model.ts';

/** What the engines are paid where `x` is the loop count of a whole run, or the blocks executed so far. */
export interface Billed {
  readonly x: number;
  readonly bill: Bill;
}

/** What the chart shows: whole runs by loop count; of a program without LOOPS, or without an end, this run so far. */
export interface Chart {
  readonly by: 'loops' | 'blocks';
  readonly bills: readonly Billed[];
  /** The right end of the axis, which begins at 1. */
  readonly most: number;
  /** The engines that can run the guest. */
  readonly drawn: readonly Engine[];
}

export function chartOf({ points, run, params }: State): Chart {
  const prices = pricesOf(params);
  const drawn = engines.filter((engine) => engine !== 'direct' || prices.sameIsa);
  if (points.length > 0)
    return {
      by: 'loops',
      bills: points.map(({ loops, counts }) => ({ x: loops, bill: billOf(counts, prices) })),
      most: MOST_LOOPS,
      drawn,
    };
  const { history, counts } = run;
  const seen = history.at(-1)?.blockRuns === counts.blockRuns ? history : [...history, counts];
  const bills = seen
    .filter(({ blockRuns }) => blockRuns > 0)
    .map((each) => ({ x: each.blockRuns, bill: billOf(each, prices) }));
  return { by: 'blocks', bills, most: Math.max(10, counts.blockRuns), drawn };
}

/** From numbers to the sheet: both axes are scales of powers of ten. */
export interface Scale {
  readonly x: (value: number) => number;
  readonly at: (value: number, cycles: number) => At;
  /** The powers of ten in sight on the cycles' axis. */
  readonly powers: readonly number[];
}

const PAD = 10;

export function scaleOf({ bills, most, drawn }: Chart, { plot }: Layout): Scale {
  const amounts = bills.flatMap(({ bill }) => drawn.map((engine) => bill[engine] ?? 1));
  const logs = amounts.map((amount) => Math.log10(Math.max(1, amount)));
  const high = Math.max(1, ...logs);
  const low = Math.min(high - 1, ...logs);
  const x = (value: number): number => plot.x + (plot.w * Math.log10(value)) / Math.log10(most);
  const y = (log: number): number => plot.y + plot.h - PAD - ((plot.h - 2 * PAD) * (log - low)) / (high - low);
  const powers = Array.from({ length: 12 }, (_, power) => power).filter((power) => power >= low && power <= high);
  return { x, at: (value, cycles) => ({ x: x(value), y: y(Math.log10(Math.max(1, cycles))) }), powers };
}
