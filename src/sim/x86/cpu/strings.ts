import type { Machine } from '../machine.ts';
import { readMemory, writeMemory } from './access.ts';
import { sub } from './add.ts';
import type { Opcodes } from './entry.ts';
import type { Execute, Instruction } from './instruction.ts';
import { unsigned } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { DF, EAX, ECX, EDI, ES, ESI, RF, ZF } from './state.ts';

const addressSize = ({ short }: Instruction): 2 | 4 => (short ? 2 : 4);

/** ESI or EDI as an offset; SI or DI with 16-bit addresses. */
const offsetIn = ({ cpu }: Machine, i: Instruction, register: number): number =>
  readRegister(cpu.regs, register, addressSize(i)) >>> 0;

/** Moves ESI or EDI past the element, backwards where DF is set. */
function advance({ cpu }: Machine, i: Instruction, register: number): void {
  const size = addressSize(i);
  const by = cpu.eflags & DF ? -i.size : i.size;
  writeRegister(cpu.regs, register, size, readRegister(cpu.regs, register, size) + by);
}

const readSource = (machine: Machine, i: Instruction): number =>
  readMemory(machine, i.segment, offsetIn(machine, i, ESI), i.size);
const readDestination = (machine: Machine, i: Instruction): number =>
  readMemory(machine, ES, offsetIn(machine, i, EDI), i.size);

const movs: Execute = (machine, i) => {
  writeMemory(machine, ES, offsetIn(machine, i, EDI), i.size, readSource(machine, i));
  advance(machine, i, ESI);
  advance(machine, i, EDI);
};

const stos: Execute = (machine, i) => {
  const value = readRegister(machine.cpu.regs, EAX, i.size);
  writeMemory(machine, ES, offsetIn(machine, i, EDI), i.size, unsigned(value, i.size));
  advance(machine, i, EDI);
};

const lods: Execute = (machine, i) => {
  writeRegister(machine.cpu.regs, EAX, i.size, readSource(machine, i));
  advance(machine, i, ESI);
};

const cmps: Execute = (machine, i) => {
  const source = readSource(machine, i);
  sub(machine.cpu, source, readDestination(machine, i), i.size);
  advance(machine, i, ESI);
  advance(machine, i, EDI);
};

const scas: Execute = (machine, i) => {
  const element = readDestination(machine, i);
  sub(machine.cpu, readRegister(machine.cpu.regs, EAX, i.size), element, i.size);
  advance(machine, i, EDI);
};

/** REPE and REPNE of CMPS and SCAS end also when ZF is no longer what they wait for. */
const endsByFlag = (machine: Machine, i: Instruction): boolean =>
  ((machine.cpu.eflags & ZF) !== 0) !== (i.repeat === 'rep');

/**
 * With a REP prefix an execution makes one repetition and leaves EIP where it
 * was while there is more to do, so that an interrupt, a fault or the next tick of the
 * clock comes between two of them: SDM vol. 2B, "REP/REPE/REPZ/REPNE/REPNZ". What comes between finds RF set: vol. 3B,
 * "Instruction-Breakpoint Exception Condition".
 */
const repeated =
  (once: Execute, ends: (machine: Machine, i: Instruction) => boolean): Execute =>
  (machine, i) => {
    if (i.repeat === 'none') {
      once(machine, i);
      return;
    }
    const { cpu } = machine;
    const size = addressSize(i);
    const count = readRegister(cpu.regs, ECX, size);
    if (count === 0) return;
    once(machine, i);
    writeRegister(cpu.regs, ECX, size, count - 1);
    if (count === 1 || ends(machine, i)) return;
    cpu.eip = (cpu.eip - i.length) >>> 0;
    cpu.eflags |= RF;
  };

/** Gives an I/O string instruction its repetitions as well: for INS and OUTS. */
export const repeatedByCount = (once: Execute): Execute => repeated(once, () => false);

const pair = (first: number, execute: Execute): Opcodes => ({
  [first]: { execute, size: 'byte' },
  [first + 1]: { execute },
});

export const stringOpcodes: Opcodes = {
  ...pair(0xa4, repeatedByCount(movs)),
  ...pair(0xa6, repeated(cmps, endsByFlag)),
  ...pair(0xaa, repeatedByCount(stos)),
  ...pair(0xac, repeatedByCount(lods)),
  ...pair(0xae, repeated(scas, endsByFlag)),
};
