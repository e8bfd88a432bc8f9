import type { Memory } from '#sim/paging/memory.ts';
import { readBytes } from './bytes.ts';

/** What a frame or a block says of itself: whose it is, and its number. */
export interface Content {
  readonly guest: number;
  readonly item: number;
}

const MARK = 0xa5;

/** Bytes that name guest and item, and go on in a pattern of their own, so that any byte out of place is seen. */
export function payload({ guest, item }: Content, length: number): readonly number[] {
  const bytes = new Array<number>(length);
  for (let i = 0; i < length; i++) bytes[i] = (guest * 101 + item * 7 + i) & 255;
  bytes.splice(0, 4, MARK, guest, item & 255, item >>> 8);
  return bytes;
}

/** What lies there: nothing unless every byte is that of one payload. */
export function readPayload(memory: Memory, address: number, length: number): Content | undefined {
  const bytes = readBytes(memory, address, length);
  const [mark, guest = 0, low = 0, high = 0] = bytes;
  const content = { guest, item: low + 256 * high };
  const wanted = payload(content, length);
  return mark === MARK && bytes.every((byte, i) => byte === wanted[i]) ? content : undefined;
}
