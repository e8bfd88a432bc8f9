import type { Machine } from '../machine.ts';
import { fault, GP, UD } from './fault.ts';
import { EM, ET, MP, NE, PE, PG, PGE, PSE, TS, TSD, UMIP, WP } from './state.ts';
import { flushTlb } from './tlb.ts';

const AM = 1 << 18;
const NW = 1 << 29;
const CD = 1 << 30;
const KNOWN_0 = PE | MP | EM | TS | ET | NE | WP | AM | NW | CD | PG;
const KNOWN_4 = TSD | PSE | PGE | UMIP;
/** What the TLB's rights and page sizes depend on. */
const PAGING_0 = PE | WP | PG;

/** MOV from CR0, CR2, CR3 or CR4; others are #UD. */
export function readControl({ cpu }: Machine, register: number): number {
  switch (register) {
    case 0:
      return cpu.cr0;
    case 2:
      return cpu.cr2;
    case 3:
      return cpu.cr3;
    case 4:
      return cpu.cr4;
    default:
      throw fault(UD);
  }
}

/** MOV to CR0, CR2, CR3 or CR4: SDM vol. 3A, "Control Registers". Throws #GP(0) for what may not be. */
export function writeControl(machine: Machine, register: number, value: number): void {
  const { cpu, tlb } = machine;
  switch (register) {
    case 0:
      writeCr0(machine, value);
      return;
    case 2:
      cpu.cr2 = value >>> 0;
      return;
    case 3:
      cpu.cr3 = value >>> 0;
      flushTlb(tlb, 'local');
      return;
    case 4:
      if ((value & ~KNOWN_4) !== 0) throw fault(GP, 0);
      if (((value ^ cpu.cr4) & (PSE | PGE)) !== 0) flushTlb(tlb, 'all');
      cpu.cr4 = value;
      return;
    default:
      throw fault(UD);
  }
}

/**
 * Paging needs protection, and CD allows NW. There is no real mode here: to
 * clear PE, which would lead into it, is #GP(0) with us.
 */
export function writeCr0(machine: Machine, value: number): void {
  const { cpu } = machine;
  if ((value & PE) === 0 || ((value & NW) !== 0 && (value & CD) === 0)) throw fault(GP, 0);
  const next = ((value & KNOWN_0) | ET) >>> 0;
  if (((next ^ cpu.cr0) & PAGING_0) !== 0) flushTlb(machine.tlb, 'all');
  cpu.cr0 = next;
}

/** LMSW: the low four bits of CR0, of which PE can be set but not cleared. */
export const writeStatusWord = (machine: Machine, value: number): void =>
  writeCr0(machine, (machine.cpu.cr0 & ~(MP | EM | TS)) | (value & (PE | MP | EM | TS)));
