import type { Machine } from '../machine.ts';
import { readSystem, writeSystem } from './access.ts';
import { fault, GP } from './fault.ts';
import type { Segment } from './state.ts';

/** Eight bytes of the GDT or LDT and where they stand: SDM vol. 3A, "Segment Descriptors" and "Call Gates". */
export interface Descriptor {
  /** The selector that led here. */
  readonly selector: number;
  /** Linear address. */
  readonly address: number;
  readonly low: number;
  readonly high: number;
}

/** Types of system descriptors that we know: SDM vol. 3A, "System Descriptor Types". Bit 3 makes them 32-bit. */
export const LDT = 2;
export const CALL_GATE_16 = 4;
export const CALL_GATE_32 = 12;

/** The selector as error codes name it: without the RPL. */
export const errorOf = (selector: number): number => selector & 0xfffc;
export const isNull = (selector: number): boolean => (selector & 0xfffc) === 0;
export const rplOf = (selector: number): number => selector & 3;

/** Type with S as bit 4: 16 and more are code and data, less are system descriptors. */
export const typeOf = ({ high }: Descriptor): number => (high >>> 8) & 0x1f;
export const dplOf = ({ high }: Descriptor): number => (high >>> 13) & 3;
export const isPresent = ({ high }: Descriptor): boolean => (high & 0x8000) !== 0;
export const isCode = (descriptor: Descriptor): boolean => (typeOf(descriptor) & 0x18) === 0x18;
/** Of code: it runs at the caller's level. */
export const isConforming = (descriptor: Descriptor): boolean => (typeOf(descriptor) & 0x1c) === 0x1c;
export const isWritableData = (descriptor: Descriptor): boolean => (typeOf(descriptor) & 0x1a) === 0x12;
/** Data, or code that may be read. */
export const isReadable = (descriptor: Descriptor): boolean =>
  (typeOf(descriptor) & 0x10) !== 0 && (typeOf(descriptor) & 0xa) !== 8;

/** The descriptor, or undefined beyond its table's limit. */
export function findDescriptor(machine: Machine, selector: number): Descriptor | undefined {
  const { gdtr, ldtr } = machine.cpu;
  const table = (selector & 4) === 0 ? gdtr : ldtr;
  const at = selector & 0xfff8;
  if (at + 7 > table.limit || (table === ldtr && ldtr.access === 0)) return undefined;
  const address = (table.base + at) >>> 0;
  return { selector, address, low: readSystem(machine, address, 4), high: readSystem(machine, address + 4, 4) };
}

/** The descriptor. Beyond its table's limit it throws `vector` with the selector, and `external` (EXT) in bit 0. */
export function readDescriptor(machine: Machine, selector: number, vector = GP, external = 0): Descriptor {
  const descriptor = findDescriptor(machine, selector);
  if (!descriptor) throw fault(vector, errorOf(selector) | external);
  return descriptor;
}

/** The last offset, granularity worked in. */
export function limitOf({ low, high }: Descriptor): number {
  const limit = (low & 0xffff) | (high & 0x000f_0000);
  return (high & 0x0080_0000) === 0 ? limit : ((limit << 12) | 0xfff) >>> 0;
}

/** The segment register that this descriptor fills, with `selector` as its visible half. */
export const segmentOf = (descriptor: Descriptor, selector: number): Segment => ({
  selector,
  base: ((descriptor.low >>> 16) | ((descriptor.high & 0xff) << 16) | (descriptor.high & 0xff00_0000)) >>> 0,
  limit: limitOf(descriptor),
  access: (descriptor.high >>> 8) & 0xf0ff,
});

/** A segment register after a null selector was loaded. */
export const nullSegment = (selector: number): Segment => ({ selector, base: 0, limit: 0, access: 0 });

/** What a gate leads to. */
export const gateSelector = ({ low }: Descriptor): number => low >>> 16;
export function gateOffset(gate: Descriptor): number {
  const low = gate.low & 0xffff;
  return (typeOf(gate) & 8) === 0 ? low : (low | (gate.high & 0xffff_0000)) >>> 0;
}

/** Sets the accessed flag of a code or data descriptor, as loading it does, and gives the descriptor so changed. */
export function markAccessed(machine: Machine, descriptor: Descriptor): Descriptor {
  if ((descriptor.high & 0x100) !== 0) return descriptor;
  return writeType(machine, descriptor, 0x100);
}

/** Sets these bits of the high word in memory too. */
export function writeType(machine: Machine, descriptor: Descriptor, bits: number): Descriptor {
  const high = (descriptor.high | bits) >>> 0;
  writeSystem(machine, descriptor.address + 5, 1, (high >>> 8) & 0xff);
  return { ...descriptor, high };
}
