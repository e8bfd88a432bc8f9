import type { Machine } from '../machine.ts';
import { hashStore, linearIn, noteStore, readLinear, readSystem, writeLinear } from './access.ts';
import { errorOf } from './descriptors.ts';
import { fault, INVALID_TSS, STACK } from './fault.ts';
import { stackSegment } from './segmentation.ts';
import { ESP, type Segment, SS } from './state.ts';

/**
 * A stack while a far transfer works on it. The processor's own SS and ESP
 * change when the transfer is certain to succeed: `commit`.
 */
export interface Stack {
  readonly segment: Segment;
  pointer: number;
  /** The level whose rights its accesses have. */
  readonly level: number;
  /** A hash of what was pushed, 0 for nothing: it counts as stored once the transfer has succeeded. */
  pushed: number;
}

/** The stack as it is. */
export const currentStack = ({ cpu }: Machine): Stack => ({
  segment: cpu.segments[SS] as Segment,
  pointer: cpu.regs[ESP] ?? 0,
  level: cpu.cpl,
  pushed: 0,
});

/**
 * The stack that the TSS holds for a more privileged level: SDM vol. 3A, "Stack Switching".
 * Throws #TS with the selector that is wrong, or #SS where the segment is not present.
 */
export function innerStack(machine: Machine, level: number, external = 0): Stack {
  const { tr } = machine.cpu;
  const big = (tr.access & 8) !== 0;
  const at = big ? 4 + 8 * level : 2 + 4 * level;
  const width = big ? 4 : 2;
  if (at + width + 1 > tr.limit) throw fault(INVALID_TSS, errorOf(tr.selector) | external);
  const pointer = readSystem(machine, tr.base + at, width);
  const selector = readSystem(machine, tr.base + at + width, 2);
  return { segment: stackSegment(machine, selector, level, INVALID_TSS, external), pointer, level, pushed: 0 };
}

const isBig = ({ segment }: Stack): boolean => (segment.access & 0x4000) !== 0;
const offsetIn = (stack: Stack, move: number): number =>
  isBig(stack) ? (stack.pointer + move) >>> 0 : (stack.pointer + move) & 0xffff;
const userOf = ({ level }: Stack): number => (level === 3 ? 1 : 0);

/** Moves the pointer, 16 bits of it in a 16-bit stack segment. */
export function move(stack: Stack, by: number): void {
  stack.pointer = isBig(stack) ? offsetIn(stack, by) : (stack.pointer & ~0xffff) | offsetIn(stack, by);
}

/** Pushes 2 or 4 bytes. Throws #SS(EXT) or #PF. */
export function pushTo(machine: Machine, stack: Stack, value: number, size: number): void {
  const linear = linearIn(stack.segment, offsetIn(stack, -size), size, true, STACK);
  writeLinear(machine, linear, size, value, userOf(stack));
  stack.pushed = hashStore(stack.pushed, linear, value);
  move(stack, -size);
}

/** Takes 2 or 4 bytes off. */
export function popFrom(machine: Machine, stack: Stack, size: number): number {
  const linear = linearIn(stack.segment, offsetIn(stack, 0), size, false, STACK);
  move(stack, size);
  return readLinear(machine, linear, size, userOf(stack));
}

/** Makes it the processor's stack. A 16-bit stack segment takes SP alone. */
export function commit(machine: Machine, stack: Stack): void {
  const { cpu } = machine;
  const { segment, pointer, pushed } = stack;
  if (pushed !== 0) noteStore(machine, pointer, pushed);
  cpu.segments[SS] = segment;
  cpu.regs[ESP] = isBig(stack) ? pointer : ((cpu.regs[ESP] ?? 0) & ~0xffff) | (pointer & 0xffff);
}
