import type { Machine } from '../machine.ts';
import {
  type Descriptor,
  dplOf,
  errorOf,
  isCode,
  isConforming,
  isNull,
  isPresent,
  isReadable,
  isWritableData,
  LDT,
  markAccessed,
  nullSegment,
  readDescriptor,
  rplOf,
  segmentOf,
  typeOf,
  writeType,
} from './descriptors.ts';
import { fault, GP, NP, STACK } from './fault.ts';
import { SS } from './state.ts';

/**
 * MOV, POP and LES-like loads of ES, SS, DS, FS and GS: SDM vol. 2, "MOV", and vol. 3A, "Privilege Level
 * Checking When Accessing Data Segments". Throws #GP, #NP or #SS with the selector; the register then stays.
 */
export function loadSegment(machine: Machine, register: number, selector: number): void {
  machine.cpu.segments[register] =
    register === SS ? stackSegment(machine, selector, machine.cpu.cpl, GP) : dataSegment(machine, selector);
}

function dataSegment(machine: Machine, selector: number) {
  if (isNull(selector)) return nullSegment(selector);
  const descriptor = readDescriptor(machine, selector);
  if (!isReadable(descriptor)) throw fault(GP, errorOf(selector));
  const level = Math.max(rplOf(selector), machine.cpu.cpl);
  if (!isConforming(descriptor) && level > dplOf(descriptor)) throw fault(GP, errorOf(selector));
  if (!isPresent(descriptor)) throw fault(NP, errorOf(selector));
  return segmentOf(markAccessed(machine, descriptor), selector);
}

/**
 * The stack segment for code at this level: writable data whose DPL and the selector's RPL are the level.
 * `vector` is #GP, or #TS where the selector comes from a TSS; `external` is EXT.
 */
export function stackSegment(machine: Machine, selector: number, level: number, vector: number, external = 0) {
  const refusal = fault(vector, errorOf(selector) | external);
  if (isNull(selector)) throw refusal;
  const descriptor = readDescriptor(machine, selector, vector, external);
  if (rplOf(selector) !== level || dplOf(descriptor) !== level || !isWritableData(descriptor)) throw refusal;
  if (!isPresent(descriptor)) throw fault(STACK, errorOf(selector) | external);
  return segmentOf(markAccessed(machine, descriptor), selector);
}

/** LLDT, at CPL 0. */
export function loadLdt(machine: Machine, selector: number): void {
  if (isNull(selector)) {
    machine.cpu.ldtr = nullSegment(selector);
    return;
  }
  const descriptor = systemDescriptor(machine, selector, (type) => type === LDT);
  machine.cpu.ldtr = segmentOf(descriptor, selector);
}

/** LTR, at CPL 0: an available TSS, 16- or 32-bit, which becomes busy. */
export function loadTask(machine: Machine, selector: number): void {
  if (isNull(selector)) throw fault(GP, 0);
  const descriptor = systemDescriptor(machine, selector, (type) => (type & ~8) === 1);
  machine.cpu.tr = segmentOf(writeType(machine, descriptor, 0x200), selector);
}

function systemDescriptor(machine: Machine, selector: number, isRight: (type: number) => boolean): Descriptor {
  if ((selector & 4) !== 0) throw fault(GP, errorOf(selector));
  const descriptor = readDescriptor(machine, selector);
  if (!isRight(typeOf(descriptor))) throw fault(GP, errorOf(selector));
  if (!isPresent(descriptor)) throw fault(NP, errorOf(selector));
  return descriptor;
}

/** Whether LAR, LSL, VERR or VERW at this CPL and RPL may look at the descriptor: conforming code always. */
export const isVisible = (cpl: number, descriptor: Descriptor): boolean =>
  (isCode(descriptor) && isConforming(descriptor)) || Math.max(cpl, rplOf(descriptor.selector)) <= dplOf(descriptor);
