import type { Operation } from './operand.ts';
import { CF, type Cpu, OF } from './state.ts';

const TURN = 31;

/** Rotations change CF and OF only. OF, defined for a count of 1, is worked out by the same rule for every other. */
function setRotated(cpu: Cpu, carry: number, overflow: number): void {
  cpu.eflags = (cpu.eflags & ~(CF | OF)) | (carry & 1) | (overflow & 1 ? OF : 0);
}

/** The word of `bits` bits turned left; the rest of the number is whatever it is. */
function turnLeft(value: number, count: number, bits: number): number {
  const by = count & (bits - 1);
  const word = bits === 32 ? value : value & ((1 << bits) - 1);
  return by === 0 ? word : (word << by) | (word >>> (bits - by));
}

export const rol: Operation = (cpu, a, count, size) => {
  if ((count & TURN) === 0) return a;
  const bits = size << 3;
  const value = turnLeft(a, count, bits);
  setRotated(cpu, value, value ^ (value >>> (bits - 1)));
  return value;
};

export const ror: Operation = (cpu, a, count, size) => {
  if ((count & TURN) === 0) return a;
  const bits = size << 3;
  const value = turnLeft(a, bits - (count & (bits - 1)), bits);
  const top = value >>> (bits - 1);
  setRotated(cpu, top, top ^ (value >>> (bits - 2)));
  return value;
};

/** RCL turns the word and CF together by one place, `count` times: a word of 8 or 16 bits comes round within 31. */
export const rcl: Operation = (cpu, a, count, size) => {
  const bits = size << 3;
  const times = (count & TURN) % (bits + 1);
  if (times === 0) return a;
  let value = a;
  let carry = cpu.eflags & CF;
  for (let n = 0; n < times; n++) {
    const out = (value >>> (bits - 1)) & 1;
    value = (value << 1) | carry;
    carry = out;
  }
  setRotated(cpu, carry, (a ^ value) >>> (bits - 1));
  return value;
};

export const rcr: Operation = (cpu, a, count, size) => {
  const bits = size << 3;
  const times = (count & TURN) % (bits + 1);
  if (times === 0) return a;
  let value = a;
  let carry = cpu.eflags & CF;
  for (let n = 0; n < times; n++) {
    const out = value & 1;
    value = ((value >>> 1) & ~(1 << (bits - 1))) | (carry << (bits - 1));
    carry = out;
  }
  setRotated(cpu, carry, (a ^ value) >>> (bits - 1));
  return value;
};
