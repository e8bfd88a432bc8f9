import type { Machine } from '../machine.ts';
import { checkWritable, readMemory, writeMemory } from './access.ts';
import type { Instruction } from './instruction.ts';
import { readRegister, writeRegister } from './register.ts';
import type { Cpu } from './state.ts';

/** Sets the flags and gives the result; operands and result are words of `size` bytes, extended either way. */
export type Operation = (cpu: Cpu, a: number, b: number, size: number) => number;

/** The offset of the memory operand in its segment: SDM vol. 1, "Specifying an Offset". */
export function addressOf({ regs }: Cpu, { base, index, scale, displacement, short }: Instruction): number {
  let offset = displacement;
  if (base >= 0) offset += regs[base] ?? 0;
  if (index >= 0) offset += (regs[index] ?? 0) << scale;
  return short ? offset & 0xffff : offset >>> 0;
}

/** As an unsigned number of `size` bytes, as memory takes it. */
export const unsigned = (value: number, size: number): number =>
  size === 4 ? value >>> 0 : value & ((1 << (size << 3)) - 1);

/** The r/m operand. */
export function readRm(machine: Machine, i: Instruction): number {
  if (i.mod === 3) return readRegister(machine.cpu.regs, i.rm, i.size);
  return readMemory(machine, i.segment, addressOf(machine.cpu, i), i.size);
}

/** Replaces the r/m operand. */
export function writeRm(machine: Machine, i: Instruction, value: number): void {
  if (i.mod === 3) writeRegister(machine.cpu.regs, i.rm, i.size, value);
  else writeMemory(machine, i.segment, addressOf(machine.cpu, i), i.size, unsigned(value, i.size));
}

/** Reads the r/m operand, operates, and writes it back. That it can be written is known before the flags change. */
export function modifyRm(machine: Machine, i: Instruction, operate: Operation, b: number): void {
  const { cpu } = machine;
  const { size, segment, rm } = i;
  if (i.mod === 3) {
    writeRegister(cpu.regs, rm, size, operate(cpu, readRegister(cpu.regs, rm, size), b, size));
    return;
  }
  const offset = addressOf(cpu, i);
  checkWritable(machine, segment, offset, size);
  const value = operate(cpu, readMemory(machine, segment, offset, size), b, size);
  writeMemory(machine, segment, offset, size, unsigned(value, size));
}
