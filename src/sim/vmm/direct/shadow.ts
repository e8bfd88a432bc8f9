import { translate } from '../../x86/cpu/paging.ts';
import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import { PG, PSE } from '../../x86/cpu/state.ts';
import { type AccessKind, flushTlb, flushTlbPage, WRITE } from '../../x86/cpu/tlb.ts';
import type { Machine } from '../../x86/machine.ts';
import { PAGE } from '../../x86/memory.ts';
import { DIRECTORY_AT, MONITOR_BASE, MONITOR_FRAMES, MOST_TABLES, TABLES_AT } from './layout.ts';
import type { Real } from './real.ts';

const PRESENT = 1;
const WRITABLE = 2;
const USER = 4;
const DIRTY = 1 << 6;
const LARGE = 1 << 7;

const DIRECTORY = MONITOR_FRAMES + DIRECTORY_AT;
const TRACED_DIRECTORY = -1;

/** Forgets every translation. The monitor's own page of 4 MiB stays, where the monitor shares the guest's address spaces. */
export function flushShadow({ machine, shadow, ring }: Real): void {
  for (let at = 0; at < PAGE; at += 4) writeHost(machine, DIRECTORY + at, 4, 0);
  if (ring !== 0)
    writeHost(machine, DIRECTORY + (MONITOR_BASE >>> 22) * 4, 4, MONITOR_FRAMES | LARGE | WRITABLE | PRESENT);
  shadow.used = 0;
  flushTlb(machine.tlb, 'all');
}

/** Another address space, or paging turned on or off: new tables, and other pages to watch. */
export function resetShadow(real: Real): void {
  real.shadow.traced.clear();
  flushShadow(real);
}

/** What a page fault on the processor is about. */
export type FaultCause =
  /** The shadow table lacked what the guest's tables allow; it has it now. */
  | 'hidden'
  /** The guest's own tables refuse it, or it is the monitor's memory, or it is a store that the monitor must see: the guest's instruction is emulated. */
  | 'true'
  | 'monitor'
  | 'traced';

/** Serves a page fault of the processor at a linear address, if the guest is not to know of it. `user` is 1 for the rights of the guest's CPL 3. */
export function serveFault(real: Real, guest: Machine, linear: number, kind: AccessKind, user: number): FaultCause {
  if (real.ring !== 0 && linear >= MONITOR_BASE) return 'monitor';
  flushTlbPage(guest.tlb, linear);
  const physical = translateOrFault(guest, linear, kind, user);
  if (physical < 0) return 'true';
  if (trace(real, guest, linear)) flushShadow(real);
  const rights = rightsAt(real, guest, linear, physical);
  if (kind === WRITE && (rights & WRITABLE) === 0) return 'traced';
  enter(real, linear, physical, real.ring === 3 ? rights | USER : rights);
  return 'hidden';
}

/** -1 where the guest's tables refuse; the fault itself is raised when the instruction is emulated. */
function translateOrFault(guest: Machine, linear: number, kind: AccessKind, user: number): number {
  const { cr2 } = guest.cpu;
  try {
    return translate(guest, linear, kind, user);
  } catch {
    guest.cpu.cr2 = cr2;
    return -1;
  }
}

const pages = ({ cpu }: Machine): boolean => (cpu.cr0 & PG) !== 0;

interface GuestEntries {
  readonly directory: number;
  /** The page table's frame address, or -1 under a page of 4 MiB. */
  readonly table: number;
  readonly entry: number;
}

function entriesAt({ memory, cpu }: Machine, linear: number): GuestEntries {
  const directory = readHost(memory, ((cpu.cr3 & ~0xfff) + ((linear >>> 22) << 2)) >>> 0, 4);
  if ((directory & LARGE) !== 0 && (cpu.cr4 & PSE) !== 0) return { directory, table: -1, entry: directory };
  const table = (directory & ~0xfff) >>> 0;
  return { directory, table, entry: readHost(memory, table + ((linear >>> 10) & 0xffc), 4) };
}

/** The guest's tables on the way to this address are watched from now on; whether one of them is new. */
function trace({ shadow: { traced } }: Real, guest: Machine, linear: number): boolean {
  if (!pages(guest)) return false;
  const { size } = traced;
  traced.set(guest.cpu.cr3 >>> 12, TRACED_DIRECTORY);
  const { table } = entriesAt(guest, linear);
  if (table < 0) return traced.size !== size;
  const known = traced.get(table >>> 12);
  const first = (linear & 0xffc0_0000) >>> 0;
  // A table that maps two places is watched like a directory: a change to it drops everything.
  traced.set(table >>> 12, known === undefined || known === first ? first : TRACED_DIRECTORY);
  return traced.size !== size;
}

/** U/S and R/W for the shadow: the guest's own, less the right to write a page that is clean or watched. */
function rightsAt({ shadow }: Real, guest: Machine, linear: number, physical: number): number {
  const watched = shadow.traced.has(physical >>> 12);
  if (!pages(guest)) return watched ? USER : USER | WRITABLE;
  const { directory, entry } = entriesAt(guest, linear);
  const both = directory & entry;
  const writable = !watched && (both & WRITABLE) !== 0 && (entry & DIRTY) !== 0;
  // Without CR0.WP a kernel writes to pages it has marked read-only: that the shadow cannot say, and the store is emulated.
  return (both & USER) | (writable ? WRITABLE : 0);
}

function enter(real: Real, linear: number, physical: number, rights: number): void {
  const { machine, shadow } = real;
  const directoryAt = DIRECTORY + ((linear >>> 22) << 2);
  let directory = readHost(machine.memory, directoryAt, 4);
  if ((directory & PRESENT) === 0) {
    if (shadow.used === MOST_TABLES) flushShadow(real);
    directory = newTable(real) | USER | WRITABLE | PRESENT;
    writeHost(machine, directoryAt, 4, directory);
  }
  const at = (directory & ~0xfff) + ((linear >>> 10) & 0xffc);
  writeHost(machine, at >>> 0, 4, (physical & ~0xfff) | rights | PRESENT);
  flushTlbPage(machine.tlb, linear);
}

function newTable({ machine, shadow }: Real): number {
  const table = MONITOR_FRAMES + TABLES_AT + shadow.used++ * PAGE;
  for (let at = 0; at < PAGE; at += 4) writeHost(machine, table + at, 4, 0);
  return table;
}

/** A store into one of the guest's tables has been emulated: what the shadow made of that entry is dropped. */
export function dropEntry(real: Real, physical: number): void {
  const first = real.shadow.traced.get(physical >>> 12);
  if (first === undefined) return;
  if (first === TRACED_DIRECTORY) {
    flushShadow(real);
    return;
  }
  const linear = (first + ((physical & 0xffc) << 10)) >>> 0;
  const directory = readHost(real.machine.memory, DIRECTORY + ((linear >>> 22) << 2), 4);
  if ((directory & PRESENT) === 0) return;
  writeHost(real.machine, ((directory & ~0xfff) + ((linear >>> 10) & 0xffc)) >>> 0, 4, 0);
  flushTlbPage(real.machine.tlb, linear);
}
