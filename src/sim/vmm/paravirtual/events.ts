import { clockOf, type Machine } from '../../x86/machine.ts';
import { shared } from '../hypercalls.ts';
import { readShared, writeShared } from './guestMemory.ts';

/** The timer's input clock, of which an instruction takes one period. */
const HZ = 1_193_182;
const NANOSECONDS = 1_000_000_000;
const HALF = 2 ** 32;

/** When a system time will be, on the guest's clock; times too large for it are as good as never. */
export const timeToClock = (nanoseconds: number): number => Math.ceil((nanoseconds * HZ) / NANOSECONDS);

/** The time since the start, as the guest reads it without asking. */
export function showTime(machine: Machine): void {
  const time = Math.floor((clockOf(machine) * NANOSECONDS) / HZ);
  writeShared(machine, shared.systemTime, 4, time % HALF);
  writeShared(machine, shared.systemTime + 4, 4, Math.floor(time / HALF));
}

/** The timer's event channel has something to say. */
export function setTimerEvent(machine: Machine): void {
  const events = readShared(machine, shared.events, 4);
  writeShared(machine, shared.events, 4, events | (1 << shared.timerChannel));
  writeShared(machine, shared.select, 4, readShared(machine, shared.select, 4) | 1);
  writeShared(machine, shared.pending, 1, 1);
}

export const isMasked = (machine: Machine): boolean => readShared(machine, shared.mask, 1) !== 0;
export const setMask = (machine: Machine, masked: boolean): void =>
  writeShared(machine, shared.mask, 1, masked ? 1 : 0);

/** Whether the event handler is to be called before the guest goes on. */
export const wantsUpcall = (machine: Machine): boolean =>
  readShared(machine, shared.pending, 1) !== 0 && !isMasked(machine);
