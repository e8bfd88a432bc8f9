import type { Machine } from '../machine.ts';
import type { Opcodes } from './entry.ts';
import { fault, GP } from './fault.ts';
import type { Execute } from './instruction.ts';
import { readRegister, writeRegister } from './register.ts';
import { pop, push } from './stack.ts';
import { AC, AF, CF, type Cpu, DF, ID, IF, IOPL, NT, OF, PF, RF, SF, TF, VM, ZF } from './state.ts';

const AH = 4;
const ALWAYS = 1 << 1;
const LOW = SF | ZF | AF | PF | CF;

/** What POPF may change at any privilege level; the upper half only with a 32-bit operand. */
const FREE = CF | PF | AF | ZF | SF | TF | DF | OF | NT | AC | ID;

const clear =
  (flag: number): Execute =>
  ({ cpu }) => {
    cpu.eflags &= ~flag;
  };
const set =
  (flag: number): Execute =>
  ({ cpu }) => {
    cpu.eflags |= flag;
  };
const complementCarry: Execute = ({ cpu }) => {
  cpu.eflags ^= CF;
};

const ioplOf = (cpu: Cpu): number => (cpu.eflags & IOPL) >> 12;

function requireIopl({ cpu }: Machine): void {
  if (cpu.cpl > ioplOf(cpu)) throw fault(GP, 0);
}

const cli: Execute = (machine) => {
  requireIopl(machine);
  machine.cpu.eflags &= ~IF;
};

/** Interrupts that it lets in are held off for one instruction more. */
const sti: Execute = (machine) => {
  requireIopl(machine);
  const { cpu } = machine;
  if ((cpu.eflags & IF) === 0) cpu.shadowed = true;
  cpu.eflags |= IF;
};

/** PUSHF: the image on the stack has VM and RF clear. */
const pushf: Execute = (machine, i) => push(machine, machine.cpu.eflags & ~(VM | RF), i.size);

/**
 * POPF, after the table in SDM vol. 2B, "POPF/POPFD": IOPL changes at level 0
 * only, IF only where CPL is at most IOPL, and elsewhere both are kept without a word.
 */
const popf: Execute = (machine, i) => {
  const { cpu } = machine;
  const image = pop(machine, i.size);
  const allowed = FREE | (cpu.cpl === 0 ? IOPL : 0) | (cpu.cpl <= ioplOf(cpu) ? IF : 0);
  const changed = i.size === 2 ? allowed & 0xffff : allowed | RF;
  cpu.eflags = (cpu.eflags & ~changed) | (image & changed & ~RF) | ALWAYS;
};

const lahf: Execute = ({ cpu }) => writeRegister(cpu.regs, AH, 1, (cpu.eflags & LOW) | ALWAYS);
const sahf: Execute = ({ cpu }) => {
  cpu.eflags = (cpu.eflags & ~LOW) | (readRegister(cpu.regs, AH, 1) & LOW);
};

export const flagOpcodes: Opcodes = {
  156: { execute: pushf },
  157: { execute: popf },
  158: { execute: sahf },
  159: { execute: lahf },
  245: { execute: complementCarry },
  248: { execute: clear(CF) },
  249: { execute: set(CF) },
  250: { execute: cli },
  251: { execute: sti },
  252: { execute: clear(DF) },
  253: { execute: set(DF) },
};
