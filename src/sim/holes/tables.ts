import { writeHost } from '../x86/cpu/physical.ts';
import type { Segment } from '../x86/cpu/state.ts';
import type { Machine } from '../x86/machine.ts';

/** Whose tables a processor has: the guest's own, or those of the monitor beneath it. */
export type Owner = 'guest' | 'monitor';

/** Where they are, in linear space; `frames` is the physical address of the same. The monitor lies in the top 4 MiB. */
export interface TablePlaces {
  readonly gdt: number;
  readonly idt: number;
  readonly tss: number;
  readonly handlers: number;
  /** What turns a linear address of the tables into a physical one. */
  readonly offset: number;
  readonly directory: number;
}
export const placesOf: Readonly<Record<Owner, TablePlaces>> = {
  guest: { gdt: 0x14_0000, idt: 0x14_1000, tss: 0x14_2000, handlers: 0x14_3000, offset: 0, directory: 0x15_0000 },
  monitor: {
    gdt: 0xffc1_0000,
    idt: 0xffc2_0000,
    tss: 0xffc2_1000,
    handlers: 0xffc3_0000,
    offset: 0xffc0_0000 - 0x40_0000,
    directory: 0x30_0000,
  },
};

type Descriptor = readonly [base: number, limit: number, access: number];
const FLAT = 0xf_ffff;
/** Granularity of 4 KiB and 32-bit default size; system segments and small ones have neither. */
const bitsOf = (limit: number): number => (limit === FLAT ? 0xc : 0x4);

/**
 * By selector; 10h to 33h as Linux has them. 48h is a segment that the guest made for itself: in the
 * monitor's table another one stands there. 50h and 58h are the ring 1 in which a monitor may put the guest's kernel.
 */
const descriptors = (owner: Owner): Readonly<Record<number, Descriptor>> => ({
  16: [0, FLAT, 0x9b],
  24: [0, FLAT, 0x93],
  32: [0, FLAT, 0xfb],
  40: [0, FLAT, 0xf3],
  48: [0, FLAT, 0xfb],
  56: [placesOf[owner].tss, 0x67, 0x8b],
  64: [0x14_4000, 0xff, 0x82],
  72: owner === 'guest' ? [0x13_0000, 0xfff, 0xf3] : [0, FLAT, 0xf3],
  80: [0, FLAT, 0xbb],
  88: [0, FLAT, 0xb3],
  96: [placesOf[owner].tss, 0x67, 0x8b],
});

/** A segment register that holds one of them. */
export function segmentAt(selector: number, owner: Owner): Segment {
  const [base, limit, access] = descriptors(owner)[selector & ~7] ?? [0, 0, 0];
  return {
    selector,
    base,
    limit: limit === FLAT ? 0xffff_ffff : limit,
    access: (access & 0x10) === 0 ? access : access | (bitsOf(limit) << 12),
  };
}

/** Gates that a program may call, and two that it may not: as Linux has them. */
const gates: Readonly<Record<number, number>> = { 3: 0xee, 4: 0xee, 32: 0x8e, 33: 0x8e, 128: 0xee };
export const gateVectors: readonly number[] = Object.keys(gates).map(Number);
export const handlerOf = (owner: Owner, vector: number): number => placesOf[owner].handlers + vector * 16;

/** Writes the owner's GDT, IDT, TSS and page tables. */
export function writeTables(machine: Machine, owner: Owner): void {
  const { gdt, idt, tss, offset } = placesOf[owner];
  const put = (linear: number, value: number, size = 4): void =>
    writeHost(machine, (linear - offset) >>> 0, size, value);
  for (const [selector, [base, limit, access]] of Object.entries(descriptors(owner))) {
    put(gdt + Number(selector), (base << 16) | (limit & 0xffff));
    const high = (base & 0xff00_0000) | (bitsOf(limit) << 20) | (limit & 0xf_0000);
    put(gdt + Number(selector) + 4, high | (access << 8) | ((base >>> 16) & 0xff));
  }
  for (const [vector, access] of Object.entries(gates)) {
    const handler = handlerOf(owner, Number(vector));
    put(idt + Number(vector) * 8, (0x10 << 16) | (handler & 0xffff));
    put(idt + Number(vector) * 8 + 4, (handler & 0xffff_0000) | (access << 8));
  }
  put(tss + 4, owner === 'guest' ? 0x11_f000 : 0xffc3_f000);
  put(tss + 8, 0x18);
  put(tss + 0x66, 0x68, 2);
  writeDirectory(machine, owner);
}

/** The second MiB is anyone's; the first is not there; the top 4 MiB, in the monitor's tables only, are the supervisor's. */
function writeDirectory(machine: Machine, owner: Owner): void {
  const { directory } = placesOf[owner];
  const table = directory + 0x1000;
  writeHost(machine, directory, 4, table | 7);
  for (let page = 0x100; page < 0x200; page++) writeHost(machine, table + page * 4, 4, (page << 12) | 7);
  if (owner === 'monitor') writeHost(machine, directory + 0xffc, 4, 0x40_0000 | 0x83);
}
