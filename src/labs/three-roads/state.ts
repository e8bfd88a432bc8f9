import type { Counts, Prices } from '#sim/io/counts.ts';
import type { Cargo, Machine } from '#sim/io/machine.ts';
import type { Op } from '#sim/io/op.ts';

/** Why a move of the reader's is refused. */
export type Refusal = 'device-state' | 'whole-device' | 'no-iommu' | 'already-shared' | 'no-address';
export interface Deed {
  readonly verb: 'migrate' | 'share' | 'hostile';
  readonly refused?: Refusal;
}

export interface State {
  readonly machine: Machine;
  readonly prices: Prices;
  /** The event made last, and what had been counted before it. */
  readonly last: Op | undefined;
  readonly before: Counts;
  /** What was in the device's hands in that event, should it have let go of it. */
  readonly held: Cargo | undefined;
  /** What the reader did since. */
  readonly deed: Deed | undefined;
  /** Which host the guests run on, from 1. */
  readonly host: number;
  /** What had come to its end when they were moved to it; undefined where they began. */
  readonly deliveredBefore: number | undefined;
}
export type RoadMove = readonly ['migrate'] | readonly ['share'] | readonly ['hostile'];

/** What the last event added to a count. */
export const added = ({ machine, before, last }: State, name: keyof Counts): number =>
  last ? machine.counts[name] - before[name] : 0;
