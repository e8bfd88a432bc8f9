import type { Instruction } from '../../x86/cpu/instruction.ts';
import type { Machine } from '../../x86/machine.ts';
import type { Real } from '../direct/real.ts';
import type { Hardware } from './hardware.ts';

/**
 * Without EPT the guest runs with everything its own but CR0, CR3 and CR4: the
 * processor pages through the monitor's shadow tables, even while the guest has paging off.
 */
export function carryOver({ machine }: Real, guest: Machine): void {
  const { cr0, cr3, cr4, cr2 } = machine.cpu;
  machine.cpu = { ...guest.cpu, cr0, cr3, cr4, cr2 };
  machine.retired = guest.retired;
  machine.skipped = guest.skipped;
  machine.stores = guest.stores;
  machine.lastStored = guest.lastStored;
}

/** What the guest has done by itself is its state; CR0, CR3 and CR4 are as it believes them. */
export function carryBack({ machine }: Real, guest: Machine): void {
  const { cr0, cr3, cr4, cr2 } = guest.cpu;
  guest.cpu = { ...machine.cpu, cr0, cr3, cr4, cr2 };
  guest.retired = machine.retired;
  guest.stores = machine.stores;
  guest.lastStored = machine.lastStored;
}

/** SMSW, CLTS, LMSW and MOV to and from CR0, CR2 and CR4 act on what the guest believes: the read shadow, and CR2, which is the guest's own. */
export const readsShadow = ({ opcode, reg }: Instruction): boolean =>
  opcode === 0x0f06 || opcode === 0x0f20 || opcode === 0x0f22 || (opcode === 0x0f01 && (reg === 4 || reg === 6));

/** The machine whose tables the processor walks: the guest's own under EPT, else the one with the shadow tables. */
export const processorOf = ({ real }: Hardware, guest: Machine): Machine => (guest.second ? guest : real.machine);
