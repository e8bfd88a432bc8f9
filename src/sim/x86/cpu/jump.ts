import type { Machine } from '../machine.ts';
import { fault, GP } from './fault.ts';
import { CS } from './state.ts';

/** The target of a near transfer: an offset in CS, of which a 16-bit operand size keeps 16 bits. Beyond the limit it is #GP(0). */
export function nearTarget({ cpu }: Machine, offset: number, size: number): number {
  const target = size === 2 ? offset & 0xffff : offset >>> 0;
  if (target > (cpu.segments[CS]?.limit ?? 0)) throw fault(GP, 0);
  return target;
}

/** Jumps by so many bytes from the next instruction on. */
export function jumpBy(machine: Machine, by: number, size: number): void {
  machine.cpu.eip = nearTarget(machine, machine.cpu.eip + by, size);
}
