import type { Machine } from '../machine.ts';
import { checkWritable, readMemory, writeMemory } from './access.ts';
import type { Opcodes } from './entry.ts';
import type { Execute } from './instruction.ts';
import { addressOf, unsigned, writeRm } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { moveStack, peek, pop, push, stackOffset } from './stack.ts';
import { EBP, ESP, SS } from './state.ts';

const pushRegister: Execute = (machine, i) =>
  push(machine, readRegister(machine.cpu.regs, i.opcode & 7, i.size), i.size);
const pushImmediate: Execute = (machine, i) => push(machine, i.immediate, i.size);

/** POP ESP leaves what was popped. */
const popRegister: Execute = (machine, i) =>
  writeRegister(machine.cpu.regs, i.opcode & 7, i.size, pop(machine, i.size));

/** POP r/m: an address that is based on ESP is worked out after ESP has moved, SDM vol. 2B, "POP". */
const popRm: Execute = (machine, i) => {
  const { cpu } = machine;
  const value = peek(machine, 0, i.size);
  if (i.mod === 3) {
    moveStack(cpu, i.size);
    writeRm(machine, i, value);
    return;
  }
  moveStack(cpu, i.size);
  const offset = addressOf(cpu, i);
  moveStack(cpu, -i.size);
  writeMemory(machine, i.segment, offset, i.size, value);
  moveStack(cpu, i.size);
};

function checkPushes(machine: Machine, count: number, size: number): void {
  for (let n = 1; n <= count; n++) checkWritable(machine, SS, stackOffset(machine.cpu, -n * size), size);
}

const pusha: Execute = (machine, i) => {
  const { cpu } = machine;
  checkPushes(machine, 8, i.size);
  const esp = cpu.regs[ESP] ?? 0;
  for (let n = 0; n < 8; n++) push(machine, n === ESP ? esp : readRegister(cpu.regs, n, i.size), i.size);
};

/** POPA skips the image of ESP. */
const popa: Execute = (machine, i) => {
  const values = Array.from({ length: 8 }, (_, n) => peek(machine, n * i.size, i.size));
  moveStack(machine.cpu, 8 * i.size);
  for (const [n, value] of values.entries()) {
    if (7 - n !== ESP) writeRegister(machine.cpu.regs, 7 - n, i.size, value);
  }
};

/** The frame pointers of the enclosing procedures lie below EBP. */
const outerFrame = (machine: Machine, level: number, size: number): number =>
  readMemory(machine, SS, unsigned((machine.cpu.regs[EBP] ?? 0) - level * size, 4), size);

/** ENTER size, level; what can fault is tried before anything changes. */
const enter: Execute = (machine, i) => {
  const { cpu } = machine;
  const level = i.selector & 31;
  checkPushes(machine, level + 1, i.size);
  checkWritable(machine, SS, stackOffset(cpu, -(level + 1) * i.size - i.immediate), i.size);
  for (let n = 1; n < level; n++) outerFrame(machine, n, i.size);
  push(machine, cpu.regs[EBP] ?? 0, i.size);
  const frame = cpu.regs[ESP] ?? 0;
  for (let n = 1; n < level; n++) push(machine, outerFrame(machine, n, i.size), i.size);
  if (level > 0) push(machine, frame, i.size);
  writeRegister(cpu.regs, EBP, i.size, frame);
  moveStack(cpu, -i.immediate);
};

const leave: Execute = (machine, i) => {
  const { cpu } = machine;
  const ebp = cpu.regs[EBP] ?? 0;
  const esp = cpu.regs[ESP] ?? 0;
  const value = peek(machine, ebp - esp, i.size);
  moveStack(cpu, ebp - esp + i.size);
  writeRegister(cpu.regs, EBP, i.size, value);
};

const eight = (first: number, execute: Execute): Opcodes =>
  Object.fromEntries(Array.from({ length: 8 }, (_, n) => [first + n, { execute }]));

/** The stack, but for flags, segment registers and transfers of control. */
export const stackOpcodes: Opcodes = {
  ...eight(0x50, pushRegister),
  ...eight(0x58, popRegister),
  96: { execute: pusha },
  97: { execute: popa },
  104: { execute: pushImmediate, immediate: 'operand' },
  106: { execute: pushImmediate, immediate: 'signed' },
  143: [{ execute: popRm }],
  200: { execute: enter, immediate: 'enter' },
  201: { execute: leave },
};
