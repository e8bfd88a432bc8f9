import { incDec } from './arithmetic.ts';
import { holds } from './condition.ts';
import type { Entry, Opcodes } from './entry.ts';
import type { Execute } from './instruction.ts';
import { jumpBy, nearTarget } from './jump.ts';
import { readRm, writeRm } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { moveStack, peek, push } from './stack.ts';
import { type Cpu, ECX, ZF } from './state.ts';

const jump: Execute = (machine, i) => jumpBy(machine, i.immediate, i.size);

const jumpIf: Execute = (machine, i) => {
  if (holds(machine.cpu, i.opcode)) jumpBy(machine, i.immediate, i.size);
};

const setIf: Execute = (machine, i) => writeRm(machine, i, holds(machine.cpu, i.opcode) ? 1 : 0);

/** The source is read, and may fault, whether or not the condition holds. */
const moveIf: Execute = (machine, i) => {
  const value = readRm(machine, i);
  if (holds(machine.cpu, i.opcode)) writeRegister(machine.cpu.regs, i.reg, i.size, value);
};

const jumpTo: Execute = (machine, i) => {
  machine.cpu.eip = nearTarget(machine, readRm(machine, i), i.size);
};

const call: Execute = (machine, i) => {
  const { cpu } = machine;
  const target = nearTarget(machine, cpu.eip + i.immediate, i.size);
  push(machine, cpu.eip, i.size);
  cpu.eip = target;
};

const callTo: Execute = (machine, i) => {
  const { cpu } = machine;
  const target = nearTarget(machine, readRm(machine, i), i.size);
  push(machine, cpu.eip, i.size);
  cpu.eip = target;
};

/** RET and RET n; the immediate is 0 where there is none. */
const ret: Execute = (machine, i) => {
  machine.cpu.eip = nearTarget(machine, peek(machine, 0, i.size), i.size);
  moveStack(machine.cpu, i.size + i.immediate);
};

const pushRm: Execute = (machine, i) => push(machine, readRm(machine, i), i.size);

/** LOOP and its kin count in ECX, or CX with 16-bit addresses. The flags stay. */
const countSize = ({ short }: { readonly short: boolean }): 2 | 4 => (short ? 2 : 4);

const loopWhile =
  (goesOn: (cpu: Cpu) => boolean): Execute =>
  (machine, i) => {
    const { cpu } = machine;
    const size = countSize(i);
    const count = readRegister(cpu.regs, ECX, size) - 1;
    // The jump may fault, and then ECX must not have changed.
    if (count !== 0 && goesOn(cpu)) jumpBy(machine, i.immediate, i.size);
    writeRegister(cpu.regs, ECX, size, count);
  };

const jumpIfCountZero: Execute = (machine, i) => {
  if (readRegister(machine.cpu.regs, ECX, countSize(i)) === 0) jumpBy(machine, i.immediate, i.size);
};

const sixteen = (first: number, entry: Entry): Opcodes =>
  Object.fromEntries(Array.from({ length: 16 }, (_, n) => [first + n, entry]));

/** Transfers of control inside the code segment, and what depends on a condition. */
export const controlOpcodes: Opcodes = {
  ...sixteen(0x70, { execute: jumpIf, immediate: 'signed' }),
  ...sixteen(0x0f40, { execute: moveIf, modrm: 'any' }),
  ...sixteen(0x0f80, { execute: jumpIf, immediate: 'operand' }),
  ...sixteen(0x0f90, { execute: setIf, size: 'byte', modrm: 'any' }),
  194: { execute: ret, immediate: 'word' },
  195: { execute: ret },
  224: { execute: loopWhile((cpu) => (cpu.eflags & ZF) === 0), immediate: 'signed' },
  225: { execute: loopWhile((cpu) => (cpu.eflags & ZF) !== 0), immediate: 'signed' },
  226: { execute: loopWhile(() => true), immediate: 'signed' },
  227: { execute: jumpIfCountZero, immediate: 'signed' },
  232: { execute: call, immediate: 'operand' },
  233: { execute: jump, immediate: 'operand' },
  235: { execute: jump, immediate: 'signed' },
  254: incDec('byte'),
  // Its /3 and /5, far transfers, are in `systemOpcodes.ts`.
  255: [...incDec('operand'), { execute: callTo }, undefined, { execute: jumpTo }, undefined, { execute: pushRm }],
};
