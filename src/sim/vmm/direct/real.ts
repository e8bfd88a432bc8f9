import { writeHost } from '../../x86/cpu/physical.ts';
import { copyCpu, PE, PG, PSE, type Segment, WP } from '../../x86/cpu/state.ts';
import { copyTlb, emptyTlb } from '../../x86/cpu/tlb.ts';
import type { Machine } from '../../x86/machine.ts';
import { DIRECTORY_AT, GDT_AT, IDT_AT, MONITOR_BASE, MONITOR_FRAMES, MONITOR_SIZE, TSS_AT } from './layout.ts';

/** The ring in which the guest's kernel really stands. 0 is for a processor with a root mode of its own. */
export type Ring = 0 | 1 | 3;

/**
 * The processor as it really stands while the guest runs on it directly: in an
 * outer ring, with the monitor's tables. The general registers are the very same
 * words as the guest's, and so is all memory; the rest is kept apart.
 */
export interface Real {
  readonly machine: Machine;
  readonly ring: Ring;
  /** Whether segments end below the monitor. */
  readonly limits: boolean;
  /** Whether descriptors already do: a kernel that loads segments by itself needs it, and LSL shows it. */
  readonly cutsTables: boolean;
  /** The segment registers as the monitor last loaded them: another one was loaded by the guest itself. */
  readonly loaded: (Segment | undefined)[];
  readonly shadow: Shadow;
  /** The guest's GDT as it was last copied, word by word: the monitor looks whenever it is entered. */
  copied: readonly number[];
}

/** The monitor's page tables: what the processor really walks. */
export interface Shadow {
  /** Page tables in use, of those that fit. */
  used: number;
  /** Frames of the guest's page tables, which a store must not reach unseen, by the first linear address that they map; -1 for a directory. */
  readonly traced: Map<number, number>;
}

/** CR0 as a monitor of our days sets it: PG, WP, NE, ET, MP, PE. SMSW in the guest shows its low half. */
const REAL_CR0 = (PG | WP | 0x33) >>> 0;

/** A processor for a guest that is about to run: out of the monitor, in this ring. */
export function makeReal(guest: Machine, ring: Ring, limits: boolean, cutsTables = limits): Real {
  const cpu = copyCpu(guest.cpu);
  const machine: Machine = {
    ...guest,
    cpu: { ...cpu, regs: guest.cpu.regs },
    tlb: emptyTlb(),
    memory: hostMemory(guest),
  };
  machine.cpu.cr0 = REAL_CR0 | PE;
  machine.cpu.cr3 = MONITOR_FRAMES + DIRECTORY_AT;
  machine.cpu.cr4 = PSE;
  machine.cpu.gdtr = { base: MONITOR_BASE + GDT_AT, limit: 0xffff };
  machine.cpu.idtr = { base: MONITOR_BASE + IDT_AT, limit: 0x7ff };
  machine.cpu.ldtr = { selector: 0, base: 0, limit: 0, access: 0 };
  machine.cpu.tr = { selector: 0xfff8, base: MONITOR_BASE + TSS_AT, limit: 0x67, access: 0x8b };
  // No bitmap inside the limit: no port is allowed (SDM vol. 1, "I/O Permission Bit Map").
  writeHost(machine, MONITOR_FRAMES + TSS_AT + 0x66, 2, 0x68);
  return { machine, ring, limits, cutsTables, loaded: [], shadow: { used: 0, traced: new Map() }, copied: [] };
}

/** The guest's frames and the monitor's behind them, as one memory. */
const hostMemory = ({ memory }: Machine) => ({ ...memory, size: MONITOR_FRAMES + MONITOR_SIZE });

/** A copy that goes with a fork of the guest's machine. */
export function forkReal(real: Real, guest: Machine): Real {
  const { machine } = real;
  return {
    ...real,
    machine: {
      ...machine,
      cpu: { ...copyCpu(machine.cpu), regs: guest.cpu.regs },
      tlb: copyTlb(machine.tlb),
      memory: hostMemory(guest),
      devices: guest.devices,
    },
    loaded: real.loaded.slice(),
    shadow: { used: real.shadow.used, traced: new Map(real.shadow.traced) },
  };
}
