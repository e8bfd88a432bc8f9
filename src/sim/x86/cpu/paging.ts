import type { Machine } from '../machine.ts';
import { type Fault, fault, PAGE_FAULT } from './fault.ts';
import { readEntry, writeEntry } from './physical.ts';
import { PG, PGE, PSE, WP } from './state.ts';
import { type AccessKind, EXECUTE, GLOBAL, insertTlb, LARGE, lookupTlb, READ, WRITE } from './tlb.ts';

/** Bits of an entry of a page directory or page table: SDM vol. 3A, "32-Bit Paging". */
const PRESENT = 1 << 0;
const WRITABLE = 1 << 1;
const USER = 1 << 2;
const ACCESSED = 1 << 5;
const DIRTY = 1 << 6;
const PAGE_SIZE = 1 << 7;
const GLOBAL_PAGE = 1 << 8;
/** Bits 13-21 of an entry that maps 4 MiB: without PSE-36 they must be 0. */
const RESERVED = 0x003f_e000;
/** The error code's bit for a reserved bit that is set. */
const RSVD = 1 << 3;

/** Every right at once, for a processor that does not page. */
const EVERYONE = 0b11_1111;

/** Who wants what of which linear address. */
interface Wish {
  readonly linear: number;
  readonly kind: AccessKind;
  /** 1 at CPL 3, 0 for the supervisor. */
  readonly user: number;
}

/**
 * The host-physical address of a linear one, from the TLB or the tables.
 * Throws #PF with CR2 set, or what the second level throws.
 */
export function translate(machine: Machine, linear: number, kind: AccessKind, user: number): number {
  const known = lookupTlb(machine.tlb, linear, kind, user);
  return known >= 0 ? known : walk(machine, { linear: linear >>> 0, kind, user });
}

/** What the tables say of a page: its entries' common rights, its physical address, and flags for the TLB. */
interface Leaf {
  readonly entry: number;
  readonly at: number;
  /** U/S and R/W of both levels together. */
  readonly rights: number;
  readonly frame: number;
  readonly large: boolean;
}

function walk(machine: Machine, wish: Wish): number {
  const { cpu } = machine;
  const page = wish.linear & ~0xfff;
  if ((cpu.cr0 & PG) === 0) return remember(machine, wish, page, allowed(wish.kind, EVERYONE));
  const leaf = findLeaf(machine, wish);
  if (!mayPass(wish, leaf.rights, (cpu.cr0 & WP) !== 0)) throw pageFault(machine, wish, PRESENT);
  mark(machine, wish, leaf);
  const global = (cpu.cr4 & PGE) !== 0 && (leaf.entry & GLOBAL_PAGE) !== 0 ? GLOBAL : 0;
  const rights = rightsOf(leaf.rights, (cpu.cr0 & WP) !== 0);
  return remember(machine, wish, leaf.frame, allowed(wish.kind, rights) | global | (leaf.large ? LARGE : 0));
}

function findLeaf(machine: Machine, wish: Wish): Leaf {
  const { cpu } = machine;
  const directoryAt = (cpu.cr3 & ~0xfff) + ((wish.linear >>> 22) << 2);
  const directory = readEntry(machine, directoryAt >>> 0, wish.linear);
  if ((directory & PRESENT) === 0) throw pageFault(machine, wish, 0);
  if ((directory & PAGE_SIZE) !== 0 && (cpu.cr4 & PSE) !== 0) {
    if ((directory & RESERVED) !== 0) throw pageFault(machine, wish, PRESENT | RSVD);
    const frame = (directory & 0xffc0_0000) | (wish.linear & 0x003f_f000);
    return { entry: directory, at: directoryAt >>> 0, rights: directory, frame, large: true };
  }
  if ((directory & ACCESSED) === 0) writeEntry(machine, directoryAt >>> 0, wish.linear, directory | ACCESSED);
  const at = ((directory & ~0xfff) + ((wish.linear >>> 10) & 0xffc)) >>> 0;
  const entry = readEntry(machine, at, wish.linear);
  if ((entry & PRESENT) === 0) throw pageFault(machine, wish, 0);
  return { entry, at, rights: directory & entry, frame: entry & ~0xfff, large: false };
}

function mayPass({ kind, user }: Wish, rights: number, protect: boolean): boolean {
  if (user !== 0 && (rights & USER) === 0) return false;
  return kind !== WRITE || (rights & WRITABLE) !== 0 || (user === 0 && !protect);
}

/** Accessed, and dirty on a write, in the entry that maps the page. */
function mark(machine: Machine, { kind, linear }: Wish, { entry, at }: Leaf): void {
  const flags = kind === WRITE ? ACCESSED | DIRTY : ACCESSED;
  if ((entry & flags) !== flags) writeEntry(machine, at, linear, entry | flags);
}

/** The bits of `Tlb.rights` that the tables allow, whatever the access that asked. */
function rightsOf(rights: number, protect: boolean): number {
  const user = (rights & USER) !== 0 ? 0b11 : 0b01;
  const writers = (rights & WRITABLE) !== 0 ? user : protect ? 0 : 0b01;
  return user | (writers << 2) | (user << 4);
}

/** Of them those that this access has proved: a write also reads; a page that was only read may not be dirty yet. */
function allowed(kind: AccessKind, rights: number): number {
  switch (kind) {
    case READ:
      return rights & 0b00_0011;
    case WRITE:
      return rights & 0b00_1111;
    case EXECUTE:
      return rights & 0b11_0000;
  }
}

function remember(machine: Machine, { linear, kind }: Wish, physical: number, rights: number): number {
  const frame = machine.second?.translate(machine, physical >>> 0, kind, linear, false) ?? physical >>> 0;
  insertTlb(machine.tlb, linear, frame, rights);
  return frame + (linear & 0xfff);
}

/** SDM vol. 3A, "Page-Fault Exceptions": P, W/R, U/S and RSVD; the address goes to CR2. */
function pageFault({ cpu }: Machine, { linear, kind, user }: Wish, cause: number): Fault {
  cpu.cr2 = linear;
  return fault(PAGE_FAULT, cause | (kind === WRITE ? 2 : 0) | (user << 2));
}
