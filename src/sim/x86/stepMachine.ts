import { DB, type Fault, fault, isFault } from './cpu/fault.ts';
import { fetch } from './cpu/fetch.ts';
import type { Instruction } from './cpu/instruction.ts';
import { raise } from './cpu/raise.ts';
import { IF, RF, TF } from './cpu/state.ts';
import { acknowledgeInterrupt, mayInterrupt, tickDevices } from './devices/devices.ts';
import { clockOf, type Machine } from './machine.ts';

/** What one step was. */
export type Happening =
  /** An instruction completed (of a repeated string instruction, one repetition). */
  | { readonly kind: 'retired' }
  /** The handler of an interrupt from the PIC was entered. */
  | { readonly kind: 'interrupt'; readonly vector: number }
  /** An instruction did not complete, or was traced, and the handler of this exception was entered: its own, or of what went wrong on the way there. */
  | { readonly kind: 'exception'; readonly vector: number; readonly errorCode: number | undefined }
  /** The processor waited until the next event. */
  | { readonly kind: 'halted' }
  | End;

/** Nothing happens any more: `debug-exit` says with which code, `halted` that nothing can wake the processor. */
export type End =
  | { readonly kind: 'end'; readonly why: 'debug-exit'; readonly code: number }
  | { readonly kind: 'end'; readonly why: 'halted' | 'triple-fault' };

const RETIRED: Happening = { kind: 'retired' };
const WAITED: Happening = { kind: 'halted' };
const HALTED: End = { kind: 'end', why: 'halted' };
const TRIPLE_FAULT: End = { kind: 'end', why: 'triple-fault' };

/** One instruction, or the delivery of one interrupt, or a wait in HLT. It throws nothing of the program's. */
export function stepMachine(machine: Machine): Happening {
  const { cpu, devices } = machine;
  tickDevices(devices, clockOf(machine));
  if (devices.exit !== undefined) return { kind: 'end', why: 'debug-exit', code: devices.exit };
  if (cpu.shutDown) return TRIPLE_FAULT;
  if (devices.interrupting && (cpu.eflags & IF) !== 0 && !cpu.shadowed) return takeInterrupt(machine);
  if (cpu.halted) return wait(machine);
  const traced = (cpu.eflags & TF) !== 0;
  try {
    const { opcode } = executeNext(machine);
    return traced && !isSoftwareInterrupt(opcode) ? happeningOf(machine, raise(machine, fault(DB), 'fault')) : RETIRED;
  } catch (thrown) {
    if (isFault(thrown)) return happeningOf(machine, raise(machine, thrown, 'fault'));
    throw thrown;
  }
}

/** The next instruction, which is given back. */
function executeNext(machine: Machine): Instruction {
  const instruction = fetch(machine);
  execute(machine, instruction);
  return instruction;
}

/**
 * Carries out an instruction that was fetched at EIP. Where it throws a
 * `Fault` (or a second level's exit), EIP is the instruction's own again and it did not happen. RF lasts until an
 * instruction completes, but for the one that sets it.
 */
export function execute(machine: Machine, instruction: Instruction): void {
  const { cpu } = machine;
  const { eip, eflags, shadowed } = cpu;
  cpu.eflags = eflags & ~RF;
  cpu.eip = (eip + instruction.length) >>> 0;
  cpu.shadowed = false;
  try {
    instruction.execute(machine, instruction);
  } catch (thrown) {
    cpu.eip = eip;
    cpu.eflags |= eflags & RF;
    cpu.shadowed = shadowed && !isFault(thrown);
    throw thrown;
  }
  machine.retired++;
}

/** INT n, INT3 and INTO clear TF before it could trap. */
const isSoftwareInterrupt = (opcode: number): boolean => opcode >= 0xcc && opcode <= 0xce;

function takeInterrupt(machine: Machine): Happening {
  const { cpu, devices } = machine;
  cpu.halted = false;
  const interrupt = fault(acknowledgeInterrupt(devices));
  return happeningOf(machine, raise(machine, interrupt, 'external'), interrupt);
}

/** An interrupt, unless entering its handler met an exception. */
function happeningOf({ cpu }: Machine, delivered: Fault | undefined, interrupt?: Fault): Happening {
  if (!delivered) {
    cpu.halted = true;
    cpu.shutDown = true;
    return TRIPLE_FAULT;
  }
  const { vector, errorCode } = delivered;
  return delivered === interrupt ? { kind: 'interrupt', vector } : { kind: 'exception', vector, errorCode };
}

/** Lets time pass until the next event, if that can wake the processor. */
function wait(machine: Machine): Happening {
  const { cpu, devices } = machine;
  if ((cpu.eflags & IF) === 0 || !mayInterrupt(devices)) return HALTED;
  machine.skipped += Math.max(0, devices.nextEvent - clockOf(machine));
  tickDevices(devices, clockOf(machine));
  return WAITED;
}
