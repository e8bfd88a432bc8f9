import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import { flushTlb } from '../../x86/cpu/tlb.ts';
import type { Machine } from '../../x86/machine.ts';
import { MONITOR_BASE, MONITOR_FRAMES } from '../direct/layout.ts';
import { shared } from '../hypercalls.ts';
import { BUSY, INVALID, TOO_BIG } from './errors.ts';
import { allowAtStart } from './startTables.ts';
import type { Paravirtual } from './state.ts';

/** Frames of the guest's memory. */
export const FRAMES = MONITOR_FRAMES >>> 12;

/** What a frame is used as; it must not be anything else until nothing uses it so. */
export const DATA = 0;
export const TABLE = 1;
export const DIRECTORY = 2;
export type Kind = typeof TABLE | typeof DIRECTORY;

/**
 * What each frame is used as, and how often: the reference counts at the head
 * of Xen's arch/x86/mm.c. A frame is a page directory, a page table or mapped
 * writable, and never two of these at a time; that is all that keeps the guest's hands off its tables.
 */
export interface Frames {
  readonly kinds: Uint8Array;
  /** Pins, entries of directories and CR3 that use it as a table. */
  readonly uses: Uint32Array;
  /** Entries of checked tables that map it writable. */
  readonly writable: Uint32Array;
  readonly pinned: Uint8Array;
}

export function firstFrames(): Frames {
  const writable = new Uint32Array(FRAMES);
  // The hypervisor writes to the shared page: it must not become a table.
  writable[shared.page >>> 12] = 1;
  return { kinds: new Uint8Array(FRAMES), uses: new Uint32Array(FRAMES), writable, pinned: new Uint8Array(FRAMES) };
}

export const copyFrames = ({ kinds, uses, writable, pinned }: Frames): Frames => ({
  kinds: kinds.slice(),
  uses: uses.slice(),
  writable: writable.slice(),
  pinned: pinned.slice(),
});

const PRESENT = 1;
const WRITABLE = 2;
const LARGE = 1 << 7;
/** The directory's entry that maps the hypervisor: its own, in every directory. */
const OWN_SLOT = MONITOR_BASE >>> 22;

/** One more use of a frame as a page table or directory: 0, or why not. The first use has every entry checked. Xen: `get_page_type`. */
export function getType(machine: Machine, vmm: Paravirtual, frame: number, kind: Kind): number {
  const { kinds, uses, writable } = vmm.frames;
  if (frame >= FRAMES) return INVALID;
  if (kinds[frame] === kind) {
    uses[frame] = (uses[frame] ?? 0) + 1;
    return 0;
  }
  if (kinds[frame] !== DATA || (writable[frame] ?? 0) > 0) return BUSY;
  kinds[frame] = kind;
  const refusal = takeAll(machine, vmm, frame, kind);
  if (refusal < 0) {
    kinds[frame] = DATA;
    return refusal;
  }
  uses[frame] = 1;
  if (kind === DIRECTORY) writeHost(machine, slotOf(frame), 4, MONITOR_FRAMES | LARGE | WRITABLE | PRESENT);
  allowAtStart(machine, frame, false);
  flushTlb(machine.tlb, 'all');
  return 0;
}

/** One use less; with the last, what its entries refer to is given back. Xen: `put_page_type`. */
export function putType(machine: Machine, vmm: Paravirtual, frame: number): void {
  const { kinds, uses } = vmm.frames;
  const left = (uses[frame] ?? 1) - 1;
  uses[frame] = left;
  if (left > 0) return;
  const kind = kinds[frame] as Kind;
  if (kind === DIRECTORY) writeHost(machine, slotOf(frame), 4, 0);
  for (let i = 0; i < entriesOf(kind); i++) drop(machine, vmm, readHost(machine.memory, frame * 4096 + i * 4, 4), kind);
  kinds[frame] = DATA;
  allowAtStart(machine, frame, true);
  flushTlb(machine.tlb, 'all');
}

const slotOf = (frame: number): number => frame * 4096 + OWN_SLOT * 4;
const entriesOf = (kind: Kind): number => (kind === DIRECTORY ? OWN_SLOT : 1024);

function takeAll(machine: Machine, vmm: Paravirtual, frame: number, kind: Kind): number {
  vmm.budget -= 1024;
  if (vmm.budget < 0) return TOO_BIG;
  if (kind === DIRECTORY && (readHost(machine.memory, slotOf(frame), 4) & PRESENT) !== 0) return INVALID;
  for (let i = 0; i < entriesOf(kind); i++) {
    const refusal = take(machine, vmm, readHost(machine.memory, frame * 4096 + i * 4, 4), kind);
    if (refusal === 0) continue;
    for (let j = 0; j < i; j++) drop(machine, vmm, readHost(machine.memory, frame * 4096 + j * 4, 4), kind);
    return refusal;
  }
  return 0;
}

/** Checks an entry of a table of this kind, and counts what it refers to. */
export function take(machine: Machine, vmm: Paravirtual, entry: number, kind: Kind): number {
  if ((entry & PRESENT) === 0) return 0;
  const frame = entry >>> 12;
  if (frame >= FRAMES) return INVALID;
  if (kind === DIRECTORY) return (entry & LARGE) !== 0 ? INVALID : getType(machine, vmm, frame, TABLE);
  if ((entry & WRITABLE) === 0) return 0;
  const { kinds, writable } = vmm.frames;
  if (kinds[frame] !== DATA) return BUSY;
  writable[frame] = (writable[frame] ?? 0) + 1;
  return 0;
}

/** Gives back what an entry referred to. */
export function drop(machine: Machine, vmm: Paravirtual, entry: number, kind: Kind): void {
  if ((entry & PRESENT) === 0) return;
  const frame = entry >>> 12;
  const { writable } = vmm.frames;
  if (kind === DIRECTORY) putType(machine, vmm, frame);
  else if ((entry & WRITABLE) !== 0) writable[frame] = (writable[frame] ?? 1) - 1;
}
