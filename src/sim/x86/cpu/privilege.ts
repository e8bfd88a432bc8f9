import type { Machine } from '../machine.ts';
import { readSystem } from './access.ts';
import { fault, GP } from './fault.ts';
import type { Execute } from './instruction.ts';
import { IOPL, UMIP } from './state.ts';

/** An instruction that only CPL 0 may execute; elsewhere it is #GP(0). */
export const privileged =
  (execute: Execute): Execute =>
  (machine, i) => {
    if (machine.cpu.cpl !== 0) throw fault(GP, 0);
    execute(machine, i);
  };

/**
 * SGDT, SIDT, SLDT, STR and SMSW tell any program about the system's state,
 * unless CR4.UMIP is set: SDM vol. 3A, "User-Mode Instruction Prevention".
 */
export const telling =
  (execute: Execute): Execute =>
  (machine, i) => {
    if (machine.cpu.cpl !== 0 && (machine.cpu.cr4 & UMIP) !== 0) throw fault(GP, 0);
    execute(machine, i);
  };

/** Throws #GP(0) where neither IOPL nor the TSS's bitmap opens all of these ports: SDM vol. 1, "I/O Protection". */
export function checkPort(machine: Machine, port: number, size: number): void {
  const { cpu } = machine;
  if (cpu.cpl <= (cpu.eflags & IOPL) >> 12) return;
  const { tr } = cpu;
  if ((tr.access & 0x8d) !== 0x89 || tr.limit < 0x67) throw fault(GP, 0);
  const at = readSystem(machine, tr.base + 0x66, 2) + (port >>> 3);
  if (at + 1 > tr.limit) throw fault(GP, 0);
  const bits = readSystem(machine, tr.base + at, 2) >>> (port & 7);
  if ((bits & ((1 << size) - 1)) !== 0) throw fault(GP, 0);
}
