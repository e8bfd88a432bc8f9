import { type Counts, countExits, countsSince } from '#sim/mmu/counts.ts';
import type { Result } from '#sim/mmu/machine.ts';
import { type Verb, vaAt, verbAt } from '#sim/mmu/trace.ts';
import type { State } from './model.ts';

/** What the last line did. */
export interface Done {
  readonly verb: Verb | undefined;
  readonly va: number;
  /** What was counted during the line. */
  readonly added: Counts;
  readonly exits: number;
  /** What came of it, if it was an access. */
  readonly result: Result | undefined;
}

export function doneIn({ trace, machine, at, before, act }: State): Done {
  const op = at - 1;
  const added = countsSince(machine.counts, before);
  const { results } = machine;
  return {
    verb: act || at === 0 ? undefined : verbAt(trace, op),
    va: vaAt(trace, op),
    added,
    exits: countExits(added),
    result: !act && results?.op === op ? results : undefined,
  };
}

/** The name of a VM, and of one of its processes. */
export const vmName = ({ trace }: State, vm: number): string => trace.cast[vm]?.name ?? '';
export const processName = ({ trace }: State, vm: number, process: number): string =>
  trace.cast[vm]?.processes[process] ?? '';

/** The process that runs in the VM that runs; -1 where there is none. */
export const runningProcess = ({ machine }: State): number => machine.vms[machine.current]?.current ?? -1;
