import type { Machine } from '../machine.ts';
import type { Entry, Opcodes } from './entry.ts';
import { resultFlags, setStatus } from './flags.ts';
import type { Execute, Instruction } from './instruction.ts';
import { modifyRm, type Operation } from './operand.ts';
import { readRegister } from './register.ts';
import { rcl, rcr, rol, ror } from './rotate.ts';
import { type Cpu, ECX, OF } from './state.ts';

/** SDM vol. 2B, "SAL/SAR/SHL/SHR": counts are taken modulo 32, and a count of 0 changes no flag. */
const COUNT = 31;

/** OF, defined for a count of 1, says here that the last of the shifts changed the sign; AF, undefined, is cleared. */
function setShifted(cpu: Cpu, value: number, size: number, carry: number, before: number): void {
  const turned = (value ^ before) >>> ((size << 3) - 1);
  setStatus(cpu, resultFlags(value, size) | (carry & 1) | (turned & 1 ? OF : 0));
}

const shl: Operation = (cpu, a, b, size) => {
  const count = b & COUNT;
  if (count === 0) return a;
  const before = a << (count - 1);
  setShifted(cpu, before << 1, size, before >>> ((size << 3) - 1), before);
  return before << 1;
};

const shr: Operation = (cpu, a, b, size) => {
  const count = b & COUNT;
  if (count === 0) return a;
  const before = a >>> (count - 1);
  setShifted(cpu, before >>> 1, size, before, before);
  return before >>> 1;
};

const sar: Operation = (cpu, a, b, size) => {
  const count = b & COUNT;
  if (count === 0) return a;
  const shift = 32 - (size << 3);
  const before = ((a << shift) >> shift) >> (count - 1);
  setShifted(cpu, before >> 1, size, before, before);
  return before >> 1;
};

/** SHLD of a word by `count`, filled from the top of `fill`. A 16-bit word shifted by more than 16, which is undefined, comes round as in QEMU. */
function shiftLeftDouble(cpu: Cpu, a: number, fill: number, count: number, size: number): number {
  if (count === 0) return a;
  const word = size === 4 ? a : (a << 16) | (fill & 0xffff);
  const wide = size === 4 ? fill : word;
  const before = count === 1 ? word : (word << (count - 1)) | (wide >>> (33 - count));
  const after = (word << count) | (wide >>> (32 - count));
  const down = size === 4 ? 0 : 16;
  setShifted(cpu, after >> down, size, before >>> 31, before >> down);
  return after >> down;
}

function shiftRightDouble(cpu: Cpu, a: number, fill: number, count: number, size: number): number {
  if (count === 0) return a;
  const word = size === 4 ? a : (fill << 16) | (a & 0xffff);
  const wide = size === 4 ? fill : word;
  const before = count === 1 ? word : (word >>> (count - 1)) | (wide << (33 - count));
  const after = (word >>> count) | (wide << (32 - count));
  setShifted(cpu, after, size, before, before);
  return after;
}

const byImmediate =
  (operate: Operation): Execute =>
  (machine, i) =>
    modifyRm(machine, i, operate, i.immediate);
const byOne =
  (operate: Operation): Execute =>
  (machine, i) =>
    modifyRm(machine, i, operate, 1);
const byCl =
  (operate: Operation): Execute =>
  (machine, i) =>
    modifyRm(machine, i, operate, machine.cpu.regs[ECX] ?? 0);

const double =
  (shift: typeof shiftLeftDouble, countOf: (machine: Machine, i: Instruction) => number): Execute =>
  (machine, i) => {
    const count = countOf(machine, i) & COUNT;
    modifyRm(
      machine,
      i,
      (cpu, a, fill, size) => shift(cpu, a, fill, count, size),
      readRegister(machine.cpu.regs, i.reg, i.size),
    );
  };
const immediateOf = (_: Machine, i: Instruction): number => i.immediate;
const clOf = ({ cpu }: Machine): number => cpu.regs[ECX] ?? 0;

/** In the order of the `reg` field; its 6 is SHL again. */
const operations = [rol, ror, rcl, rcr, shl, shr, shl, sar];

const group = (by: (operate: Operation) => Execute, rest: Omit<Entry, 'execute'>): readonly Entry[] =>
  operations.map((operate) => ({ ...rest, execute: by(operate) }));

export const shiftOpcodes: Opcodes = {
  192: group(byImmediate, { size: 'byte', immediate: 'byte' }),
  193: group(byImmediate, { immediate: 'byte' }),
  208: group(byOne, { size: 'byte' }),
  209: group(byOne, {}),
  210: group(byCl, { size: 'byte' }),
  211: group(byCl, {}),
  4004: { execute: double(shiftLeftDouble, immediateOf), modrm: 'any', immediate: 'byte' },
  4005: { execute: double(shiftLeftDouble, clOf), modrm: 'any' },
  4012: { execute: double(shiftRightDouble, immediateOf), modrm: 'any', immediate: 'byte' },
  4013: { execute: double(shiftRightDouble, clOf), modrm: 'any' },
};
