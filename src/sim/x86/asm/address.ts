import type { Expression } from './expression.ts';
import { registers } from './registers.ts';
import type { Counted, Value } from './value.ts';

/** Base and index of an address, by register number; −1 where there is none. */
export interface Address {
  readonly base: number;
  readonly index: number;
  readonly scale: 1 | 2 | 4 | 8;
}
const ESP = 4;
const numberOf = (name: string | undefined): number => (name === undefined ? -1 : (registers.get(name)?.number ?? -1));

/**
 * Splits a sum of registers into base and index the way NASM does, so that the bytes are the same: 3, 5 and 9 times a
 * register are register + 2, 4, 8 times it; twice a register is register + register; ESP is never an index. Of two
 * registers the one written first is the base, unless it is multiplied. Nothing where no such address exists.
 */
export function splitAddress(counted: readonly Counted[], first: FirstRegister | undefined): Address | undefined {
  const baseAt = counted.findIndex(({ times }) => times === 1n);
  const others = counted.filter((_, i) => i !== baseAt);
  if (others.length > 1) return undefined;
  let base = numberOf(counted[baseAt]?.name);
  let index = numberOf(others[0]?.name);
  let scale = Number(others[0]?.times ?? 1n);
  const hint = numberOf(first?.name);
  const swapped = first?.multiplied ? hint === base : hint === index;
  if (scale === 1 && base !== index && base >= 0 && index >= 0 && swapped) [base, index] = [index, base];
  if (base < 0 && ((scale === 2 && index !== ESP) || scale === 3 || scale === 5 || scale === 9)) {
    base = index;
    scale--;
  }
  if (scale === 1 && index === ESP) [base, index] = [index, base];
  if (index === ESP || (index >= 0 && !isScale(scale))) return undefined;
  return { base, index, scale: index < 0 || !isScale(scale) ? 1 : scale };
}

const isScale = (scale: number): scale is Address['scale'] => scale === 1 || scale === 2 || scale === 4 || scale === 8;

/** The register an address names first, and whether it stands in a product. */
export interface FirstRegister {
  readonly name: string;
  readonly multiplied: boolean;
}

/** Finds it in the order of writing. */
export function firstRegister(expression: Expression, multiplied = false): FirstRegister | undefined {
  switch (expression.kind) {
    case 'register':
      return { name: expression.name, multiplied };
    case 'unary':
      return firstRegister(expression.of, multiplied);
    case 'binary': {
      const inside = multiplied || expression.sign === '*';
      return firstRegister(expression.left, inside) ?? firstRegister(expression.right, inside);
    }
    case 'number':
    case 'symbol':
    case 'here':
    case 'start':
      return undefined;
  }
}

/** How wide a displacement is written: as asked for in the brackets, or as narrow as it goes. */
export type Width = 'byte' | 'dword' | undefined;

/** ModR/M, SIB and displacement of an address; Intel SDM vol. 2, "ModR/M and SIB Bytes". */
export function encodeAddress(field: number, { base, index, scale }: Address, value: Value, width: Width): Encoded {
  const near = BigInt.asIntN(32, value.n);
  const fixed = value.section >= 0 || value.unknown;
  const small = width === 'byte' || (width !== 'dword' && !fixed && near >= -128n && near <= 127n);
  const mod = base < 0 || (base !== 5 && near === 0n && !fixed && !width) ? 0 : small ? 1 : 2;
  const length = base < 0 ? 4 : mod === 2 ? 4 : mod;
  if (index < 0 && base !== ESP) return { bytes: [(mod << 6) | (field << 3) | (base < 0 ? 5 : base)], length };
  const sib = (Math.log2(scale) << 6) | ((index < 0 ? ESP : index) << 3) | (base < 0 ? 5 : base);
  return { bytes: [(mod << 6) | (field << 3) | 4, sib], length };
}
export interface Encoded {
  readonly bytes: readonly number[];
  /** Bytes of displacement that follow. */
  readonly length: 0 | 1 | 4;
}
