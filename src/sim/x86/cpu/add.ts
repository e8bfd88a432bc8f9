import { resultFlags, setStatus } from './flags.ts';
import type { Operation } from './operand.ts';
import { AF, CF, type Cpu } from './state.ts';

/** Carries out of each bit of a + b = sum, as a word: the top one is CF, that out of bit 3 AF. */
const carries = (a: number, b: number, sum: number): number => (a & b) | ((a | b) & ~sum);

/**
 * a + b + carry. Work is done at the top of a 32-bit word, so that one formula serves all sizes.
 * The sum overflows as a signed number (bit 11, OF) where its sign is that of neither operand.
 */
function addCarrying(cpu: Cpu, a: number, b: number, size: number, carry: number): number {
  const shift = 32 - (size << 3);
  const x = a << shift;
  const y = b << shift;
  const sum = (x + y + (carry << shift)) | 0;
  const value = sum >> shift;
  const overflow = (((x ^ sum) & (y ^ sum)) >>> 31) << 11;
  setStatus(cpu, resultFlags(value, size) | (carries(x, y, sum) >>> 31) | overflow | ((a ^ b ^ value) & AF));
  return value;
}

/** a - b - borrow. */
function subtractBorrowing(cpu: Cpu, a: number, b: number, size: number, borrow: number): number {
  const shift = 32 - (size << 3);
  const x = a << shift;
  const y = b << shift;
  const difference = (x - y - (borrow << shift)) | 0;
  const value = difference >> shift;
  const overflow = (((x ^ y) & (x ^ difference)) >>> 31) << 11;
  const carry = carries(y, difference, x) >>> 31;
  setStatus(cpu, resultFlags(value, size) | carry | overflow | ((a ^ b ^ value) & AF));
  return value;
}

export const add: Operation = (cpu, a, b, size) => addCarrying(cpu, a, b, size, 0);
export const adc: Operation = (cpu, a, b, size) => addCarrying(cpu, a, b, size, cpu.eflags & CF);
export const sub: Operation = (cpu, a, b, size) => subtractBorrowing(cpu, a, b, size, 0);
export const sbb: Operation = (cpu, a, b, size) => subtractBorrowing(cpu, a, b, size, cpu.eflags & CF);

/** INC and DEC leave CF as it is. `b` is 1. */
export const inc: Operation = (cpu, a, b, size) => {
  const carry = cpu.eflags & CF;
  const value = addCarrying(cpu, a, b, size, 0);
  cpu.eflags = (cpu.eflags & ~CF) | carry;
  return value;
};
export const dec: Operation = (cpu, a, b, size) => {
  const carry = cpu.eflags & CF;
  const value = subtractBorrowing(cpu, a, b, size, 0);
  cpu.eflags = (cpu.eflags & ~CF) | carry;
  return value;
};

/** NEG: `b` is not looked at. */
export const neg: Operation = (cpu, a, _, size) => subtractBorrowing(cpu, 0, a, size, 0);
