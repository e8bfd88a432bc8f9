import { setFlags } from '#sim/paging/entry.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { type Memory, readEntry, writeEntry } from '#sim/paging/memory.ts';
import { type Caches, findTable, keepTable } from './caches.ts';
import { frameIn, leafRights } from './leaf.ts';
import type { PageFault } from './machine.ts';
import { rightBits } from './trace.ts';

/** What a walk came to. */
export interface Walked {
  readonly memory: Memory;
  readonly caches: Caches;
  readonly references: number;
  readonly fault: PageFault | undefined;
  /** EPT has no entry for the page, or one that does not allow this. */
  readonly violation: boolean;
  /** Guest page and frame; one and the same where there is one set of tables. */
  readonly page: number;
  readonly frame: number;
  /** What a TLB may remember: writing only where the page is marked dirty. */
  readonly rights: number;
}

/** What is wanted of a page: a bit of `rightBits`. */
export type Wish = number;

/** Which of a table's entries a virtual address selects. */
export function indexIn(va: number, level: number): number {
  if (level > 2) return Math.floor(va / (level === 4 ? 2 ** 39 : 2 ** 30)) & 511;
  return ((va % 2 ** 30) >>> (level === 2 ? 21 : 12)) & 511;
}

/** Intel SDM vol. 3A, "Access Rights": user accesses; supervisor pages do not occur. */
export function refusal(rights: number, wish: Wish): PageFault | undefined {
  if (rights & wish) return undefined;
  return wish === rightBits.write ? 'write-protected' : 'no-execute';
}

/** Tables walked by the processor as they stand; `base` is what lies before their addresses in memory. */
export interface Tables {
  readonly root: number;
  readonly base: number;
  readonly tag: number;
}

/** Walks one set of tables from the root, or from where the caches know, and marks accessed and dirty as the processor does. */
export function walkTables(
  from: Memory,
  caches: Caches,
  useCaches: boolean,
  { root, base, tag }: Tables,
  va: number,
  wish: Wish,
): Walked {
  let memory = from;
  let kept = caches;
  let references = 0;
  const known = useCaches ? findTable(caches.linear, tag, va) : undefined;
  let table = known ? known.table : root + base;
  for (let level = known ? known.level : 4; ; level--) {
    const at = table + 8 * indexIn(va, level);
    const entry = readEntry(memory, at);
    references++;
    if (!(entry.lo & 1)) return stop(memory, kept, references, 'not-present');
    if (level === 1) {
      const rights = leafRights(entry);
      const fault = refusal(rights, wish);
      if (fault) return stop(memory, kept, references, fault);
      const marked = setFlags(entry, guestBits.accessed | (wish === rightBits.write ? guestBits.dirty : 0));
      if (marked !== entry) memory = writeEntry(memory, at, marked);
      const clean = marked.lo & guestBits.dirty ? 0 : rightBits.write;
      const frame = frameIn(entry);
      return {
        memory,
        caches: kept,
        references,
        fault: undefined,
        violation: false,
        page: frame,
        frame,
        rights: rights & ~clean,
      };
    }
    const marked = setFlags(entry, guestBits.accessed);
    if (marked !== entry) memory = writeEntry(memory, at, marked);
    table = frameIn(entry) * 4096 + base;
    if (useCaches) kept = { ...kept, linear: keepTable(kept.linear, tag, va, level, table) };
  }
}

export const stop = (memory: Memory, caches: Caches, references: number, fault: PageFault | undefined): Walked => ({
  memory,
  caches,
  references,
  fault,
  violation: fault === undefined,
  page: -1,
  frame: -1,
  rights: 0,
});
