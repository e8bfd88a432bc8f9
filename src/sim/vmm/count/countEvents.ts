import { isFault, PAGE_FAULT } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import { PG } from '../../x86/cpu/state.ts';
import { forkMachine, type Machine } from '../../x86/machine.ts';
import { type Happening, stepMachine } from '../../x86/stepMachine.ts';
import { type Counts, type EventKind, noEvents } from './counts.ts';
import { frameOf, tableFrames } from './tableFrames.ts';

/** A guest on bare metal that is being counted. */
export interface Counted {
  readonly machine: Machine;
  readonly counts: Counts;
  /** Steps made: instructions, deliveries and waits. */
  readonly steps: number;
  readonly ended: boolean;
}

export const beginCount = (machine: Machine): Counted => ({
  machine,
  counts: { plain: 0, events: noEvents },
  steps: 0,
  ended: false,
});

/** IN and OUT; INT n, INT3 and INTO. */
const isPort = (opcode: number): boolean => (opcode & 0xfff4) === 0xe4;
const isCall = (opcode: number): boolean => opcode >= 0xcc && opcode <= 0xce;

/** The opcode about to be executed; looking at it changes nothing that could be seen. */
function opcodeAt(machine: Machine): number {
  const { cr2 } = machine.cpu;
  try {
    return fetch(machine).opcode;
  } catch (thrown) {
    machine.cpu.cr2 = cr2;
    if (isFault(thrown)) return -1;
    throw thrown;
  }
}

/** What a step was; `plain` for an instruction that is none of the events, undefined for a wait. */
function kindOf(happening: Happening, opcode: number, storedToTable: boolean): EventKind | 'plain' | undefined {
  switch (happening.kind) {
    case 'interrupt':
      return 'interrupts';
    case 'exception':
      return happening.vector === PAGE_FAULT ? 'faults' : 'calls';
    case 'halted':
    case 'end':
      return undefined;
    case 'retired':
      if (isPort(opcode)) return 'ports';
      if (isCall(opcode)) return 'calls';
      return storedToTable ? 'tables' : 'plain';
  }
}

/**
 * The guest so many steps further on bare metal, or to its end: every instruction is looked at once, before it runs and
 * after it. What is given stays as it is; from here on it is only read.
 */
export function countOn(before: Counted, most: number): Counted {
  if (before.ended || most <= 0) return before;
  const machine = forkMachine(before.machine);
  const events: Record<EventKind, number> = { ...before.counts.events };
  let { plain } = before.counts;
  let tables = { cr3: -1, frames: new Set<number>() as ReadonlySet<number> };
  for (let made = 1; ; made++) {
    const opcode = opcodeAt(machine);
    const { stores } = machine;
    const happening = stepMachine(machine);
    const cr3 = (machine.cpu.cr0 & PG) === 0 ? -1 : machine.cpu.cr3;
    if (cr3 !== tables.cr3) tables = { cr3, frames: tableFrames(machine) };
    const stored =
      machine.stores !== stores && cr3 !== -1 && tables.frames.has(frameOf(machine, machine.lastStoredAt) ?? -1);
    if (stored) tables = { cr3, frames: tableFrames(machine) };
    const kind = kindOf(happening, opcode, stored);
    if (kind === 'plain') plain++;
    else if (kind) events[kind]++;
    const ended = happening.kind === 'end';
    if (ended || made === most) return { machine, counts: { plain, events }, steps: before.steps + made, ended };
  }
}
