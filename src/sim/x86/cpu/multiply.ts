import { resultFlags, setStatus } from './flags.ts';
import { CF, type Cpu, OF } from './state.ts';

/** The upper 32 bits of an unsigned 64-bit product, from four products of 16-bit halves. */
function highUnsigned(a: number, b: number): number {
  const low = (a & 0xffff) * (b & 0xffff);
  const cross = (a >>> 16) * (b & 0xffff) + Math.floor(low / 0x10000);
  const other = (a & 0xffff) * (b >>> 16) + (cross % 0x10000);
  return ((a >>> 16) * (b >>> 16) + Math.floor(cross / 0x10000) + Math.floor(other / 0x10000)) | 0;
}

const highSigned = (a: number, b: number): number => (highUnsigned(a, b) - (a < 0 ? b : 0) - (b < 0 ? a : 0)) | 0;

/** CF and OF say that the lower half is not the whole product. PF, ZF and SF are undefined: here of the lower half. */
const setProductFlags = (cpu: Cpu, low: number, size: number, whole: boolean): void =>
  setStatus(cpu, resultFlags(low, size) | (whole ? 0 : CF | OF));

/** Both halves of a product; of words below 4 bytes `low` holds the whole. */
export interface Product {
  low: number;
  high: number;
}

/** One for all: an instruction uses it up before the next multiplies. */
const product: Product = { low: 0, high: 0 };

/** The product of unsigned words, whichever way the operands are extended. */
export function multiply(cpu: Cpu, a: number, b: number, size: number): Product {
  if (size === 4) {
    product.low = Math.imul(a, b);
    product.high = highUnsigned(a, b);
  } else {
    const mask = (1 << (size << 3)) - 1;
    product.low = Math.imul(a & mask, b & mask);
    product.high = product.low >>> (size << 3);
  }
  setProductFlags(cpu, product.low, size, product.high === 0);
  return product;
}

/** The same of signed operands. */
export function multiplySigned(cpu: Cpu, a: number, b: number, size: number): Product {
  if (size === 4) {
    product.low = Math.imul(a, b);
    product.high = highSigned(a | 0, b | 0);
  } else {
    const shift = 32 - (size << 3);
    product.low = Math.imul((a << shift) >> shift, (b << shift) >> shift);
    product.high = product.low >> (size << 3);
  }
  const shift = 32 - (size << 3);
  setProductFlags(cpu, product.low, size, product.high === (product.low << shift) >> 31);
  return product;
}
