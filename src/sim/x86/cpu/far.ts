import type { Machine } from '../machine.ts';
import { checkDirect, checkOffset, dropInnerSegments, enterCode, readReturnCode } from './codeSegment.ts';
import {
  CALL_GATE_16,
  CALL_GATE_32,
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
  rplOf,
  typeOf,
} from './descriptors.ts';
import { fault, GP, NP } from './fault.ts';
import { stackSegment } from './segmentation.ts';
import { CS } from './state.ts';
import { commit, currentStack, innerStack, move, popFrom, pushTo, type Stack } from './systemStack.ts';

/** An offset as wide as the operand. */
const narrow = (offset: number, size: number): number => (size === 2 ? offset & 0xffff : offset >>> 0);

/** Far JMP, to a code segment or through a call gate. Task gates and TSSs, which would switch tasks, are #GP with us. */
export function farJump(machine: Machine, selector: number, offset: number, size: number): void {
  const descriptor = readTarget(machine, selector);
  const { cpu } = machine;
  if (isCode(descriptor)) {
    checkDirect(machine, descriptor);
    checkOffset(descriptor, narrow(offset, size));
    enterCode(machine, descriptor, narrow(offset, size), cpu.cpl);
    return;
  }
  const code = throughGate(machine, descriptor);
  if (!isConforming(code) && dplOf(code) !== cpu.cpl) throw fault(GP, errorOf(code.selector));
  checkOffset(code, gateOffset(descriptor));
  enterCode(machine, code, gateOffset(descriptor), cpu.cpl);
}

/** Far CALL, to a code segment or through a call gate, which may lead inward and to another stack. */
export function farCall(machine: Machine, selector: number, offset: number, size: number): void {
  const descriptor = readTarget(machine, selector);
  if (isCode(descriptor)) {
    checkDirect(machine, descriptor);
    callAt(machine, descriptor, narrow(offset, size), size);
    return;
  }
  const code = throughGate(machine, descriptor);
  const width = typeOf(descriptor) === CALL_GATE_32 ? 4 : 2;
  if (isConforming(code) || dplOf(code) === machine.cpu.cpl) callAt(machine, code, gateOffset(descriptor), width);
  else callInward(machine, descriptor, code, width);
}

function readTarget(machine: Machine, selector: number): Descriptor {
  if (isNull(selector)) throw fault(GP, 0);
  return readDescriptor(machine, selector);
}

/** The code segment behind a call gate: SDM vol. 3A, "Accessing a Code Segment Through a Call Gate". */
function throughGate(machine: Machine, gate: Descriptor): Descriptor {
  const { cpl } = machine.cpu;
  const refusal = fault(GP, errorOf(gate.selector));
  if (typeOf(gate) !== CALL_GATE_32 && typeOf(gate) !== CALL_GATE_16) throw refusal;
  if (dplOf(gate) < cpl || dplOf(gate) < rplOf(gate.selector)) throw refusal;
  if (!isPresent(gate)) throw fault(NP, errorOf(gate.selector));
  const code = readTarget(machine, gateSelector(gate));
  if (!isCode(code) || dplOf(code) > cpl) throw fault(GP, errorOf(code.selector));
  if (!isPresent(code)) throw fault(NP, errorOf(code.selector));
  return code;
}

/** A call that stays at its level. */
function callAt(machine: Machine, code: Descriptor, offset: number, size: number): void {
  const { cpu } = machine;
  const stack = currentStack(machine);
  pushReturn(machine, stack, size);
  checkOffset(code, offset);
  enterCode(machine, code, offset, cpu.cpl);
  commit(machine, stack);
}

function pushReturn(machine: Machine, stack: Stack, size: number): void {
  pushTo(machine, stack, machine.cpu.segments[CS]?.selector ?? 0, size);
  pushTo(machine, stack, machine.cpu.eip, size);
}

/** A call to a more privileged level: the caller's SS, ESP and parameters go to the stack that the TSS holds. */
function callInward(machine: Machine, gate: Descriptor, code: Descriptor, size: number): void {
  const level = dplOf(code);
  const caller = currentStack(machine);
  const stack = innerStack(machine, level);
  pushTo(machine, stack, caller.segment.selector, size);
  pushTo(machine, stack, caller.pointer >>> 0, size);
  const parameters = Array.from({ length: gate.high & 0x1f }, () => popFrom(machine, caller, size));
  for (const parameter of parameters.reverse()) pushTo(machine, stack, parameter, size);
  pushReturn(machine, stack, size);
  checkOffset(code, gateOffset(gate));
  enterCode(machine, code, gateOffset(gate), level);
  commit(machine, stack);
}

/** Far RET, with so many bytes of parameters to drop from each stack. */
export function farReturn(machine: Machine, size: number, parameters: number): void {
  const { cpu } = machine;
  const stack = currentStack(machine);
  const offset = popFrom(machine, stack, size);
  const selector = popFrom(machine, stack, size) & 0xffff;
  const code = readReturnCode(machine, selector);
  const level = rplOf(selector);
  move(stack, parameters);
  const outer = level > cpu.cpl ? popStack(machine, stack, size, level) : stack;
  checkOffset(code, offset);
  if (outer !== stack) move(outer, parameters);
  enterCode(machine, code, offset, level);
  commit(machine, outer);
  if (outer !== stack) dropInnerSegments(machine);
}

/** SS and ESP of the outer level that RET or IRET goes back to, from the inner stack. */
export function popStack(machine: Machine, stack: Stack, size: number, level: number): Stack {
  const pointer = popFrom(machine, stack, size);
  const selector = popFrom(machine, stack, size) & 0xffff;
  return { segment: stackSegment(machine, selector, level, GP), pointer, level, pushed: 0 };
}
