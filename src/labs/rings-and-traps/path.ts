import type { Crossing, Work } from '#sim/vmm/deed.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import type { Machine } from '#sim/x86/machine.ts';
import { hex, type Registers, rowNames } from './registers.ts';

/** A register of the virtual processor before and after: one of the table's rows, or another under its own name. */
export interface Change {
  readonly row: string;
  readonly from: string;
  readonly to: string;
  /** The guest's in any case: virtual and real are the same word. */
  readonly shared?: true;
}

/** What the monitor did, and what it did to the virtual machine. */
export interface Handled {
  readonly work: Work;
  readonly changes: readonly Change[];
  /** Bytes that went out of the guest's serial port. */
  readonly sent: string;
  /** Whether the virtual processor waits in HLT. */
  readonly asleep: boolean;
  /** Whether the instruction before was STI, behind which no interrupt comes in yet. */
  readonly behindSti: boolean;
}

/** Where the guest goes on. */
export interface Back {
  readonly ring: number;
  readonly text: string;
  readonly inject: number | undefined;
}

/** One trap from end to end, as far as it has come. */
export interface Path {
  /** The instruction that was about to run, and the real ring it stood in. */
  readonly text: string;
  readonly ring: number;
  readonly crossing: Crossing;
  /** Whether it is an interrupt for another guest. */
  readonly foreign: boolean;
  readonly handled: Handled | undefined;
  readonly back: Back | undefined;
}

/** The instruction at a linear address as its source says it; the address itself where no source does. */
export const textAt = ({ program }: GuestRun, address: number): string =>
  lineAt(program, address)?.text.trim().replace(/\s+/g, ' ') ?? hex(address);

/** The rows in which the virtual processor differs. The clock goes on by itself and is no change. */
export function changesIn(before: Registers, after: Registers): readonly Change[] {
  const [a, b] = [before.virtual, after.virtual];
  if (!a || !b) return [];
  return rowNames.flatMap((row) =>
    a[row] === b[row] || (row === 'timer' && b.timer !== 'held') ? [] : [{ row, from: a[row], to: b[row] }],
  );
}

const segments = ['ES', 'CS', 'SS', 'DS', 'FS', 'GS'];
const general = ['EAX', 'ECX', 'EDX', 'EBX', 'ESP', 'EBP', 'ESI', 'EDI'];
const selector = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** What the table has no row for. */
function othersOf({ cpu }: Machine): Readonly<Record<string, string>> {
  const loaded = cpu.segments.map((segment, i) => [segments[i], selector(segment.selector)]);
  const system = {
    CR0: hex(cpu.cr0),
    CR4: hex(cpu.cr4),
    TR: selector(cpu.tr.selector),
    LDTR: selector(cpu.ldtr.selector),
  };
  return { ...system, ...Object.fromEntries(loaded) };
}

const generalOf = ({ cpu }: Machine): Readonly<Record<string, string>> =>
  Object.fromEntries(general.map((name, i) => [name, hex(cpu.regs[i] ?? 0)]));

const differing = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): readonly Change[] =>
  Object.entries(b).flatMap(([row, to]) => (a[row] === to ? [] : [{ row, from: a[row] ?? '', to }]));

/** Changes that the table does not show, for want of one that it does: of system registers, or else of general ones. */
export function otherChanges(before: Machine, after: Machine): readonly Change[] {
  const system = differing(othersOf(before), othersOf(after));
  if (system.length) return system;
  return differing(generalOf(before), generalOf(after)).map((change) => ({ ...change, shared: true }));
}

export const goesOn = (run: GuestRun, ring: number, inject: number | undefined): Back => ({
  ring,
  text: textAt(run, addressOf(run.guest)),
  inject,
});
