import type { Memory } from '#sim/paging/memory.ts';
import { readLe, toLe } from './bytes.ts';

/**
 * A read command in a submission queue, and its completion: NVM Express Base
 * Specification, "Submission Queue Entry" and "Completion Queue Entry". The
 * second page pointer is left out: a block is taken to lie in consecutive pages.
 */
export const commandBytes = 64;
export const completionBytes = 16;
const READ = 0x02;

export const readCommand = (slot: number, address: number, block: number, length: number): readonly number[] => [
  READ,
  0,
  ...toLe(slot, 2),
  ...toLe(1, 4),
  ...toLe(0, 8),
  ...toLe(0, 8),
  ...toLe(address, 8),
  ...toLe(0, 8),
  ...toLe((block * length) / 512, 8),
  ...toLe(length / 512 - 1, 2),
  ...toLe(0, 2),
  ...toLe(0, 8),
  ...toLe(0, 4),
];

export function parseCommand(memory: Memory, at: number) {
  const length = (readLe(memory, at + 48, 2) + 1) * 512;
  return { address: readLe(memory, at + 24, 8), length, item: (readLe(memory, at + 40, 8) * 512) / length };
}

/** Head of the submission queue, and the command that is done. */
export const completion = (head: number, slot: number): readonly number[] => [
  ...toLe(0, 8),
  ...toLe(head, 2),
  ...toLe(1, 2),
  ...toLe(slot, 2),
  ...toLe(1, 2),
];
