import type { Model } from '#kit/model.ts';
import { columnsToTrace, makeColumns } from '#sim/mmu/columns.ts';
import type { Prices } from '#sim/mmu/cost.ts';
import { type Counts, noCounts } from '#sim/mmu/counts.ts';
import { emptyMachine, type Machine, type Setup } from '#sim/mmu/machine.ts';
import { runLine, runLines } from '#sim/mmu/runLine.ts';
import { corrupt, foreignFrame, repair } from '#sim/mmu/supply.ts';
import type { Trace } from '#sim/mmu/trace.ts';
import type { Params } from './controls.ts';
import { readTrace } from './faults.ts';

/**
 * One trace on one of three machines; the machine itself is `#sim/mmu`, after
 * Intel SDM vol. 3A and 3C, Linux's Documentation/virt/kvm/x86/mmu.rst, and
 * Adams and Agesen, "A Comparison of Software and Hardware Techniques for x86
 * Virtualization" (2006).
 */
export interface State {
  readonly trace: Trace;
  readonly prices: Prices;
  readonly machine: Machine;
  /** Lines performed. */
  readonly at: number;
  /** What had been counted before the last of them. */
  readonly before: Counts;
  /** What the reader did since. */
  readonly act: 'corrupt' | 'repair' | undefined;
}
export type LabMove = readonly ['corrupt'] | readonly ['repair'];

/** A text with faults is never given; should it be, nothing happens. */
const noTrace: Trace = columnsToTrace(makeColumns(0), []);

const setupOf = ({ vmm, sync, entries, ways, vpid, pcid, caches, merge }: Params): Setup => ({
  vmm,
  sync,
  entries: Number(entries),
  ways: Number(ways),
  vpid,
  pcid,
  caches,
  merge,
});

function init(params: Params): State {
  const parsed = readTrace(params.trace);
  const trace = 'trace' in parsed ? parsed.trace : noTrace;
  const prices = { exit: params.exit, reference: params.reference };
  return { trace, prices, machine: emptyMachine(setupOf(params)), at: 0, before: noCounts, act: undefined };
}

function step({ trace, prices, machine, at }: State): State | undefined {
  if (at >= trace.length) return undefined;
  return { trace, prices, machine: runLine(machine, trace, at), at: at + 1, before: machine.counts, act: undefined };
}

/** The page that a planted bug would concern: that of the last access, if it went through in the VM that runs. */
export function target({
  machine,
  trace,
}: State): { readonly vm: number; readonly page: number; readonly owner: number; readonly frame: number } | undefined {
  const { results, current, setup, wrong } = machine;
  if (setup.vmm === 'native' || wrong || !results || results.page < 0 || trace.vm[results.op] !== current)
    return undefined;
  const foreign = foreignFrame(machine, current, results.page);
  return foreign && { vm: current, page: results.page, owner: foreign.vm, frame: foreign.frame };
}

function act(state: State, [verb]: LabMove): State {
  const { machine } = state;
  const told = { ...state, before: machine.counts, act: verb };
  if (verb === 'repair') return machine.wrong ? { ...told, machine: repair(machine) } : state;
  const at = target(state);
  return at ? { ...told, machine: corrupt(machine, at.vm, at.page, at.frame) } : state;
}

export const model: Model<Params, State, LabMove> = { init, step: (state) => step(state) ?? state, act };

/** The same lines on the other machine. */
export const rival = ({ trace, machine, at }: State, vmm: Setup['vmm']): Machine =>
  runLines(emptyMachine({ ...machine.setup, vmm }), trace, 0, at);
