import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import { CS, type Segment } from '../../x86/cpu/state.ts';
import type { Machine } from '../../x86/machine.ts';
import { GDT_AT, IDT_AT, MONITOR_BASE, MONITOR_FRAMES, TSS_AT } from '../direct/layout.ts';
import { INVALID } from './errors.ts';
import type { Trap } from './state.ts';

/** The segments every guest is given: Xen public header arch-x86/xen-x86_32.h, FLAT_RING1_CS and so on. */
export const RING1_CODE = 0xe019;
export const RING1_DATA = 0xe021;
const RING3_CODE = 0xe02b;
const RING3_DATA = 0xe033;

const GDT = MONITOR_FRAMES + GDT_AT;
const IDT = MONITOR_FRAMES + IDT_AT;
const TSS = MONITOR_FRAMES + TSS_AT;
/** The first descriptor that is the hypervisor's: FIRST_RESERVED_GDT_ENTRY. */
const FIRST_OWN = 14 * 512;
/** In pages: where every segment ends, right below the hypervisor. */
const LAST_PAGE = (MONITOR_BASE >>> 12) - 1;

export const HYPERCALL = 0x82;

/** Base 0, up to the hypervisor, 32-bit. */
const flat = (selector: number, access: number): Segment => ({
  selector,
  base: 0,
  limit: MONITOR_BASE - 1,
  access: 0xc000 | access,
});
const given = [flat(RING1_CODE, 0xbb), flat(RING1_DATA, 0xb3), flat(RING3_CODE, 0xfb), flat(RING3_DATA, 0xf3)];

/** The hypervisor's GDT, IDT and TSS, and the registers that point to them. The guest is at ring 1. */
export function giveDescriptors(machine: Machine): void {
  for (const { selector, access } of given)
    writeDescriptor(machine, selector >>> 3, LAST_PAGE & 0xffff, (LAST_PAGE & 0xf_0000) | (access << 8) | (1 << 23));
  writeGate(machine, HYPERCALL, { selector: RING1_CODE, offset: 0, dpl: 1, masks: false });
  // No bitmap inside the limit: no port is allowed (SDM vol. 1, "I/O Permission Bit Map").
  writeHost(machine, TSS + 0x66, 2, 0x68);
  setStack(machine, RING1_DATA, 0);
  const { cpu } = machine;
  cpu.gdtr = { base: MONITOR_BASE + GDT_AT, limit: 0xffff };
  cpu.idtr = { base: MONITOR_BASE + IDT_AT, limit: 0x7ff };
  cpu.ldtr = { selector: 0, base: 0, limit: 0, access: 0 };
  cpu.tr = { selector: 0xe038, base: MONITOR_BASE + TSS_AT, limit: 0x67, access: 0x8b };
  for (let register = 0; register < 6; register++) cpu.segments[register] = given[register === CS ? 0 : 1] as Segment;
  cpu.cpl = 1;
}

function writeDescriptor(machine: Machine, index: number, low: number, high: number): void {
  writeHost(machine, GDT + index * 8, 4, low);
  writeHost(machine, GDT + index * 8 + 4, 4, high);
}

/** The stack for entries into ring 1: SS1 and ESP1 of the TSS. */
export function setStack(machine: Machine, selector: number, pointer: number): void {
  writeHost(machine, TSS + 12, 4, pointer);
  writeHost(machine, TSS + 16, 4, (selector & ~3) | 1);
}

/** A gate through which INT enters ring 1 by itself, the interrupt flag as it is; or none. */
export function writeGate(machine: Machine, vector: number, trap: Trap | undefined): void {
  const low = trap ? (trap.selector << 16) | (trap.offset & 0xffff) : 0;
  const high = trap ? (trap.offset & 0xffff_0000) | 0x8f00 | (trap.dpl << 13) : 0;
  writeHost(machine, IDT + vector * 8, 4, low);
  writeHost(machine, IDT + vector * 8 + 4, 4, high);
}

const CODE_OR_DATA = 1 << 12;
const PRESENT = 1 << 15;
const GRANULARITY = 1 << 23;

/** Takes descriptors from these frames of the guest's: 0, or why not. A copy is made; Xen maps the frames and makes them read-only. */
export function takeGdt(machine: Machine, frames: readonly number[], entries: number): number {
  if (entries > FIRST_OWN) return INVALID;
  const words = Array.from({ length: entries * 2 }, (_, i) =>
    readHost(machine.memory, (frames[i >>> 10] ?? 0) * 4096 + (i & 1023) * 4, 4),
  );
  for (let i = 0; i < entries; i++) if (!isHarmless(words[2 * i] ?? 0, words[2 * i + 1] ?? 0)) return INVALID;
  for (let i = 0; i < FIRST_OWN; i++)
    if (i < entries || isThere(machine, i)) writeDescriptor(machine, i, words[2 * i] ?? 0, words[2 * i + 1] ?? 0);
  return 0;
}

const isThere = ({ memory }: Machine, index: number): boolean => readHost(memory, GDT + index * 8 + 4, 4) !== 0;

/** Nothing, or code or data for an outer ring that ends below the hypervisor. */
function isHarmless(low: number, high: number): boolean {
  if ((high & PRESENT) === 0) return (low | high) === 0 || (high & CODE_OR_DATA) !== 0;
  if ((high & CODE_OR_DATA) === 0 || (high & (3 << 13)) === 0) return false;
  const pages = (high & GRANULARITY) !== 0;
  const limit = (low & 0xffff) | (high & 0xf_0000);
  const base = ((low >>> 16) | ((high & 0xff) << 16) | (high & 0xff00_0000)) >>> 0;
  const expandsDown = (high & 0xc00) === 0x400;
  return !expandsDown && base + (pages ? limit * 4096 + 4095 : limit) < MONITOR_BASE;
}
