import { type Levels, shiftOf } from './level.ts';

/** A virtual address, cut where it came in; Intel SDM vol. 3A, "Linear-Address Translation with 4-Level Paging and 5-Level Paging". */
export interface LinearAddress {
  /** Without leading zeros, as CR2 would be printed. */
  readonly hex: string;
  /** The 9-bit indices, that of level 1 first. */
  readonly indices: readonly [number, number, number, number, number];
  /** Bits 11:0. */
  readonly offset: number;
  /** Whether all bits above the ones translated equal the highest of these; 48 bits with 4 levels, 57 with 5. */
  readonly canonical: Readonly<Record<Levels, boolean>>;
}

/** What is wrong in a text that should be an address, and at which of its characters, counted from 0. */
export interface AddressFault {
  readonly at: number;
  readonly kind: 'empty' | 'digit' | 'long' | 'lines';
}

/** The index into a table at this level. */
export const indexOf = (address: LinearAddress, level: number): number => address.indices[level - 1] ?? 0;

/** The offset into a page mapped at this level: 12, 21 or 30 bits. */
export const offsetIn = (address: LinearAddress, level: number): number =>
  address.indices.slice(0, level - 1).reduce((sum, index, i) => sum + index * 2 ** shiftOf(i + 1), address.offset);

/** Up to 16 hexadecimal digits, `0x` before them or not, `_` and spaces between them at will. */
export function parseLinear(text: string): LinearAddress | AddressFault {
  const start = text.search(/\S/);
  if (start < 0) return { at: 0, kind: 'empty' };
  const body = text.trimEnd();
  const lineEnd = body.indexOf('\n', start);
  if (lineEnd >= 0) return { at: lineEnd + 1, kind: 'lines' };
  const first = /^0x/i.test(body.slice(start)) ? start + 2 : start;
  const places = [...body.slice(first)].flatMap((c, i) => (/[_\s]/.test(c) ? [] : [first + i]));
  const stray = places.find((at) => !/[0-9a-f]/i.test(body[at] ?? ''));
  if (stray !== undefined) return { at: stray, kind: 'digit' };
  const [, ...rest] = places;
  if (places.length === 0) return { at: first, kind: 'empty' };
  if (places.length > 16) return { at: rest[15] ?? first, kind: 'long' };
  return cutLinear(BigInt(`0x${places.map((at) => body[at]).join('')}`));
}

/** Cuts a 64-bit number into its fields. */
export function cutLinear(value: bigint): LinearAddress {
  const field = (level: number) => Number((value >> BigInt(shiftOf(level))) & 511n);
  const fits = (bits: bigint) => BigInt.asUintN(64, BigInt.asIntN(Number(bits), value)) === value;
  return {
    hex: `0x${value.toString(16)}`,
    indices: [field(1), field(2), field(3), field(4), field(5)],
    offset: Number(value & 4095n),
    canonical: { 4: fits(48n), 5: fits(57n) },
  };
}
