import type { Instruction } from './instruction.ts';

/**
 * Decoded instructions by the physical page that holds them and their offset in
 * it, in 32-bit code. They are no part of a machine: they say again what
 * the bytes of the page say, so whoever changes a byte calls `forget`.
 */
const kept = new WeakMap<Uint8Array, (Instruction | undefined)[]>();

/** The last page found to hold no decoded code: most writes go to it again. */
let clean: Uint8Array | undefined;
let lastPage: Uint8Array | undefined;
let lastList: (Instruction | undefined)[] | undefined;

const LONGEST = 15;

function listOf(page: Uint8Array): (Instruction | undefined)[] | undefined {
  if (page === lastPage) return lastList;
  const list = kept.get(page);
  if (list) {
    lastPage = page;
    lastList = list;
  }
  return list;
}

/** The instruction that begins at this offset of the page, if it was decoded since its bytes last changed. */
export const recall = (page: Uint8Array, offset: number): Instruction | undefined => listOf(page)?.[offset];

/** Keeps an instruction that lies in the page wholly. */
export function remember(page: Uint8Array, offset: number, instruction: Instruction): void {
  let list = listOf(page);
  if (!list) {
    list = new Array<Instruction | undefined>(page.length).fill(undefined);
    kept.set(page, list);
    if (clean === page) clean = undefined;
  }
  list[offset] = instruction;
}

/** To be called with every write in place to a page: what was decoded from these bytes no longer holds. */
export function forget(page: Uint8Array, offset: number, size: number): void {
  if (page === clean) return;
  const list = listOf(page);
  if (!list) {
    clean = page;
    return;
  }
  for (let at = Math.max(0, offset - LONGEST + 1); at < offset + size; at++) {
    const found = list[at];
    if (found && at + found.length > offset) list[at] = undefined;
  }
}
