import { adc, add, dec, inc, neg, sbb, sub } from './add.ts';
import { div, idiv } from './divide.ts';
import type { Entry, Opcodes } from './entry.ts';
import type { Execute } from './instruction.ts';
import { and, not, or, xor } from './logic.ts';
import { multiply, multiplySigned } from './multiply.ts';
import { modifyRm, type Operation, readRm } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { EAX, EDX } from './state.ts';

const toRm =
  (operate: Operation): Execute =>
  (machine, i) =>
    modifyRm(machine, i, operate, readRegister(machine.cpu.regs, i.reg, i.size));

const toRegister =
  (operate: Operation): Execute =>
  (machine, i) => {
    const { cpu } = machine;
    const source = readRm(machine, i);
    const value = operate(cpu, readRegister(cpu.regs, i.reg, i.size), source, i.size);
    writeRegister(cpu.regs, i.reg, i.size, value);
  };

const toAccumulator =
  (operate: Operation): Execute =>
  ({ cpu }, i) => {
    const value = operate(cpu, readRegister(cpu.regs, EAX, i.size), i.immediate, i.size);
    writeRegister(cpu.regs, EAX, i.size, value);
  };

const immediateToRm =
  (operate: Operation): Execute =>
  (machine, i) =>
    modifyRm(machine, i, operate, i.immediate);

/** The six forms of each of these stand at 8n + 0 to 5; CMP, the last, writes nothing. */
const operations = [add, or, adc, sbb, and, sub, xor, undefined];

const sixForms = (operate: Operation, first: number): Opcodes => ({
  [first]: { execute: toRm(operate), size: 'byte', modrm: 'any', lockable: true },
  [first + 1]: { execute: toRm(operate), modrm: 'any', lockable: true },
  [first + 2]: { execute: toRegister(operate), size: 'byte', modrm: 'any' },
  [first + 3]: { execute: toRegister(operate), modrm: 'any' },
  [first + 4]: { execute: toAccumulator(operate), size: 'byte', immediate: 'byte' },
  [first + 5]: { execute: toAccumulator(operate), immediate: 'operand' },
});

/** CMP and TEST: the flags of an operation whose result goes nowhere. */
const rmWithRegister =
  (operate: Operation): Execute =>
  (machine, i) => {
    operate(machine.cpu, readRm(machine, i), readRegister(machine.cpu.regs, i.reg, i.size), i.size);
  };
const registerWithRm: Execute = (machine, i) => {
  const source = readRm(machine, i);
  sub(machine.cpu, readRegister(machine.cpu.regs, i.reg, i.size), source, i.size);
};
const accumulatorWithImmediate =
  (operate: Operation): Execute =>
  ({ cpu }, i) => {
    operate(cpu, readRegister(cpu.regs, EAX, i.size), i.immediate, i.size);
  };
const rmWithImmediate =
  (operate: Operation): Execute =>
  (machine, i) => {
    operate(machine.cpu, readRm(machine, i), i.immediate, i.size);
  };

/** 80, 81 and 83: the eight operations with an immediate. */
const immediateGroup = (form: Pick<Entry, 'size' | 'immediate'>): readonly Entry[] =>
  operations.map((operate) =>
    operate ? { ...form, execute: immediateToRm(operate), lockable: true } : { ...form, execute: rmWithImmediate(sub) },
  );

const modifyBy =
  (operate: Operation): Execute =>
  (machine, i) =>
    modifyRm(machine, i, operate, 1);

const modifyRegister =
  (operate: Operation): Execute =>
  ({ cpu }, i) => {
    const number = i.opcode & 7;
    writeRegister(cpu.regs, number, i.size, operate(cpu, readRegister(cpu.regs, number, i.size), 1, i.size));
  };

/** MUL and IMUL of one operand: the product goes to AX, DX:AX or EDX:EAX. */
const widening =
  (operate: typeof multiply): Execute =>
  (machine, i) => {
    const { cpu } = machine;
    const { low, high } = operate(cpu, readRegister(cpu.regs, EAX, i.size), readRm(machine, i), i.size);
    writeRegister(cpu.regs, EAX, i.size === 1 ? 2 : i.size, low);
    if (i.size !== 1) writeRegister(cpu.regs, EDX, i.size, high);
  };

/** IMUL r, r/m and IMUL r, r/m, immediate: what does not fit is cut off and told by CF and OF. */
const imulRegister: Execute = (machine, i) => {
  const { cpu } = machine;
  const { low } = multiplySigned(cpu, readRegister(cpu.regs, i.reg, i.size), readRm(machine, i), i.size);
  writeRegister(cpu.regs, i.reg, i.size, low);
};
const imulImmediate: Execute = (machine, i) => {
  const { low } = multiplySigned(machine.cpu, readRm(machine, i), i.immediate, i.size);
  writeRegister(machine.cpu.regs, i.reg, i.size, low);
};

const unaryGroup = (size: 'byte' | 'operand'): readonly Entry[] => [
  { execute: rmWithImmediate(and), size, immediate: 'operand' },
  { execute: rmWithImmediate(and), size, immediate: 'operand' },
  { execute: modifyBy(not), size, lockable: true },
  { execute: modifyBy(neg), size, lockable: true },
  { execute: widening(multiply), size },
  { execute: widening(multiplySigned), size },
  { execute: div, size },
  { execute: idiv, size },
];

const sixFormsOfAll = operations.map((operate, n) => (operate ? sixForms(operate, 8 * n) : {}));
const eightRegisters = (first: number, execute: Execute): Opcodes =>
  Object.fromEntries(Array.from({ length: 8 }, (_, n) => [first + n, { execute }]));

/** Arithmetic and logic, but for shifts and bits. INC and DEC of r/m stand in group FE/FF: see `control.ts`. */
export const arithmeticOpcodes: Opcodes = {
  ...Object.assign({}, ...sixFormsOfAll),
  56: { execute: rmWithRegister(sub), size: 'byte', modrm: 'any' },
  57: { execute: rmWithRegister(sub), modrm: 'any' },
  58: { execute: registerWithRm, size: 'byte', modrm: 'any' },
  59: { execute: registerWithRm, modrm: 'any' },
  60: { execute: accumulatorWithImmediate(sub), size: 'byte', immediate: 'byte' },
  61: { execute: accumulatorWithImmediate(sub), immediate: 'operand' },
  ...eightRegisters(0x40, modifyRegister(inc)),
  ...eightRegisters(0x48, modifyRegister(dec)),
  105: { execute: imulImmediate, modrm: 'any', immediate: 'operand' },
  107: { execute: imulImmediate, modrm: 'any', immediate: 'signed' },
  128: immediateGroup({ size: 'byte', immediate: 'byte' }),
  129: immediateGroup({ immediate: 'operand' }),
  130: immediateGroup({ size: 'byte', immediate: 'byte' }),
  131: immediateGroup({ immediate: 'signed' }),
  132: { execute: rmWithRegister(and), size: 'byte', modrm: 'any' },
  133: { execute: rmWithRegister(and), modrm: 'any' },
  168: { execute: accumulatorWithImmediate(and), size: 'byte', immediate: 'byte' },
  169: { execute: accumulatorWithImmediate(and), immediate: 'operand' },
  246: unaryGroup('byte'),
  247: unaryGroup('operand'),
  4015: { execute: imulRegister, modrm: 'any' },
};

/** INC and DEC of r/m, /0 and /1 of groups FE and FF. */
export const incDec = (size: 'byte' | 'operand'): readonly Entry[] => [
  { execute: modifyBy(inc), size, lockable: true },
  { execute: modifyBy(dec), size, lockable: true },
];
