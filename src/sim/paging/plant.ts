import { addressIn, type Entry, hasBit, makeEntry } from './entry.ts';
import { EPT_RIGHTS } from './ept.ts';
import { guestBits } from './guest.ts';
import { type Memory, readEntry, writeEntry } from './memory.ts';

/** A tree of tables, as the software that keeps it sees it. */
export interface Tree {
  /** The root table, in the tree's own kind of address. */
  readonly root: number;
  readonly levels: number;
  /** Low flag bits of an entry that leads to a table. */
  readonly link: number;
  /** The n-th free frame that a new table is put in. */
  frame(n: number): number;
  /** Where such an address really is. */
  real(address: number): number;
}

/** A memory, and how many frames the tree has taken in it. */
export interface Plot {
  readonly memory: Memory;
  readonly taken: number;
}

/** Entries of tables that software leaves fully open: the last one decides. */
export const openLink = { guest: guestBits.present | guestBits.write | guestBits.user, ept: EPT_RIGHTS } as const;

/**
 * Maps one page: takes tables as they are needed, from the root down to
 * `level`, and writes `leaf` there. `indexAt` says which entry of each level.
 */
export function plantPage(
  { memory, taken }: Plot,
  tree: Tree,
  indexAt: (level: number) => number,
  level: number,
  leaf: Entry,
): Plot {
  let [table, used, now] = [tree.root, taken, memory];
  for (let at = tree.levels; at > level; at--) {
    const place = tree.real(table + 8 * indexAt(at));
    const entry = readEntry(now, place);
    if (hasBit(entry, 0)) table = addressIn(entry, 12);
    else {
      table = tree.frame(used++);
      now = writeEntry(now, place, makeEntry(table, tree.link));
    }
  }
  return { memory: writeEntry(now, tree.real(table + 8 * indexAt(level)), leaf), taken: used };
}
