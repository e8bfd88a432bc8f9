import type { Machine } from '../machine.ts';
import { fetchByte } from './access.ts';
import { fault, GP } from './fault.ts';

/** Where in an instruction the decoder is. */
export interface Cursor {
  readonly machine: Machine;
  readonly start: number;
  /** Bytes read so far. */
  length: number;
}

/** SDM vol. 2A, "Instruction Prefixes": a longer one is #GP(0). */
const LONGEST = 15;

/** The next byte of the instruction. Throws #GP(0) beyond the limits of CS and of length, or #PF. */
export function readByte(cursor: Cursor): number {
  if (cursor.length === LONGEST) throw fault(GP, 0);
  const byte = fetchByte(cursor.machine, (cursor.start + cursor.length) >>> 0);
  cursor.length++;
  return byte;
}

/** The next 1, 2 or 4 bytes, sign-extended. */
export function readSigned(cursor: Cursor, size: number): number {
  let value = 0;
  for (let n = 0; n < size; n++) value |= readByte(cursor) << (8 * n);
  const shift = 32 - 8 * size;
  return (value << shift) >> shift;
}
