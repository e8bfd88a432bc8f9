import { setFlags } from '#sim/paging/entry.ts';
import { eptBits } from '#sim/paging/ept.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { type Memory, readEntry, writeEntry } from '#sim/paging/memory.ts';
import { type Caches, findTable, keepTable } from './caches.ts';
import { eptTable } from './frames.ts';
import { frameIn, leafRights } from './leaf.ts';
import { rightBits } from './trace.ts';
import { indexIn, refusal, stop, type Walked, type Wish } from './walkTables.ts';
import { frameAt, wordsOf } from './words.ts';

/** A two-dimensional walk under way: used within `walkNested` only. */
interface Path {
  readonly vm: number;
  readonly useCaches: boolean;
  memory: Memory;
  caches: Caches;
  references: number;
  /** What EPT allowed for the last page looked up; 0 where it has no entry. */
  allowed: number;
}

/**
 * Looks up where a guest page lies; -1 where EPT does not say. Its entries
 * carry no accessed and dirty flags here: EPTP bit 6 is 0.
 */
function lookUp(path: Path, page: number): number {
  const known = path.useCaches ? findTable(path.caches.physical, path.vm, page * 4096) : undefined;
  let table = (known ? known.table : eptTable(path.vm, 0)) / 4096;
  path.allowed = 7;
  for (let level = known ? known.level : 4; ; level--) {
    const words = wordsOf(path.memory, table);
    // A guest-physical page has 16 bits: they select entries of the two lowest levels, and entry 0 above.
    const index = level === 1 ? page & 511 : level === 2 ? page >>> 9 : 0;
    path.references++;
    path.allowed &= words[2 * index] ?? 0;
    if (path.allowed === 0) return -1;
    table = frameAt(words, index);
    if (level === 1) return table;
    if (path.useCaches)
      path.caches = {
        ...path.caches,
        physical: keepTable(path.caches.physical, path.vm, page * 4096, level, table * 4096),
      };
  }
}

/** EPT's rights are numbered as ours are. */
const eptRights = (allowed: number): number => allowed & (eptBits.read | eptBits.write | eptBits.execute);

/** Walks the guest's tables through EPT; Intel SDM vol. 3C, "EPT Translation Mechanism". `root` is a guest page. */
export function walkNested(
  from: Memory,
  caches: Caches,
  useCaches: boolean,
  vm: number,
  root: number,
  tag: number,
  va: number,
  wish: Wish,
): Walked {
  const path: Path = { vm, useCaches, memory: from, caches, references: 0, allowed: 0 };
  const known = useCaches ? findTable(caches.linear, tag, va) : undefined;
  let page = root;
  for (let level = known ? known.level : 4; ; level--) {
    const table = known && level === known.level ? known.table : lookUp(path, page) * 4096;
    if (table < 0) return stop(path.memory, path.caches, path.references, undefined);
    if (useCaches && level < 4)
      path.caches = { ...path.caches, linear: keepTable(path.caches.linear, tag, va, level + 1, table) };
    const at = table + 8 * indexIn(va, level);
    const entry = readEntry(path.memory, at);
    path.references++;
    if (!(entry.lo & 1)) return stop(path.memory, path.caches, path.references, 'not-present');
    const fault = level === 1 ? refusal(leafRights(entry), wish) : undefined;
    if (fault) return stop(path.memory, path.caches, path.references, fault);
    const isDirty = level === 1 && wish === rightBits.write;
    const marked = setFlags(entry, guestBits.accessed | (isDirty ? guestBits.dirty : 0));
    if (marked !== entry) path.memory = writeEntry(path.memory, at, marked);
    page = frameIn(entry);
    if (level === 1)
      return reachPage(path, page, leafRights(entry) & ~(marked.lo & guestBits.dirty ? 0 : rightBits.write), wish);
  }
}

/** The last lookup: of the page itself. */
function reachPage(path: Path, page: number, guestRights: number, wish: Wish): Walked {
  const frame = lookUp(path, page);
  const { memory, caches, references } = path;
  const allowed = eptRights(path.allowed);
  if (frame < 0 || !(allowed & wish)) return stop(memory, caches, references, undefined);
  return { memory, caches, references, fault: undefined, violation: false, page, frame, rights: guestRights & allowed };
}
