import type { EventKind, Events } from '#sim/vmm/count/counts.ts';
import { billOf } from './bill.ts';
import type { Params } from './controls.ts';
import type { PlatformId } from './platforms.ts';

/** The axis goes from one event to a hundred thousand, in equal steps of its logarithm. */
export const DECADES = 5;

/** The workload with so many of one kind. */
export const withRate = (events: Events, axis: EventKind, rate: number): Events => ({ ...events, [axis]: rate });
export const rateAt = (share: number): number => 10 ** (DECADES * share);
/** How far along the axis a rate stands; what lies outside stands at its end. */
export const shareOf = (rate: number): number => Math.min(1, Math.max(0, Math.log10(Math.max(1, rate)) / DECADES));

/** A technique along the axis: cycles natively and under it, without the event of the axis and for one of it. */
export interface Curve {
  readonly native: number;
  readonly cycles: number;
  readonly nativeEach: number;
  readonly cyclesEach: number;
}

export function curveOf(params: Params, id: PlatformId, events: Events): Curve {
  const { native, cycles, lines } = billOf(params, id, withRate(events, params.axis, 0));
  const line = lines.find(({ kind }) => kind === params.axis);
  return { native, cycles, nativeEach: line?.native ?? 0, cyclesEach: line?.price.cycles ?? 0 };
}

/** Per cent of native with so many of the event of the axis. */
export const percentAt = ({ native, cycles, nativeEach, cyclesEach }: Curve, rate: number): number =>
  (100 * (native + rate * nativeEach)) / Math.max(1, cycles + rate * cyclesEach);

/** Where a r² + b r + c changes its sign. */
function rootsOf(a: number, b: number, c: number): readonly number[] {
  if (a === 0) return b === 0 ? [] : [-c / b];
  const root = Math.sqrt(b * b - 4 * a * c);
  if (!(root > 0)) return [];
  // The larger half is summed without cancellation; the product of the roots gives the other.
  const half = -(b + (b < 0 ? -root : root)) / 2;
  return [half / a, c / half].sort((one, other) => one - other);
}

export interface Crossing {
  readonly other: PlatformId;
  readonly rate: number;
  readonly percent: number;
}

/**
 * Where the lines of two platforms cross on the axis: the rates r at which (N + r n) / (C + r c) is the same for both.
 * Multiplied out that is a quadratic equation, so they cross twice at most.
 */
export function crossingsOf(params: Params, events: Events, one: PlatformId, other: PlatformId): readonly Crossing[] {
  const [p, q] = [curveOf(params, one, events), curveOf(params, other, events)];
  const a = p.nativeEach * q.cyclesEach - q.nativeEach * p.cyclesEach;
  const b = p.native * q.cyclesEach + p.nativeEach * q.cycles - q.native * p.cyclesEach - q.nativeEach * p.cycles;
  const c = p.native * q.cycles - q.native * p.cycles;
  return rootsOf(a, b, c)
    .filter((rate) => rate > 1 && rate < rateAt(1))
    .map((rate) => ({ other, rate, percent: percentAt(p, rate) }));
}
