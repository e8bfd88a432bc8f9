import { bootMachine } from '../x86/bootMachine.ts';
import { EBX, EDI, EDX, ESI, ESP, ET, IF, NE, PE, PG, PSE, type Segment, TS, TSD, UMIP, WP } from '../x86/cpu/state.ts';
import type { Machine } from '../x86/machine.ts';
import type { Program } from '../x86/program.ts';
import { type Owner, placesOf, segmentAt, writeTables } from './tables.ts';

/** Where a guest's kernel stands when it executes an instruction, and whose tables the processor has then. */
export interface Stand {
  readonly ring: 0 | 1 | 3;
  readonly owner: Owner;
  /** CR4.UMIP and CR4.TSD. */
  readonly umip?: boolean;
  readonly tsd?: boolean;
}

/** On bare metal. */
export const BARE: Stand = { ring: 0, owner: 'guest' };

const STACK_TOP = 0x12_0000;
const SCRATCH = 0x13_0000;
const codeOf = { 0: 0x10, 1: 0x51, 3: 0x33 } as const;
const stackOf = { 0: 0x18, 1: 0x59, 3: 0x2b } as const;
/** The guest has just switched tasks; the monitor has not, and protects its pages. */
const cr0Of: Readonly<Record<Owner, number>> = {
  guest: (PG | TS | ET | PE) >>> 0,
  monitor: (PG | WP | NE | ET | 2 | PE) >>> 0,
};

/**
 * A processor about to execute at `eip`, the general registers and memory the same wherever it stands. A guest that
 * stands under a monitor has real interrupts on, whatever it believes; `masked` is what it believes.
 */
export function machineAt(program: Program, { ring, owner, umip, tsd }: Stand, eip: number, masked: boolean): Machine {
  const machine = bootMachine(program);
  writeTables(machine, 'guest');
  writeTables(machine, 'monitor');
  const { cpu } = machine;
  cpu.regs.fill(0);
  cpu.regs[ESP] = STACK_TOP;
  cpu.regs[EBX] = 0x18;
  cpu.regs[EDX] = 0x3f8;
  cpu.regs[ESI] = SCRATCH;
  cpu.regs[EDI] = SCRATCH + 16;
  cpu.eip = eip;
  cpu.eflags = 2 | (masked && owner === 'guest' ? 0 : IF);
  cpu.cpl = ring;
  const data: Segment = segmentAt(0x2b, owner);
  const all = [data, segmentAt(codeOf[ring], owner), segmentAt(stackOf[ring], owner), data, data, data];
  for (const [register, segment] of all.entries()) cpu.segments[register] = segment;
  const { gdt, idt, directory } = placesOf[owner];
  cpu.gdtr = { base: gdt, limit: 0x67 };
  cpu.idtr = { base: idt, limit: 0x7ff };
  cpu.ldtr = owner === 'guest' ? segmentAt(0x40, owner) : { selector: 0, base: 0, limit: 0, access: 0 };
  cpu.tr = segmentAt(owner === 'guest' ? 0x38 : 0x60, owner);
  cpu.cr0 = cr0Of[owner];
  cpu.cr3 = directory;
  cpu.cr4 = PSE | (umip ? UMIP : 0) | (tsd ? TSD : 0);
  return machine;
}

/** Linear addresses of what a program can look at afterwards: the top of its stack, and a place to store to. */
export const looked = { stack: STACK_TOP - 32, scratch: SCRATCH } as const;
