import { columnsToTrace, makeColumns } from '#sim/mmu/columns.ts';
import { billOf, sumOf } from '#sim/mmu/cost.ts';
import { countExits, countsSince } from '#sim/mmu/counts.ts';
import { emptyMachine, type Setup } from '#sim/mmu/machine.ts';
import { parseTrace } from '#sim/mmu/parseTrace.ts';
import { runLines } from '#sim/mmu/runLine.ts';
import type { Trace } from '#sim/mmu/trace.ts';
import type { Params } from './controls.ts';
import { ACCESSES, ratesAt, workloadOf } from './workload.ts';

/** What one run came to, from the first billed access on. */
export interface Paid {
  readonly cycles: number;
  readonly perAccess: number;
  readonly exits: number;
  readonly references: number;
  readonly misses: number;
  readonly flushes: number;
  /** Of the exits, those that every VMM has: the host’s timer gives the other VM its turn. */
  readonly switches: number;
}
/** One point of both lines: one trace, run twice. */
export interface Point {
  readonly x: number;
  readonly shadow: Paid;
  readonly nested: Paid;
}

export const setupOf = ({ entries, tags, caches }: Params, vmm: Setup['vmm']): Setup => ({
  vmm,
  sync: 'eager',
  entries: Number(entries),
  ways: 4,
  vpid: tags,
  pcid: tags,
  caches,
  merge: false,
});

/** A workload never has faults; should it, nothing happens. */
const noTrace: Trace = columnsToTrace(makeColumns(0), []);

function run(params: Params, vmm: Setup['vmm'], trace: Trace, warm: number): Paid {
  const ready = runLines(emptyMachine(setupOf(params, vmm)), trace, 0, warm);
  const counts = countsSince(runLines(ready, trace, warm, trace.length).counts, ready.counts);
  const cycles = sumOf(billOf(counts, params));
  return {
    cycles,
    perAccess: Math.round(cycles / ACCESSES),
    exits: countExits(counts),
    references: counts.references,
    misses: counts.misses,
    flushes: counts.flushes,
    switches: counts.exits['vm-switch'],
  };
}

/** Runs the trace of a point on both machines. */
export function measure(params: Params, x: number): Point {
  const { text, warm } = workloadOf(ratesAt(params, x));
  const parsed = parseTrace(text);
  const trace = 'trace' in parsed ? parsed.trace : noTrace;
  return { x, shadow: run(params, 'shadow', trace, warm), nested: run(params, 'nested', trace, warm) };
}
