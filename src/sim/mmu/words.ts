import type { Memory } from '#sim/paging/memory.ts';

const blank = new Uint32Array(1024);

/** The 1024 words of a frame, low half of each entry first. For walks: they read a million times where others read once. */
export const wordsOf = ({ frames }: Memory, frame: number): Uint32Array =>
  frames[frame >>> 16]?.[(frame >>> 8) & 255]?.[frame & 255] ?? blank;

/** The frame in the entry at `index`. */
export const frameAt = (words: Uint32Array, index: number): number =>
  (((words[2 * index] ?? 0) >>> 12) | (((words[2 * index + 1] ?? 0) & 15) << 20)) >>> 0;
