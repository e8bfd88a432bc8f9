import type { Value } from './value.ts';

/** What an encoder asks of the layout. */
export interface Target {
  /** The address a value stands for once sections have their places; its number before that. */
  resolve(value: Value): bigint;
  /** Where this piece begins, from the start of its section. */
  readonly offset: number;
  readonly section: number;
  /** Whether values are final, so that what does not fit is a fault. */
  readonly final: boolean;
}

/** Appends a number, lowest byte first. */
export function putNumber(bytes: number[], value: bigint, size: number): undefined {
  const low = Number(BigInt.asUintN(32, value));
  for (let i = 0; i < Math.min(size, 4); i++) bytes.push((low >>> (8 * i)) & 255);
  if (size > 4) putNumber(bytes, value >> 32n, size - 4);
}

/** The numbers a field of so many bytes takes: signed or unsigned, as NASM has it. */
export const fitsField = (value: bigint, size: number): boolean =>
  size >= 8 || (value >= -(1n << BigInt(8 * size)) && value < 1n << BigInt(8 * size));
