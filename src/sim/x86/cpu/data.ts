import type { Machine } from '../machine.ts';
import { checkWritable, readMemory } from './access.ts';
import { add, sub } from './add.ts';
import type { Entry, Opcodes } from './entry.ts';
import type { Execute, Instruction } from './instruction.ts';
import { addressOf, readRm, unsigned, writeRm } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { EAX, EBX, EDX, ZF } from './state.ts';

const registerToRm: Execute = (machine, i) => writeRm(machine, i, readRegister(machine.cpu.regs, i.reg, i.size));
const rmToRegister: Execute = (machine, i) => writeRegister(machine.cpu.regs, i.reg, i.size, readRm(machine, i));
const immediateToRm: Execute = (machine, i) => writeRm(machine, i, i.immediate);
const immediateToRegister: Execute = ({ cpu }, i) => writeRegister(cpu.regs, i.opcode & 7, i.size, i.immediate);

/** A0-A3 have an offset and no ModR/M; their `reg` is 0, the accumulator. */
const offsets: Opcodes = {
  160: { execute: rmToRegister, size: 'byte', immediate: 'address' },
  161: { execute: rmToRegister, immediate: 'address' },
  162: { execute: registerToRm, size: 'byte', immediate: 'address' },
  163: { execute: registerToRm, immediate: 'address' },
};

/** MOVZX and MOVSX: `i.size` is the destination's; the source has `from` bytes. */
const extend =
  (from: 1 | 2, signed: boolean): Execute =>
  (machine, i) => {
    const { cpu } = machine;
    const value =
      i.mod === 3 ? readRegister(cpu.regs, i.rm, from) : readMemory(machine, i.segment, addressOf(cpu, i), from);
    const shift = signed ? 32 - (from << 3) : 0;
    writeRegister(cpu.regs, i.reg, i.size, (value << shift) >> shift);
  };

const lea: Execute = ({ cpu }, i) => writeRegister(cpu.regs, i.reg, i.size, addressOf(cpu, i));

/** The r/m operand, once it is known that it can be written too. */
function readForUpdate(machine: Machine, i: Instruction): number {
  if (i.mod !== 3) checkWritable(machine, i.segment, addressOf(machine.cpu, i), i.size);
  return readRm(machine, i);
}

const xchg: Execute = (machine, i) => {
  const { regs } = machine.cpu;
  const old = readForUpdate(machine, i);
  writeRm(machine, i, readRegister(regs, i.reg, i.size));
  writeRegister(regs, i.reg, i.size, old);
};

/** 90-97; 90 exchanges EAX with itself, and is NOP, with F3 PAUSE. */
const xchgAccumulator: Execute = ({ cpu }, i) => {
  const number = i.opcode & 7;
  const old = readRegister(cpu.regs, EAX, i.size);
  writeRegister(cpu.regs, EAX, i.size, readRegister(cpu.regs, number, i.size));
  writeRegister(cpu.regs, number, i.size, old);
};

/** XADD: of a register with itself, the sum is what stays. */
const xadd: Execute = (machine, i) => {
  const { cpu } = machine;
  const old = readForUpdate(machine, i);
  const sum = add(cpu, old, readRegister(cpu.regs, i.reg, i.size), i.size);
  if (i.mod !== 3) writeRm(machine, i, sum);
  writeRegister(cpu.regs, i.reg, i.size, old);
  if (i.mod === 3) writeRm(machine, i, sum);
};

/** CMPXCHG writes its destination either way, if only what was there. */
const cmpxchg: Execute = (machine, i) => {
  const { cpu } = machine;
  const old = readForUpdate(machine, i);
  sub(cpu, readRegister(cpu.regs, EAX, i.size), old, i.size);
  const equal = (cpu.eflags & ZF) !== 0;
  writeRm(machine, i, equal ? readRegister(cpu.regs, i.reg, i.size) : old);
  if (!equal) writeRegister(cpu.regs, EAX, i.size, old);
};

/** CBW and CWDE. */
const extendAccumulator: Execute = ({ cpu }, i) => {
  const shift = 32 - (i.size << 2);
  writeRegister(cpu.regs, EAX, i.size, ((cpu.regs[EAX] ?? 0) << shift) >> shift);
};

/** CWD and CDQ: the sign of the accumulator fills EDX. */
const signToEdx: Execute = ({ cpu }, i) => {
  const shift = 32 - (i.size << 3);
  writeRegister(cpu.regs, EDX, i.size, ((cpu.regs[EAX] ?? 0) << shift) >> 31);
};

const xlat: Execute = (machine, i) => {
  const { regs } = machine.cpu;
  const sum = (regs[EBX] ?? 0) + readRegister(regs, EAX, 1);
  const offset = unsigned(sum, i.short ? 2 : 4);
  writeRegister(regs, EAX, 1, readMemory(machine, i.segment, offset, 1));
};

const nothing: Execute = () => {};

const eight = (first: number, entry: Entry): Opcodes =>
  Object.fromEntries(Array.from({ length: 8 }, (_, n) => [first + n, entry]));

/** What moves data between registers and memory, but for the stack. */
export const dataOpcodes: Opcodes = {
  ...offsets,
  ...eight(0x90, { execute: xchgAccumulator }),
  ...eight(0xb0, { execute: immediateToRegister, size: 'byte', immediate: 'byte' }),
  ...eight(0xb8, { execute: immediateToRegister, immediate: 'operand' }),
  134: { execute: xchg, size: 'byte', modrm: 'any', lockable: true },
  135: { execute: xchg, modrm: 'any', lockable: true },
  136: { execute: registerToRm, size: 'byte', modrm: 'any' },
  137: { execute: registerToRm, modrm: 'any' },
  138: { execute: rmToRegister, size: 'byte', modrm: 'any' },
  139: { execute: rmToRegister, modrm: 'any' },
  141: { execute: lea, modrm: 'memory' },
  152: { execute: extendAccumulator },
  153: { execute: signToEdx },
  198: [{ execute: immediateToRm, size: 'byte', immediate: 'byte' }],
  199: [{ execute: immediateToRm, immediate: 'operand' }],
  215: { execute: xlat, size: 'byte' },
  3871: { execute: nothing, modrm: 'any' },
  4016: { execute: cmpxchg, size: 'byte', modrm: 'any', lockable: true },
  4017: { execute: cmpxchg, modrm: 'any', lockable: true },
  4022: { execute: extend(1, false), modrm: 'any' },
  4023: { execute: extend(2, false), modrm: 'any' },
  4030: { execute: extend(1, true), modrm: 'any' },
  4031: { execute: extend(2, true), modrm: 'any' },
  4032: { execute: xadd, size: 'byte', modrm: 'any', lockable: true },
  4033: { execute: xadd, modrm: 'any', lockable: true },
};
