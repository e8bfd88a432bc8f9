import { type Entry, hasBit, makeEntry, setFlags } from '#sim/paging/entry.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { type Memory, readEntry, writeEntry } from '#sim/paging/memory.ts';
import { openLink } from '#sim/paging/plant.ts';
import { readChunk, writeChunk } from './chunks.ts';
import { frameOf, ownFrame, realPage, shadowTable, tableOfPage, tablePage, ZEROS } from './frames.ts';
import { frameIn, leafRights, makeLeaf } from './leaf.ts';
import { type Machine, type PageFault, vmAt, withVm } from './machine.ts';
import { rightBits } from './trace.ts';
import { indexIn, refusal, type Wish } from './walkTables.ts';

/**
 * Shadow paging: Adams and Agesen (2006), section 2.4; Linux,
 * Documentation/virt/kvm/x86/mmu.rst. Every table of the guest has a shadow
 * with the same number; an entry of a shadow is there only where the guest's
 * own is present and marked accessed.
 */
export interface Seen {
  /** Memory with what the processor would have marked in the guest's tables. */
  readonly memory: Memory;
  readonly fault: PageFault | undefined;
  /** The guest's tables on the way, root first. */
  readonly tables: readonly number[];
  readonly leaf: Entry;
}

/** The VMM reads the guest's tables by program, as the processor would. */
export function readGuestTables(machine: Machine, vm: number, root: number, va: number, wish: Wish): Seen {
  let memory = machine.memory;
  let page = root;
  const tables: number[] = [];
  for (let level = 4; ; level--) {
    tables.push(tableOfPage(page));
    const at = realPage(machine, vm, page) + 8 * indexIn(va, level);
    const entry = readEntry(memory, at);
    if (!hasBit(entry, 0)) return { memory, fault: 'not-present', tables, leaf: entry };
    const fault = level === 1 ? refusal(leafRights(entry), wish) : undefined;
    if (fault) return { memory, fault, tables, leaf: entry };
    const isDirty = level === 1 && wish === rightBits.write;
    const marked = setFlags(entry, guestBits.accessed | (isDirty ? guestBits.dirty : 0));
    memory = writeEntry(memory, at, marked);
    page = frameIn(entry);
    if (level === 1) return { memory, fault: undefined, tables, leaf: marked };
  }
}

/** The guest page that the guest's own tables name for an address, or -1. */
export function guestPageAt(machine: Machine, vm: number, root: number, va: number): number {
  let page = root;
  for (let level = 4; level > 0; level--) {
    const entry = readEntry(machine.memory, realPage(machine, vm, page) + 8 * indexIn(va, level));
    if (!hasBit(entry, 0)) return -1;
    page = frameIn(entry);
  }
  return page;
}

/** Fills the shadows on the way to a page, and traces the guest's tables that they stand for. */
export function fillShadow(machine: Machine, vm: number, { memory: from, tables, leaf }: Seen, va: number): Machine {
  let memory = from;
  let { traced } = vmAt(machine, vm);
  for (const [i, table] of tables.entries()) {
    if (readChunk(traced, table) === 0) traced = writeChunk(traced, table, 1);
    const level = 4 - i;
    const at = shadowTable(vm, table) + 8 * indexIn(va, level);
    const below = tables[i + 1];
    const entry =
      below === undefined
        ? shadowLeaf(machine, vm, leaf)
        : makeEntry(shadowTable(vm, below), openLink.guest | guestBits.accessed);
    memory = writeEntry(memory, at, entry);
  }
  return withVm({ ...machine, memory }, vm, { traced });
}

/** Guest's rights and host's rights together; writable only once the guest's own entry is marked dirty. */
function shadowLeaf(machine: Machine, vm: number, leaf: Entry): Entry {
  const frame = frameOf(machine, vm, frameIn(leaf));
  const isClean = !(leaf.lo & guestBits.dirty) || frame === ZEROS;
  const rights = leafRights(leaf) & ~(isClean ? rightBits.write : 0);
  return makeLeaf(frame * 4096, rights, guestBits.accessed | (rights & rightBits.write ? guestBits.dirty : 0));
}

/** The lowest shadow's entry for an address, and where it stands; undefined where no shadow reaches so far. */
export function shadowSlot(
  { memory }: Machine,
  vm: number,
  root: number,
  va: number,
): { readonly at: number; readonly entry: Entry } | undefined {
  let table = shadowTable(vm, tableOfPage(root));
  for (let level = 4; level > 1; level--) {
    const entry = readEntry(memory, table + 8 * indexIn(va, level));
    if (!hasBit(entry, 0)) return undefined;
    table = frameIn(entry) * 4096;
  }
  const at = table + 8 * indexIn(va, 1);
  return { at, entry: readEntry(memory, at) };
}

const absent = makeEntry(0, 0);

/** Drops the shadow entry of one page. */
export function dropShadow(machine: Machine, vm: number, root: number, va: number): Machine {
  const slot = shadowSlot(machine, vm, root, va);
  return slot && hasBit(slot.entry, 0) ? { ...machine, memory: writeEntry(machine.memory, slot.at, absent) } : machine;
}

/** Drops an entry of the shadow of a guest's table. */
export const dropShadowEntry = (machine: Machine, vm: number, table: number, index: number): Machine => ({
  ...machine,
  memory: writeEntry(machine.memory, shadowTable(vm, table) + 8 * index, absent),
});

/** Brings the shadow of a lowest table up to date with the guest's own: what no longer agrees goes. */
export function syncTable(machine: Machine, vm: number, table: number): Machine {
  const guest = realPage(machine, vm, tablePage(table));
  let memory = machine.memory;
  for (let index = 0; index < 512; index++) {
    const at = shadowTable(vm, table) + 8 * index;
    const shadow = readEntry(memory, at);
    if (hasBit(shadow, 0) && !agrees(machine, vm, shadow, readEntry(memory, guest + 8 * index)))
      memory = writeEntry(memory, at, absent);
  }
  return { ...machine, memory };
}

/** Whether a shadow entry gives no more than the guest's own and leads to where that does. */
export const agrees = (machine: Machine, vm: number, shadow: Entry, own: Entry): boolean =>
  hasBit(own, 0) &&
  frameOf(machine, vm, frameIn(own)) === frameIn(shadow) &&
  (leafRights(shadow) & ~leafRights(own)) === 0;

/** Drops every lowest shadow entry that leads to one of these guest pages' frames. */
export function dropFrames(machine: Machine, vm: number, pages: readonly number[]): Machine {
  const frames = new Set(pages.flatMap((page) => [frameOf(machine, vm, page), ownFrame(machine, vm, page)]));
  const { processes } = vmAt(machine, vm);
  let memory = machine.memory;
  const visit = (table: number, level: number): void => {
    for (let index = 0; index < 512; index++) {
      const entry = readEntry(memory, table + 8 * index);
      if (!hasBit(entry, 0)) continue;
      if (level > 1) visit(frameIn(entry) * 4096, level - 1);
      else if (frames.has(frameIn(entry))) memory = writeEntry(memory, table + 8 * index, absent);
    }
  };
  for (const { root } of processes) visit(shadowTable(vm, tableOfPage(root)), 4);
  return { ...machine, memory };
}
