import { isInstalled, type Memory } from './memory.ts';

/** The 1,024 words of a 4-KiB page. They are only read: a page is succeeded, not changed. */
export type Page = Uint32Array;

const blank: Page = new Uint32Array(1024);

/** A page of one word again and again. */
export const pageOf = (word: number): Page => new Uint32Array(1024).fill(word);

export const isSamePage = (a: Page, b: Page): boolean => a === b || a.every((word, i) => word === b[i]);

const placesOf = (address: number): readonly [number, number, number] => {
  const n = Math.floor(address / 4096);
  return [n >>> 16, (n >>> 8) & 255, n & 255];
};

/** The page that contains this address; zeros where it was never written. */
export function readPage({ frames }: Memory, address: number): Page {
  const [high, middle, low] = placesOf(address);
  return frames[high]?.[middle]?.[low] ?? blank;
}

const withItem = <T>(list: readonly T[] | undefined, place: number, item: T): readonly T[] => {
  const copy = list?.slice() ?? [];
  copy[place] = item;
  return copy;
};

/** Puts a whole page in place; the very same memory where it stands there already, or no memory does. */
export function writePage(memory: Memory, address: number, page: Page): Memory {
  if (!isInstalled(memory, address) || readPage(memory, address) === page) return memory;
  const [high, middle, low] = placesOf(address);
  const row = memory.frames[high];
  const frames = withItem(memory.frames, high, withItem(row, middle, withItem(row?.[middle], low, page)));
  return { ...memory, frames };
}
