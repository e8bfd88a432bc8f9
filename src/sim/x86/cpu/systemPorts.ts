import { readPort, writePort } from '../devices/devices.ts';
import { clockOf, type Machine } from '../machine.ts';
import { checkWritable, readMemory, writeMemory } from './access.ts';
import type { Opcodes } from './entry.ts';
import type { Execute, Instruction } from './instruction.ts';
import { unsigned } from './operand.ts';
import { checkPort } from './privilege.ts';
import { readRegister, writeRegister } from './register.ts';
import { DF, EAX, EDI, EDX, ES, ESI } from './state.ts';
import { repeatedByCount } from './strings.ts';

/** E4-E7 name the port; the others take it from DX. */
const portOf = ({ cpu }: Machine, { opcode, immediate }: Instruction): number =>
  (opcode & 0xf8) === 0xe0 ? immediate : readRegister(cpu.regs, EDX, 2);

const input = (machine: Machine, port: number, size: number): number => {
  checkPort(machine, port, size);
  return readPort(machine.devices, port, size, clockOf(machine));
};

const output = (machine: Machine, port: number, size: number, value: number): void => {
  checkPort(machine, port, size);
  writePort(machine.devices, port, size, value, clockOf(machine));
};

const inAccumulator: Execute = (machine, i) =>
  writeRegister(machine.cpu.regs, EAX, i.size, input(machine, portOf(machine, i), i.size));

const outAccumulator: Execute = (machine, i) =>
  output(machine, portOf(machine, i), i.size, unsigned(readRegister(machine.cpu.regs, EAX, i.size), i.size));

/** ESI or EDI, or SI or DI, and the step to the next element. */
function advance({ cpu }: Machine, { short, size }: Instruction, register: number): void {
  const width = short ? 2 : 4;
  writeRegister(cpu.regs, register, width, readRegister(cpu.regs, register, width) + (cpu.eflags & DF ? -size : size));
}

const ins: Execute = (machine, i) => {
  const offset = readRegister(machine.cpu.regs, EDI, i.short ? 2 : 4);
  checkPort(machine, portOf(machine, i), i.size);
  checkWritable(machine, ES, offset, i.size);
  writeMemory(machine, ES, offset, i.size, input(machine, portOf(machine, i), i.size));
  advance(machine, i, EDI);
};

const outs: Execute = (machine, i) => {
  checkPort(machine, portOf(machine, i), i.size);
  const offset = readRegister(machine.cpu.regs, ESI, i.short ? 2 : 4);
  output(machine, portOf(machine, i), i.size, readMemory(machine, i.segment, offset, i.size));
  advance(machine, i, ESI);
};

const insRepeated = repeatedByCount(ins);
const outsRepeated = repeatedByCount(outs);

/** I/O: SDM vol. 1, "Input/Output". */
export const portOpcodes: Opcodes = {
  228: { execute: inAccumulator, size: 'byte', immediate: 'byte' },
  229: { execute: inAccumulator, immediate: 'byte' },
  230: { execute: outAccumulator, size: 'byte', immediate: 'byte' },
  231: { execute: outAccumulator, immediate: 'byte' },
  236: { execute: inAccumulator, size: 'byte' },
  237: { execute: inAccumulator },
  238: { execute: outAccumulator, size: 'byte' },
  239: { execute: outAccumulator },
  108: { execute: insRepeated, size: 'byte' },
  109: { execute: insRepeated },
  110: { execute: outsRepeated, size: 'byte' },
  111: { execute: outsRepeated },
};
