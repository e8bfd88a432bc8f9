import { type Counts, type Events, noEvents } from '#sim/vmm/count/counts.ts';
import { UNIT } from './bill.ts';
import type { Params } from './controls.ts';
import { measured, mixOf } from './published.ts';

/** Entries of the TLB, and how often a program goes to a page chosen by chance: both assumed. */
export const TLB_PAGES = 64;
export const TOUCHES = 2000;

/** Misses where so many pages are visited by chance: the share that the TLB cannot hold. */
export const missesOf = (pages: number): number => Math.round(TOUCHES * Math.max(0, 1 - TLB_PAGES / pages));

/** What was counted, per `UNIT` cycles of computing at a cycle an instruction. */
function ratesOf({ plain, events }: Counts): Events {
  const scale = UNIT / Math.max(1, plain);
  const { calls, faults, tables, ports, interrupts, misses } = events;
  return {
    calls: calls * scale,
    faults: faults * scale,
    tables: tables * scale,
    ports: ports * scale,
    interrupts: interrupts * scale,
    misses: misses * scale,
  };
}

/** How often things happen, per `UNIT` cycles of computing: as set, as a published result asks, or as counted. */
export function eventsOf(params: Params, counts: Counts | undefined): Events {
  const { workload, calls, faults, tables, ports, interrupts, pages } = params;
  if (workload === 'own') return { calls, faults, tables, ports, interrupts, misses: missesOf(pages) };
  if (workload === 'guest') return counts ? ratesOf(counts) : noEvents;
  return mixOf(measured[workload]) ?? noEvents;
}
