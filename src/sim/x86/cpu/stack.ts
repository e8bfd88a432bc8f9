import type { Machine } from '../machine.ts';
import { readMemory, writeMemory } from './access.ts';
import { unsigned } from './operand.ts';
import { type Cpu, ESP, SS } from './state.ts';

const BIG = 1 << 14;

/** ESP moved by so many bytes: an offset in the stack segment, 16 bits of it where its B flag is clear. */
export function stackOffset({ regs, segments }: Cpu, move: number): number {
  const offset = (regs[ESP] ?? 0) + move;
  return (segments[SS]?.access ?? 0) & BIG ? offset >>> 0 : offset & 0xffff;
}

/** Moves ESP, or SP alone where the stack segment's B flag is clear. */
export function moveStack(cpu: Cpu, move: number): void {
  const esp = cpu.regs[ESP] ?? 0;
  const big = (cpu.segments[SS]?.access ?? 0) & BIG;
  cpu.regs[ESP] = big ? esp + move : (esp & ~0xffff) | ((esp + move) & 0xffff);
}

/** Pushes `size` bytes. ESP changes only after the write has been made. */
export function push(machine: Machine, value: number, size: number): void {
  writeMemory(machine, SS, stackOffset(machine.cpu, -size), size, unsigned(value, size));
  moveStack(machine.cpu, -size);
}

/** What lies so many bytes above the top of the stack, which stays. Unsigned. */
export const peek = (machine: Machine, above: number, size: number): number =>
  readMemory(machine, SS, stackOffset(machine.cpu, above), size);

/** Takes `size` bytes off the stack. Unsigned. */
export function pop(machine: Machine, size: number): number {
  const value = peek(machine, 0, size);
  moveStack(machine.cpu, size);
  return value;
}
