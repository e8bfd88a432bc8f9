import type { Machine } from '../machine.ts';
import { readSystem } from './access.ts';
import { checkOffset, enterCode } from './codeSegment.ts';
import {
  type Descriptor,
  dplOf,
  errorOf,
  gateOffset,
  gateSelector,
  isCode,
  isConforming,
  isNull,
  isPresent,
  readDescriptor,
  typeOf,
} from './descriptors.ts';
import { DB, DOUBLE_FAULT, fault, GP, NP } from './fault.ts';
import { CS, IF, NT, RF, TF } from './state.ts';
import { commit, currentStack, innerStack, pushTo, type Stack } from './systemStack.ts';

/**
 * Why a handler is entered: an exception; INT n, INT3 or INTO, whose gate's
 * DPL is checked; an interrupt from the PIC. Faults while one of the others is
 * delivered carry EXT in their error code.
 */
export type Cause = 'fault' | 'software' | 'external';

/** Gate types: the low bit of a trap gate leaves IF as it is, bit 3 makes it 32-bit. */
const isInterruptOrTrap = (gate: Descriptor): boolean => [6, 7, 14, 15].includes(typeOf(gate));

/**
 * Enters the handler of a vector through its gate in the IDT: SDM vol. 3A,
 * "Exception- or Interrupt-Handler Procedures". CS:EIP as they are become the
 * return address. Throws a fault where that fails; registers are then as they
 * were (accessed flags and memory below the stack's top may not be). Task
 * gates are #GP with us.
 */
export function deliver(machine: Machine, vector: number, errorCode: number | undefined, cause: Cause): void {
  const external = cause === 'software' ? 0 : 1;
  const gate = readGate(machine, vector, cause, external);
  const code = readHandler(machine, gate, external);
  const { cpu } = machine;
  const inward = !isConforming(code) && dplOf(code) < cpu.cpl;
  const size = typeOf(gate) >= 14 ? 4 : 2;
  const stack = inward ? innerStack(machine, dplOf(code), external) : currentStack(machine);
  if (inward) pushCaller(machine, stack, size);
  pushTo(machine, stack, cause === 'fault' && isFaultClass(vector) ? cpu.eflags | RF : cpu.eflags, size);
  pushTo(machine, stack, cpu.segments[CS]?.selector ?? 0, size);
  pushTo(machine, stack, cpu.eip, size);
  if (errorCode !== undefined) pushTo(machine, stack, errorCode, size);
  checkOffset(code, gateOffset(gate), external);
  enterCode(machine, code, gateOffset(gate), stack.level);
  commit(machine, stack);
  cpu.eflags &= ~(TF | NT | RF | ((typeOf(gate) & 1) === 0 ? IF : 0));
}

/**
 * Whether the instruction is to run again once the handler returns: the image of EFLAGS then has RF set, so that an
 * instruction breakpoint on it is not met twice, SDM vol. 3B, "Instruction-Breakpoint Exception Condition". Our #DB is the
 * trap of TF; #DF is an abort.
 */
const isFaultClass = (vector: number): boolean => vector !== DB && vector !== DOUBLE_FAULT;

function pushCaller(machine: Machine, stack: Stack, size: number): void {
  const caller = currentStack(machine);
  pushTo(machine, stack, caller.segment.selector, size);
  pushTo(machine, stack, caller.pointer >>> 0, size);
}

function readGate(machine: Machine, vector: number, cause: Cause, external: number): Descriptor {
  const { idtr, cpl } = machine.cpu;
  const error = (vector << 3) | 2 | external;
  if (vector * 8 + 7 > idtr.limit) throw fault(GP, error);
  const address = (idtr.base + vector * 8) >>> 0;
  const low = readSystem(machine, address, 4);
  const gate = { selector: 0, address, low, high: readSystem(machine, address + 4, 4) };
  if (!isInterruptOrTrap(gate) || (cause === 'software' && dplOf(gate) < cpl)) throw fault(GP, error);
  if (!isPresent(gate)) throw fault(NP, error);
  return gate;
}

function readHandler(machine: Machine, gate: Descriptor, external: number): Descriptor {
  const selector = gateSelector(gate);
  if (isNull(selector)) throw fault(GP, external);
  const code = readDescriptor(machine, selector, GP, external);
  if (!isCode(code) || dplOf(code) > machine.cpu.cpl) throw fault(GP, errorOf(selector) | external);
  if (!isPresent(code)) throw fault(NP, errorOf(selector) | external);
  return code;
}
