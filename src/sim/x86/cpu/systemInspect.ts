import type { Machine } from '../machine.ts';
import { readMemory } from './access.ts';
import {
  type Descriptor,
  findDescriptor,
  isNull,
  isReadable,
  isWritableData,
  limitOf,
  rplOf,
  typeOf,
} from './descriptors.ts';
import type { Execute, Instruction } from './instruction.ts';
import { addressOf, readRm, writeRm } from './operand.ts';
import { readRegister, writeRegister } from './register.ts';
import { isVisible } from './segmentation.ts';
import { ZF } from './state.ts';

/** The system descriptors that LAR and LSL answer for: SDM vol. 2A, "LAR" and "LSL". */
const LAR_TYPES = [1, 2, 3, 4, 5, 9, 11, 12];
const LSL_TYPES = [1, 2, 3, 9, 11];

const isAmong = (descriptor: Descriptor, types: readonly number[]): boolean =>
  typeOf(descriptor) >= 16 || types.includes(typeOf(descriptor));

function readSelector(machine: Machine, i: Instruction): number {
  if (i.mod === 3) return readRegister(machine.cpu.regs, i.rm, 2);
  return readMemory(machine, i.segment, addressOf(machine.cpu, i), 2);
}

/** The descriptor if this program may look at it and it is `wanted`; ZF says which. */
function look(machine: Machine, i: Instruction, wanted: (descriptor: Descriptor) => boolean): Descriptor | undefined {
  const { cpu } = machine;
  const selector = readSelector(machine, i);
  const found = isNull(selector) ? undefined : findDescriptor(machine, selector);
  const seen = found && isVisible(cpu.cpl, found) && wanted(found) ? found : undefined;
  cpu.eflags = seen ? cpu.eflags | ZF : cpu.eflags & ~ZF;
  return seen;
}

const lar: Execute = (machine, i) => {
  const seen = look(machine, i, (descriptor) => isAmong(descriptor, LAR_TYPES));
  if (seen) writeRegister(machine.cpu.regs, i.reg, i.size, seen.high & 0x00f0_ff00);
};

const lsl: Execute = (machine, i) => {
  const seen = look(machine, i, (descriptor) => isAmong(descriptor, LSL_TYPES));
  if (seen) writeRegister(machine.cpu.regs, i.reg, i.size, limitOf(seen));
};

const verr: Execute = (machine, i) => void look(machine, i, isReadable);
const verw: Execute = (machine, i) => void look(machine, i, isWritableData);

/** ARPL: gives a selector the RPL of another where that is less privileged. ZF says whether it did. */
const arpl: Execute = (machine, i) => {
  const { cpu } = machine;
  const [selector, caller] = [readRm(machine, i), readRegister(cpu.regs, i.reg, 2)];
  const raises = rplOf(selector) < rplOf(caller);
  if (raises) writeRm(machine, i, (selector & ~3) | rplOf(caller));
  cpu.eflags = raises ? cpu.eflags | ZF : cpu.eflags & ~ZF;
};

/** What a program may ask of descriptors at any level: the truth, which is why a monitor cannot hide behind them. */
export const inspect = { arpl, lar, lsl, verr, verw };
