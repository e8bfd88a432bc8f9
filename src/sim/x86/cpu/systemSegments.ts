import type { Machine } from '../machine.ts';
import { readMemory } from './access.ts';
import type { Entry, Opcodes } from './entry.ts';
import { fault, UD } from './fault.ts';
import type { Execute, Instruction } from './instruction.ts';
import { addressOf, readRm } from './operand.ts';
import { writeRegister } from './register.ts';
import { loadSegment } from './segmentation.ts';
import { moveStack, peek, push } from './stack.ts';
import { CS, DS, ES, FS, GS, SS } from './state.ts';
import { storeWord } from './systemTables.ts';

/** After a load of SS no interrupt comes before the next instruction, so that it can load ESP. */
function load(machine: Machine, register: number, selector: number): void {
  loadSegment(machine, register, selector);
  if (register === SS) machine.cpu.shadowed = true;
}

const moveFrom: Execute = (machine, i) => {
  const segment = machine.cpu.segments[i.reg];
  if (!segment) throw fault(UD);
  storeWord(machine, i, segment.selector);
};

const moveTo: Execute = (machine, i) => {
  if (i.reg === CS || i.reg > GS) throw fault(UD);
  load(machine, i.reg, readRm(machine, i));
};

/** A 32-bit push of a selector is zero-extended; some processors write 16 bits and leave the rest. */
const pushSegment = (register: number): Entry => ({
  execute: (machine, i) => push(machine, machine.cpu.segments[register]?.selector ?? 0, i.size),
});

const popSegment = (register: number): Entry => ({
  execute: (machine, i) => {
    const selector = peek(machine, 0, i.size) & 0xffff;
    load(machine, register, selector);
    moveStack(machine.cpu, i.size);
  },
});

/** LES and its like: an offset, then a selector. */
const loadPointer = (register: number): Entry => ({
  execute: (machine, i) => loadFar(machine, i, register),
  modrm: 'memory',
});

function loadFar(machine: Machine, i: Instruction, register: number): void {
  const at = addressOf(machine.cpu, i);
  const offset = readMemory(machine, i.segment, at, i.size);
  loadSegment(machine, register, readMemory(machine, i.segment, (at + i.size) >>> 0, 2));
  writeRegister(machine.cpu.regs, i.reg, i.size, offset);
}

/** Loads and stores of segment registers. */
export const segmentOpcodes: Opcodes = {
  6: pushSegment(ES),
  7: popSegment(ES),
  14: pushSegment(CS),
  22: pushSegment(SS),
  23: popSegment(SS),
  30: pushSegment(DS),
  31: popSegment(DS),
  4000: pushSegment(FS),
  4001: popSegment(FS),
  4008: pushSegment(GS),
  4009: popSegment(GS),
  140: { execute: moveFrom, modrm: 'any' },
  142: { execute: moveTo, size: 'word', modrm: 'any' },
  196: loadPointer(ES),
  197: loadPointer(DS),
  4018: loadPointer(SS),
  4020: loadPointer(FS),
  4021: loadPointer(GS),
};
