import { type Entry, hasBit, makeEntry } from '#sim/paging/entry.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { rightBits } from './trace.ts';

const XD = 0x80000000;

/** A guest's entry that maps a page: P and U/S are 1, R/W as asked for, XD where it may not be executed. */
export function makeLeaf(address: number, rights: number, marks = 0): Entry {
  const write = rights & rightBits.write ? guestBits.write : 0;
  const { lo, hi } = makeEntry(address, guestBits.present | guestBits.user | write | marks);
  return rights & rightBits.execute ? { lo, hi } : { lo, hi: (hi | XD) >>> 0 };
}

/** What an entry that maps a page allows. */
export const leafRights = (entry: Entry): number =>
  rightBits.read | (entry.lo & guestBits.write ? rightBits.write : 0) | (hasBit(entry, 63) ? 0 : rightBits.execute);

/** The frame in an entry: all frames here have numbers below 2^24. */
export const frameIn = ({ lo, hi }: Entry): number => ((lo >>> 12) | ((hi & 15) << 20)) >>> 0;
