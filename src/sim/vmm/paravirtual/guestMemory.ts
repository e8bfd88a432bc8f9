import { readLinear, writeLinear } from '../../x86/cpu/access.ts';
import { fault, GP } from '../../x86/cpu/fault.ts';
import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import type { Machine } from '../../x86/machine.ts';
import { MONITOR_BASE } from '../direct/layout.ts';
import { shared } from '../hypercalls.ts';

/** Bytes at a linear address, with the rights of the guest's kernel. Throws a fault where it could not read them itself. */
export function readGuest(machine: Machine, linear: number, size = 4): number {
  checkBelow(linear, size);
  return readLinear(machine, linear >>> 0, size, 0);
}

/** Writes where the guest's kernel could: see `readGuest`. */
export function writeGuest(machine: Machine, linear: number, value: number, size = 4): void {
  checkBelow(linear, size);
  writeLinear(machine, linear >>> 0, size, value, 0);
}

/** The hypervisor reads for the guest nothing that is its own. */
function checkBelow(linear: number, size: number): void {
  if ((linear >>> 0) + size > MONITOR_BASE) throw fault(GP, 0);
}

/** A field of the shared page. */
export const readShared = ({ memory }: Machine, at: number, size: number): number =>
  readHost(memory, shared.page + at, size);
export const writeShared = (machine: Machine, at: number, size: number, value: number): void =>
  writeHost(machine, shared.page + at, size, value);
