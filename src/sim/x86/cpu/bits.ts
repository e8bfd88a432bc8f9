import type { Machine } from '../machine.ts';
import { checkWritable, readMemory, writeMemory } from './access.ts';
import type { Entry, Opcodes } from './entry.ts';
import { resultFlags, setStatus } from './flags.ts';
import type { Execute, Instruction } from './instruction.ts';
import { addressOf, readRm, unsigned } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { CF } from './state.ts';

/** What becomes of the word the bit is in; undefined for BT, which writes none. */
type Change = ((word: number, bit: number) => number) | undefined;

/** Bit operations change CF only: the bit as it was. (PF, AF, SF and OF are undefined after them.) */
function selectBit(machine: Machine, word: number, bit: number): void {
  machine.cpu.eflags = (machine.cpu.eflags & ~CF) | ((word >>> bit) & 1);
}

function inRegister(machine: Machine, i: Instruction, change: Change, bit: number): void {
  const { regs } = machine.cpu;
  const word = readRegister(regs, i.rm, i.size);
  selectBit(machine, word, bit);
  if (change) writeRegister(regs, i.rm, i.size, change(word, 1 << bit));
}

function inMemory(machine: Machine, i: Instruction, change: Change, bit: number, offset: number): void {
  if (change) checkWritable(machine, i.segment, offset, i.size);
  const word = readMemory(machine, i.segment, offset, i.size);
  selectBit(machine, word, bit);
  if (change) writeMemory(machine, i.segment, offset, i.size, unsigned(change(word, 1 << bit), i.size));
}

/** The bit's number in a register is signed, and reaches beyond the operand: SDM vol. 2A, "Bit(BitBase, BitOffset)". */
const byRegister =
  (change: Change): Execute =>
  (machine, i) => {
    const bits = i.size << 3;
    const number = readRegister(machine.cpu.regs, i.reg, i.size);
    const bit = number & (bits - 1);
    if (i.mod === 3) {
      inRegister(machine, i, change, bit);
      return;
    }
    const shift = 32 - bits;
    const words = ((number << shift) >> shift) >> (i.size === 4 ? 5 : 4);
    const offset = addressOf(machine.cpu, i) + words * i.size;
    inMemory(machine, i, change, bit, i.short ? offset & 0xffff : offset >>> 0);
  };

const byImmediate =
  (change: Change): Execute =>
  (machine, i) => {
    const bit = i.immediate & ((i.size << 3) - 1);
    if (i.mod === 3) inRegister(machine, i, change, bit);
    else inMemory(machine, i, change, bit, addressOf(machine.cpu, i));
  };

const set: Change = (word, bit) => word | bit;
const reset: Change = (word, bit) => word & ~bit;
const complement: Change = (word, bit) => word ^ bit;

const byRegisterEntry = (change: Change): Entry => ({ execute: byRegister(change), modrm: 'any', lockable: true });
const byImmediateEntry = (change: Change): Entry => ({
  execute: byImmediate(change),
  immediate: 'byte',
  lockable: true,
});

/** BSF and BSR: of zero only ZF is set and the register stays. The other flags, undefined, are those of the source, as in QEMU. */
const scan =
  (place: (word: number) => number): Execute =>
  (machine, i) => {
    const word = readRm(machine, i);
    setStatus(machine.cpu, resultFlags(word, i.size));
    if (word !== 0) writeRegister(machine.cpu.regs, i.reg, i.size, place(word));
  };
const highest = (word: number): number => 31 - Math.clz32(word);
const lowest = (word: number): number => highest(word & -word);

/** BSWAP; of a 16-bit register, where it is undefined, it gives zero, as processors do. */
const bswap: Execute = ({ cpu }, i) => {
  const number = i.opcode & 7;
  const word = cpu.regs[number] ?? 0;
  const halves = ((word & 0x00ff00ff) << 8) | ((word >>> 8) & 0x00ff00ff);
  writeRegister(cpu.regs, number, i.size, i.size === 2 ? 0 : (halves << 16) | (halves >>> 16));
};
const swaps = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [0x0fc8 + n, { execute: bswap }]));

export const bitOpcodes: Opcodes = {
  4003: { execute: byRegister(undefined), modrm: 'any' },
  4011: byRegisterEntry(set),
  4019: byRegisterEntry(reset),
  4027: byRegisterEntry(complement),
  4026: [
    ...Array<undefined>(4).fill(undefined),
    { execute: byImmediate(undefined), immediate: 'byte' },
    byImmediateEntry(set),
    byImmediateEntry(reset),
    byImmediateEntry(complement),
  ],
  4028: { execute: scan(lowest), modrm: 'any' },
  4029: { execute: scan(highest), modrm: 'any' },
  ...swaps,
};
