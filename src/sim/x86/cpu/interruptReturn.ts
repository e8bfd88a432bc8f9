import type { Machine } from '../machine.ts';
import { checkOffset, dropInnerSegments, enterCode, readReturnCode } from './codeSegment.ts';
import { rplOf } from './descriptors.ts';
import { popStack } from './far.ts';
import { fault, GP } from './fault.ts';
import { AC, AF, CF, DF, ID, IF, IOPL, NT, OF, PF, RF, SF, TF, VM, ZF } from './state.ts';
import { commit, currentStack, popFrom } from './systemStack.ts';

/** Flags that IRET restores at any level. */
const PLAIN = CF | PF | AF | ZF | SF | TF | DF | OF | NT;

/**
 * IRET in protected mode, to the same level or outward: SDM vol. 2, "IRET".
 * A return to virtual-8086 mode and one to another task (NT) are #GP(0) with us.
 */
export function interruptReturn(machine: Machine, size: number): void {
  const { cpu } = machine;
  if ((cpu.eflags & NT) !== 0) throw fault(GP, 0);
  const stack = currentStack(machine);
  const offset = popFrom(machine, stack, size);
  const selector = popFrom(machine, stack, size) & 0xffff;
  const flags = popFrom(machine, stack, size);
  if (size === 4 && (flags & VM) !== 0 && cpu.cpl === 0) throw fault(GP, 0);
  const code = readReturnCode(machine, selector);
  const level = rplOf(selector);
  const outer = level > cpu.cpl ? popStack(machine, stack, size, level) : stack;
  checkOffset(code, offset);
  const restored = restorable(machine, size);
  enterCode(machine, code, offset, level);
  commit(machine, outer);
  cpu.eflags = (cpu.eflags & ~restored) | (flags & restored);
  if (outer !== stack) dropInnerSegments(machine);
}

/** IF where CPL is at most IOPL, IOPL at CPL 0, as POPF: the holes are the same. */
function restorable({ cpu }: Machine, size: number): number {
  const level = (cpu.eflags & IOPL) >> 12;
  return PLAIN | (size === 4 ? AC | ID | RF : 0) | (cpu.cpl <= level ? IF : 0) | (cpu.cpl === 0 ? IOPL : 0);
}
