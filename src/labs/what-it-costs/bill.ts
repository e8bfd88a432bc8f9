import { setByYou } from '#kit/source.ts';
import { type EventKind, type Events, eventKinds } from '#sim/vmm/count/counts.ts';
import type { Price } from '#sim/vmm/prices.ts';
import type { Params } from './controls.ts';
import { AS_LISTED, costControlOf } from './costControls.ts';
import { type PlatformId, platformOf } from './platforms.ts';

/** Cycles of computing that the rates of a workload are counted against. */
export const UNIT = 1_000_000;

/** One line: how many, what one costs natively and here, and what is thereby paid more, per `UNIT` cycles of computing. */
export interface BillLine {
  readonly kind: EventKind | 'plain';
  readonly rate: number;
  readonly native: number;
  readonly price: Price;
  readonly extra: number;
}
export interface Bill {
  readonly lines: readonly BillLine[];
  readonly native: number;
  readonly cycles: number;
  /** Of native speed. More than 100 where the monitor answers faster than the device would. */
  readonly percent: number;
}

/** The listed price, unless the reader has set another for this platform. */
function priceOf(params: Params, id: PlatformId, kind: EventKind | 'plain'): Price {
  const platform = platformOf(id);
  const listed = kind === 'plain' ? platform.plain : platform.costs[kind];
  const set = params[costControlOf(kind)];
  if (params.technique !== id || set === AS_LISTED) return listed;
  return { cycles: set, sure: 'assumed', source: setByYou(listed.cycles, listed.source) };
}

/** What a workload costs on a platform: computing, and every event at its price. */
export function billOf(params: Params, id: PlatformId, events: Events): Bill {
  const { native } = platformOf(id);
  const line = (kind: EventKind | 'plain', rate: number, bare: number): BillLine => {
    const price = priceOf(params, id, kind);
    return { kind, rate, native: bare, price, extra: rate * (price.cycles - bare) };
  };
  const lines = [line('plain', UNIT, 1), ...eventKinds.map((kind) => line(kind, events[kind], native[kind].cycles))];
  const bare = lines.reduce((all, { rate, native: each }) => all + rate * each, 0);
  const cycles = lines.reduce((all, { rate, price }) => all + rate * price.cycles, 0);
  return { lines, native: bare, cycles, percent: (100 * bare) / Math.max(1, cycles) };
}

/** Its line for what costs most beyond native; undefined where nothing does. */
export const dearestLine = ({ lines }: Bill): BillLine | undefined =>
  lines.reduce<BillLine | undefined>((most, line) => (line.extra > (most?.extra ?? 0) ? line : most), undefined);
