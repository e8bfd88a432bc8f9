import type { Memory } from '#sim/paging/memory.ts';
import { readBytes, writeBytes } from './bytes.ts';
import { count, type Machine } from './machine.ts';

/** A processor copies the contents of a packet or block, or a part of one: all addresses are the host's. */
export function copyBytes(machine: Machine, from: number, to: number, length: number, copies = 1): Machine {
  const memory: Memory = writeBytes(machine.memory, to, readBytes(machine.memory, from, length));
  return count({ ...machine, memory }, { copies, copiedBytes: length });
}
