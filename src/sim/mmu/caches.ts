/**
 * Caches of table entries; Intel SDM vol. 3A, "Paging-Structure Caches", and
 * vol. 3C, "Information That May Be Cached". Their sizes are not documented:
 * 24 entries that lead to a lowest table and 4 each of the two kinds above are
 * assumed, fully associative, least recently used.
 */
interface Line {
  readonly key: number;
  /** Host-physical address of the table it leads to. */
  readonly table: number;
}
/** By level of the entry, 2 to 4, at 0 to 2. */
type Levels = readonly [readonly Line[], readonly Line[], readonly Line[]];

export interface Caches {
  /** Tagged with VPID and PCID: entries of the tables that virtual addresses go through. */
  readonly linear: Levels;
  /** Tagged with the EPT's root: entries of EPT. */
  readonly physical: Levels;
}

const none: Levels = [[], [], []];
export const noCaches: Caches = { linear: none, physical: none };
const room = [24, 4, 4] as const;

/** Tag and the address bits that select an entry at this level, in one number. */
export const lineKey = (tag: number, address: number, level: number): number =>
  tag * 2 ** 27 + Math.floor(address / 2 ** (3 + 9 * level));

/** The lowest table that is known for this address, and its level; undefined where the walk starts at the root. */
export function findTable(
  levels: Levels,
  tag: number,
  address: number,
): { readonly level: number; readonly table: number } | undefined {
  for (let level = 2; level <= 4; level++) {
    const key = lineKey(tag, address, level);
    const line = (levels[level - 2] ?? []).find((other) => other.key === key);
    if (line) return { level: level - 1, table: line.table };
  }
  return undefined;
}

/** Remembers that the entry at `level` leads to this table. */
export function keepTable(levels: Levels, tag: number, address: number, level: number, table: number): Levels {
  const key = lineKey(tag, address, level);
  const lines = levels[level - 2] ?? [];
  if (lines[0]?.key === key) return levels;
  const kept = [{ key, table }, ...lines.filter((other) => other.key !== key)].slice(0, room[level - 2]);
  return levels.map((old, i) => (i === level - 2 ? kept : old)) as unknown as Levels;
}

const keepLines = (levels: Levels, isKept: (tag: number) => boolean): Levels =>
  levels.map((lines) => lines.filter(({ key }) => isKept(Math.floor(key / 2 ** 27)))) as unknown as Levels;

/** Forgets the linear lines of these tags; those of EPT stay. */
export const dropLinear = (caches: Caches, isStale: (tag: number) => boolean): Caches =>
  caches === noCaches ? caches : { ...caches, linear: keepLines(caches.linear, (tag) => !isStale(tag)) };

/** Forgets EPT's lines of a VM. */
export const dropPhysical = (caches: Caches, vm: number): Caches =>
  caches === noCaches ? caches : { ...caches, physical: keepLines(caches.physical, (tag) => tag !== vm) };
