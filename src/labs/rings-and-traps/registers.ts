import type { Deprivileged } from '#sim/vmm/deprivileged/deprivileged.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { IF } from '#sim/x86/cpu/state.ts';
import { clockOf, type Machine } from '#sim/x86/machine.ts';

export const rowNames = ['cpl', 'if', 'cr3', 'idt', 'gdt', 'timer'] as const;
export type RowName = (typeof rowNames)[number];
/** What a processor holds, as it is written in the picture; the timer is `in 40`, `due`, `held`, `taken` or `off`. */
export type Values = Readonly<Record<RowName, string>>;

/** What the guest believes, where anybody stands beneath it, and what is so. */
export interface Registers {
  readonly virtual: Values | undefined;
  readonly real: Values;
}

/** Eight hexadecimal digits, grouped by four. */
export const hex = (value: number): string =>
  (value >>> 0)
    .toString(16)
    .toUpperCase()
    .padStart(8, '0')
    .replace(/(?=.{4}$)/, '_');

/** What the monitor keeps, where there is one. */
export const outerOf = ({ vmm }: GuestRun): Deprivileged | undefined => (vmm.kind === 'deprivileged' ? vmm : undefined);

const valuesOf = ({ cpu }: Machine, cpl: number, timer: string): Values => ({
  cpl: String(cpl),
  if: (cpu.eflags & IF) === 0 ? '0' : '1',
  cr3: hex(cpu.cr3),
  idt: hex(cpu.idtr.base),
  gdt: hex(cpu.gdtr.base),
  timer,
});

function timerOf(machine: Machine): string {
  const { devices } = machine;
  if (devices.interrupting) return 'due';
  const { rises } = devices.pit;
  return rises === Number.POSITIVE_INFINITY ? 'off' : `in ${rises - clockOf(machine)}`;
}

/** Both processors as they stand; while the monitor works, the real one is in ring 0. */
export function registersOf(run: GuestRun): Registers {
  const { guest } = run;
  const timer = timerOf(guest);
  const outer = outerOf(run);
  if (!outer) return { virtual: undefined, real: valuesOf(guest, guest.cpu.cpl, timer) };
  const { machine } = outer.real;
  const isHeld = outer.held && guest.devices.interrupting;
  return {
    virtual: valuesOf(guest, guest.cpu.cpl, isHeld ? 'held' : timer),
    real: valuesOf(machine, outer.phase === 'guest' ? machine.cpu.cpl : 0, isHeld ? 'taken' : timer),
  };
}
