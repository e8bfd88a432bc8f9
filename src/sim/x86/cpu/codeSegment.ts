import type { Machine } from '../machine.ts';
import {
  type Descriptor,
  dplOf,
  errorOf,
  isCode,
  isConforming,
  isNull,
  isPresent,
  limitOf,
  markAccessed,
  nullSegment,
  readDescriptor,
  rplOf,
  segmentOf,
} from './descriptors.ts';
import { fault, GP, NP } from './fault.ts';
import { CS, DS, ES, FS, GS } from './state.ts';

/** Goes on at this offset of a code segment, at this level. All checks have been made. */
export function enterCode(machine: Machine, code: Descriptor, offset: number, level: number): void {
  const { cpu } = machine;
  cpu.segments[CS] = segmentOf(markAccessed(machine, code), (code.selector & ~3) | level);
  cpu.cpl = level;
  cpu.eip = offset;
}

/** Throws #GP(EXT) for an offset beyond the segment's limit. */
export function checkOffset(code: Descriptor, offset: number, external = 0): void {
  if (offset > limitOf(code)) throw fault(GP, external);
}

/** The code segment that a far JMP or CALL may go to directly: SDM vol. 3A, "Direct Calls or Jumps to Code Segments". */
export function checkDirect({ cpu }: Machine, code: Descriptor): void {
  const { selector } = code;
  const allowed = isConforming(code) ? dplOf(code) <= cpu.cpl : dplOf(code) === cpu.cpl && rplOf(selector) <= cpu.cpl;
  if (!allowed) throw fault(GP, errorOf(selector));
  if (!isPresent(code)) throw fault(NP, errorOf(selector));
}

/** The code segment that RET or IRET may go back to, at the level of the selector's RPL. */
export function readReturnCode(machine: Machine, selector: number): Descriptor {
  if (isNull(selector)) throw fault(GP, 0);
  const code = readDescriptor(machine, selector);
  const level = rplOf(selector);
  const allowed = isConforming(code) ? dplOf(code) <= level : dplOf(code) === level;
  if (level < machine.cpu.cpl || !isCode(code) || !allowed) throw fault(GP, errorOf(selector));
  if (!isPresent(code)) throw fault(NP, errorOf(selector));
  return code;
}

/** On a return outward, data segments that the outer level could not have loaded become null. */
export function dropInnerSegments({ cpu }: Machine): void {
  for (const register of [ES, DS, FS, GS]) {
    const access = cpu.segments[register]?.access ?? 0;
    const conforming = (access & 0b1100) === 0b1100;
    if (!conforming && ((access >>> 5) & 3) < cpu.cpl) cpu.segments[register] = nullSegment(0);
  }
}
