import type { Memory } from '#sim/paging/memory.ts';
import { readBytes } from './bytes.ts';

/** What a frame or a block says of itself: whose it is, and its number. */
export interface Content {
  readonly guest: number;
  readonly item: number;
}

const MARK = 0xa5;

/** The byte at this place, after the first four. */
const byteAt = (guest: number, item: number, i: number): number =>
  (guest * 101 + (i < 4096 ? item * 7 : (i >>> 12) * 13) + i) & 255;

/**
 * Bytes that name guest and item, and go on in a pattern of their own, so that
 * any byte out of place is seen. From the second page on it is the guest's and
 * the page's alone: blocks that are kept share those pages in memory.
 */
export function payload({ guest, item }: Content, length: number): readonly number[] {
  const bytes = [MARK, guest, item & 255, item >>> 8];
  for (let i = 4; i < length; i++) bytes.push(byteAt(guest, item, i));
  return bytes;
}

/** What lies there: nothing unless every byte is that of one payload. */
export function readPayload(memory: Memory, address: number, length: number): Content | undefined {
  const bytes = readBytes(memory, address, length);
  const [mark, guest = 0, low = 0, high = 0] = bytes;
  const item = low + 256 * high;
  for (let i = 4; i < length; i++) if (bytes[i] !== byteAt(guest, item, i)) return undefined;
  return mark === MARK ? { guest, item } : undefined;
}
