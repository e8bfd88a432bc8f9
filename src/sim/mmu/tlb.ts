/**
 * The translation lookaside buffer; Intel SDM vol. 3A, "Translation Lookaside
 * Buffers (TLBs)". Replacement within a set is least recently used: processors
 * do something like it and do not say what.
 */
export interface Translation {
  /** Tag and virtual page in one number: see `tlbKey`. */
  readonly key: number;
  /** The way it stands in, for as long as it lives. */
  readonly way: number;
  readonly page: number;
  readonly frame: number;
  /** What it allows outright. Writing only where the page is marked dirty already, for the mark is set by a walk. */
  readonly rights: number;
}

/** Sets of translations, in each the last used first. */
export interface Tlb {
  readonly ways: number;
  readonly sets: readonly (readonly Translation[])[];
}

const VPAGES = 2 ** 36;
const none: readonly Translation[] = [];

export const emptyTlb = (entries: number, ways: number): Tlb => ({
  ways: Math.min(ways, entries),
  sets: Array.from({ length: entries / Math.min(ways, entries) }, () => none),
});

export const tlbKey = (tag: number, vpage: number): number => tag * VPAGES + vpage;
export const keyTag = (key: number): number => Math.floor(key / VPAGES);
export const keyPage = (key: number): number => key % VPAGES;

/** The set a page stands in: its lowest bits. */
export const setOf = ({ sets }: Tlb, key: number): number => key % sets.length;

export function findTranslation(tlb: Tlb, key: number): Translation | undefined {
  const set = tlb.sets[setOf(tlb, key)] ?? none;
  for (let i = 0; i < set.length; i++) if (set[i]?.key === key) return set[i];
  return undefined;
}

const withSet = (tlb: Tlb, place: number, set: readonly Translation[]): Tlb => {
  const sets = tlb.sets.slice();
  sets[place] = set;
  return { ways: tlb.ways, sets };
};

/** The very same buffer where this was the last one used. */
export function touchTranslation(tlb: Tlb, entry: Translation): Tlb {
  const place = setOf(tlb, entry.key);
  const set = tlb.sets[place] ?? none;
  if (set[0] === entry) return tlb;
  const copy = [entry];
  for (const other of set) if (other !== entry) copy.push(other);
  return withSet(tlb, place, copy);
}

/** Puts a translation in, in the way of the one it replaces. */
export function insertTranslation(tlb: Tlb, key: number, page: number, frame: number, rights: number): Tlb {
  const place = setOf(tlb, key);
  const set = tlb.sets[place] ?? none;
  const out = findTranslation(tlb, key) ?? (set.length >= tlb.ways ? set[set.length - 1] : undefined);
  const copy: Translation[] = [{ key, way: out ? out.way : freeWay(set, tlb.ways), page, frame, rights }];
  for (const other of set) if (other !== out) copy.push(other);
  return withSet(tlb, place, copy);
}

function freeWay(set: readonly Translation[], ways: number): number {
  for (let way = 0; way < ways; way++) if (!set.some((other) => other.way === way)) return way;
  return 0;
}

/** Removes translations; the very same buffer where there are none such. */
export function dropTranslations(tlb: Tlb, isStale: (entry: Translation) => boolean): Tlb {
  if (!tlb.sets.some((set) => set.some(isStale))) return tlb;
  return {
    ways: tlb.ways,
    sets: tlb.sets.map((set) => (set.some(isStale) ? set.filter((entry) => !isStale(entry)) : set)),
  };
}

/** Removes one translation. */
export function dropTranslation(tlb: Tlb, key: number): Tlb {
  if (!findTranslation(tlb, key)) return tlb;
  const place = setOf(tlb, key);
  return withSet(
    tlb,
    place,
    (tlb.sets[place] ?? none).filter((other) => other.key !== key),
  );
}

export const countTranslations = ({ sets }: Tlb): number => sets.reduce((sum, set) => sum + set.length, 0);
