import { copyWithin } from './bytes.ts';
import { count, type Machine } from './machine.ts';

/** A processor copies the contents of a packet or block, or a part of one: all addresses are the host's. */
export function copyBytes(machine: Machine, from: number, to: number, length: number, copies = 1): Machine {
  return count({ ...machine, memory: copyWithin(machine.memory, from, to, length) }, { copies, copiedBytes: length });
}
