/** Lines of the TLB: a power of two. Real ones have as few (a Pentium III: 32 and 64) and are not direct-mapped. */
const LINES = 256;

/** What an access is: shifted by one and with the user bit below it, the number of its bit in `rights`. */
export const READ = 0;
export const WRITE = 1;
export const EXECUTE = 2;
export type AccessKind = typeof READ | typeof WRITE | typeof EXECUTE;

/** The other two bits of `rights`: the entry outlives a load of CR3; it is a slice of a 4 MiB page. */
export const GLOBAL = 1 << 6;
export const LARGE = 1 << 7;

/**
 * Translations that were used (SDM vol. 3A, "Translation Lookaside Buffers"):
 * direct-mapped, one line for 4 KiB of a page of either size. It knows of no
 * change to the tables: software flushes it.
 */
export interface Tlb {
  /** The linear page that a line translates, -1 for none. */
  readonly pages: Int32Array;
  /** Where it is in the host's memory: the final address, also under a second level. */
  readonly frames: Uint32Array;
  /** Bit `kind << 1 | user` for every access that is known to be allowed. */
  readonly rights: Uint8Array;
}

/** Mixed, so that code, data and stack at round addresses do not meet in one line. */
const lineOf = (page: number): number => (page ^ (page >>> 8)) & (LINES - 1);

export const emptyTlb = (): Tlb => ({
  pages: new Int32Array(LINES).fill(-1),
  frames: new Uint32Array(LINES),
  rights: new Uint8Array(LINES),
});

export const copyTlb = ({ pages, frames, rights }: Tlb): Tlb => ({
  pages: pages.slice(),
  frames: frames.slice(),
  rights: rights.slice(),
});

/** The host-physical address, or -1 where the TLB does not know that this access is allowed. */
export function lookupTlb({ pages, frames, rights }: Tlb, linear: number, kind: AccessKind, user: number): number {
  const page = linear >>> 12;
  const line = lineOf(page);
  if (pages[line] !== page || (((rights[line] ?? 0) >> ((kind << 1) | user)) & 1) === 0) return -1;
  return (frames[line] ?? 0) + (linear & 0xfff);
}

/** Adds rights to the line of this page, or gives the line to it. */
export function insertTlb({ pages, frames, rights }: Tlb, linear: number, frame: number, allowed: number): void {
  const page = linear >>> 12;
  const line = lineOf(page);
  const known = pages[line] === page && frames[line] === frame ? (rights[line] ?? 0) : 0;
  pages[line] = page;
  frames[line] = frame;
  rights[line] = known | allowed;
}

/** Forgets every translation; on a load of CR3 all but the global ones. */
export function flushTlb({ pages, rights }: Tlb, what: 'all' | 'local'): void {
  if (what === 'all') pages.fill(-1);
  else for (let line = 0; line < LINES; line++) if (((rights[line] ?? 0) & GLOBAL) === 0) pages[line] = -1;
}

/** INVLPG: forgets the page that holds this address, global or not, 4 MiB of it where it is so large. */
export function flushTlbPage({ pages, rights }: Tlb, linear: number): void {
  const page = linear >>> 12;
  if (pages[lineOf(page)] === page) pages[lineOf(page)] = -1;
  for (let line = 0; line < LINES; line++)
    if (((rights[line] ?? 0) & LARGE) !== 0 && (pages[line] ?? -1) >> 10 === page >> 10) pages[line] = -1;
}
