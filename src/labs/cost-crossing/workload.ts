import type { Axis, Params } from './controls.ts';

/**
 * The trace of one point, written from the settings alone: a process that reads
 * pages by chance (the same chances at every point), a kernel that rewrites
 * entries of its tables, and a second VM that takes turns.
 */
export interface Workload {
  /** What `parseTrace` reads. */
  readonly text: string;
  /** Lines that set the stage: they are run, and not billed. */
  readonly warm: number;
}
/** How often things happen: of 1,000 accesses; and over how many pages. */
export interface Rates {
  readonly writes: number;
  readonly pages: number;
  readonly switches: number;
}

/** Accesses of one point, few enough for one step of the lab. */
export const ACCESSES = 400;

/** Where the points of each axis are. */
export const stops: Readonly<Record<Axis, readonly number[]>> = {
  writes: Array.from({ length: 12 }, (_, i) => 10 * i),
  pages: Array.from({ length: 12 }, (_, i) => 4 + 4 * i),
  switches: Array.from({ length: 12 }, (_, i) => 5 * i),
};
export const spacing = (axis: Axis): number => (stops[axis][1] ?? 0) - (stops[axis][0] ?? 0);

/** The settings, with what stands on the axis in place of its control. */
export const ratesAt = ({ axis, writes, pages, switches }: Params, x: number): Rates => ({
  writes,
  pages,
  switches,
  [axis]: x,
});

/** Chance as an argument: MurmurHash3’s last mixing of a number, from 0 up to 1. */
function chance(n: number): number {
  let hash = Math.imul(n ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
/** A second row of chances, for the kernel. */
const KERNEL = 100_000;

/** Whether something that happens so often in 1,000 accesses happens before access `i`. */
const isDue = (i: number, rate: number): boolean => Math.floor(((i + 1) * rate) / 1000) > Math.floor((i * rate) / 1000);

const at = (page: number): string => (0x400 + page).toString(16).concat('000');
const map = (page: number): string => `map ${at(page)} ${(0x10 + page).toString(16)}000 rw`;

/** Every page is mapped and written once, so that nothing is touched for the first time later. */
const warmUp = (vm: string, pages: number): readonly string[] => {
  const all = Array.from({ length: pages }, (_, page) => page);
  return [`vm ${vm}`, 'process work', ...all.map(map), ...all.map((page) => `write ${at(page)}`)];
};

export function workloadOf({ writes, pages, switches }: Rates): Workload {
  const warm = [...(switches ? warmUp('blue', pages) : []), ...warmUp('red', pages)];
  const lines = [...warm];
  let [turns, stores] = [0, 0];
  for (let i = 0; i < ACCESSES; i++) {
    if (isDue(i, switches)) lines.push(`vm ${++turns % 2 ? 'blue' : 'red'}`);
    if (isDue(i, writes)) lines.push(map(Math.floor(chance(KERNEL + stores++) * pages)));
    lines.push(`read ${at(Math.floor(chance(i) * pages))}`);
  }
  return { text: lines.join('\n'), warm: warm.length };
}
