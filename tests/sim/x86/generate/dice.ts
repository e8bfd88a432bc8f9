/** A seeded source of choices: the same seed makes the same program, on every machine. */
export interface Dice {
  /** A whole number from 0 up to and without `count`. */
  below(count: number): number;
  /** 32 random bits, the round and the extreme ones more often than chance would. */
  word(): number;
  pick<T>(list: readonly T[]): T;
  chance(percent: number): boolean;
}

const extremes = [0, 1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** Mulberry32, by Tommy Ettinger (public domain): small, and good enough to vary programs. */
export function throwDice(seed: number): Dice {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number): number => bits() % count;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return {
    below,
    pick,
    word: () => (below(3) === 0 ? pick(extremes) : bits()),
    chance: (percent) => below(100) < percent,
  };
}

/** A number as NASM source. */
export const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;
