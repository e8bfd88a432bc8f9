import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import type { Machine } from '../../x86/machine.ts';
import { DIRECTORY_AT, MONITOR_BASE, MONITOR_FRAMES, TABLES_AT } from '../direct/layout.ts';

const EVERYTHING = 7; // present, writable, for user code
const PRESENT_AND_WRITABLE = 3;
const WRITABLE = 2;
const LARGE = 1 << 7;

/** The physical address of the directory that a guest is started on. */
export const START_DIRECTORY = MONITOR_FRAMES + DIRECTORY_AT;
const TABLES = MONITOR_FRAMES + TABLES_AT;

/** Tables for the start: linear is physical for all of the guest's memory, and the hypervisor on top. */
export function buildStartTables(machine: Machine): void {
  for (let at = 0; at < MONITOR_FRAMES; at += 4096) writeHost(machine, TABLES + (at >>> 10), 4, at | EVERYTHING);
  for (let i = 0; i < MONITOR_FRAMES >>> 22; i++)
    writeHost(machine, START_DIRECTORY + i * 4, 4, (TABLES + i * 4096) | EVERYTHING);
  const own = MONITOR_FRAMES | LARGE | PRESENT_AND_WRITABLE;
  writeHost(machine, START_DIRECTORY + (MONITOR_BASE >>> 22) * 4, 4, own);
}

/** Whether the guest may write to this frame while it still runs on those tables. */
export function allowAtStart(machine: Machine, frame: number, writable: boolean): void {
  const at = TABLES + frame * 4;
  const entry = readHost(machine.memory, at, 4);
  writeHost(machine, at, 4, writable ? entry | WRITABLE : entry & ~WRITABLE);
}
