import { addressIn, hasBit, makeEntry } from '#sim/paging/entry.ts';
import { indexAt } from '#sim/paging/level.ts';
import { type Memory, readEntry, writeEntry } from '#sim/paging/memory.ts';
import { type Plot, plantPage, type Tree } from '#sim/paging/plant.ts';

/**
 * DMA remapping after the Intel Virtualization Technology for Directed I/O
 * specification, legacy mode: a root table with an entry for each bus, a
 * context table with an entry for each device and function, and a second-level
 * page table of four levels for each domain. Entries of 16 bytes have their
 * flags and pointer in the first 8. Caches (IOTLB, context cache) are left out.
 */
const READ = 1;
const WRITE = 2;
const PRESENT = 1;

/** Fault reasons of the specification's table of non-recoverable faults. */
export type DmaFault = 'no-root-entry' | 'no-context-entry' | 'write-not-allowed' | 'read-not-allowed';
export const faultReasons: Readonly<Record<DmaFault, number>> = {
  'no-root-entry': 1,
  'no-context-entry': 2,
  'write-not-allowed': 5,
  'read-not-allowed': 6,
};

/** Where in a table of 256 entries this requester's bus, or its device and function, stands. */
const busEntry = (root: number, requester: number): number => root + 16 * (requester >>> 8);
const functionEntry = (context: number, requester: number): number => context + 16 * (requester & 255);

/** The host-physical address of a device's access, or why it is refused. Every table is read from memory. */
export function translate(
  memory: Memory,
  root: number,
  requester: number,
  address: number,
  kind: 'read' | 'write',
): { readonly real: number; readonly reads: number } | { readonly fault: DmaFault; readonly reads: number } {
  const bus = readEntry(memory, busEntry(root, requester));
  if (!hasBit(bus, 0)) return { fault: 'no-root-entry', reads: 1 };
  const context = readEntry(memory, functionEntry(addressIn(bus, 12), requester));
  if (!hasBit(context, 0)) return { fault: 'no-context-entry', reads: 2 };
  let table = addressIn(context, 12);
  for (let level = 4; level >= 1; level--) {
    const entry = readEntry(memory, table + 8 * indexAt(address, level));
    const reads = 7 - level;
    if (!hasBit(entry, kind === 'read' ? 0 : 1))
      return { fault: kind === 'read' ? 'read-not-allowed' : 'write-not-allowed', reads };
    table = addressIn(entry, 12);
  }
  return { real: table + (address % 4096), reads: 6 };
}

/** What a domain may reach: device addresses from 0 up to `size` are host addresses from `base` up. */
export interface Domain {
  readonly requester: number;
  readonly base: number;
  readonly size: number;
}

/** Builds the tables of one requester in frames from `free` on. Root and context table keep theirs. */
export function assign(plot: Plot, root: number, free: number, { requester, base, size }: Domain): Plot {
  const frame = (n: number): number => free + 4096 * n;
  const [context, top] = [frame(0), frame(plot.taken)];
  const tree: Tree = { root: top, levels: 4, link: READ | WRITE, frame, real: (address) => address };
  let now: Plot = {
    memory: writeEntry(
      writeEntry(plot.memory, busEntry(root, requester), makeEntry(context, PRESENT)),
      functionEntry(context, requester),
      makeEntry(top, PRESENT),
    ),
    taken: plot.taken + 1,
  };
  for (let page = 0; page < size; page += 4096)
    now = plantPage(now, tree, (level) => indexAt(page, level), 1, makeEntry(base + page, READ | WRITE));
  return now;
}
