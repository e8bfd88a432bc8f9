import type { Machine } from '../machine.ts';
import { PAGE } from '../memory.ts';
import { fault, GP, STACK } from './fault.ts';
import { translate } from './paging.ts';
import { readHost, writeHost } from './physical.ts';
import { CS, type Segment, SS } from './state.ts';
import { EXECUTE, READ, WRITE } from './tlb.ts';

/** Where the segment's accesses end, whatever granularity and direction; SDM vol. 3A, "Limit Checking". */
function isInside({ access, limit }: Segment, offset: number, size: number): boolean {
  if ((access & 0b1100) !== 0b0100) return limit === 0xffff_ffff || offset + size - 1 <= limit;
  return offset > limit && offset + size - 1 <= ((access & 0x4000) !== 0 ? 0xffff_ffff : 0xffff);
}

/** Present, and readable (not a code segment that may only be executed). */
const isReadable = (access: number): boolean => (access & 0x80) !== 0 && (access & 0b1010) !== 0b1000;
/** Present, data, and writable. */
const isWritable = (access: number): boolean => (access & 0x8a) === 0x82;

/** The linear address of an operand in a segment; `vector` with error code 0 where the segment refuses it. */
export function linearIn(segment: Segment, offset: number, size: number, writing: boolean, vector: number): number {
  const place = offset >>> 0;
  const { access } = segment;
  if (!(writing ? isWritable(access) : isReadable(access)) || !isInside(segment, place, size)) throw fault(vector, 0);
  return (segment.base + place) >>> 0;
}

const linearOf = ({ cpu }: Machine, segment: number, offset: number, size: number, writing: boolean): number =>
  linearIn(cpu.segments[segment] as Segment, offset, size, writing, segment === SS ? STACK : GP);

const userAt = ({ cpu }: Machine): number => (cpu.cpl === 3 ? 1 : 0);

/** Reads 1, 2 or 4 bytes in the segment register of this number, unsigned. Throws #GP(0), #SS(0) or #PF. */
export const readMemory = (machine: Machine, segment: number, offset: number, size: number): number =>
  readLinear(machine, linearOf(machine, segment, offset, size, false), size, userAt(machine));

/** Writes 1, 2 or 4 bytes, all or none of them. Throws #GP(0), #SS(0) or #PF. */
export function writeMemory(machine: Machine, segment: number, offset: number, size: number, value: number): void {
  const linear = linearOf(machine, segment, offset, size, true);
  writeLinear(machine, linear, size, value, userAt(machine));
  noteStore(machine, linear, value);
}

/** A running hash with one more store. */
export const hashStore = (hash: number, linear: number, value: number): number =>
  (Math.imul(hash, 31) + (linear ^ value)) | 0;

/** Takes a store into the machine's running hash. */
export function noteStore(machine: Machine, linear: number, value: number): void {
  machine.stores = hashStore(machine.stores, linear, value);
  machine.lastStored = value;
  machine.lastStoredAt = linear;
}

/** Throws what a write there would throw, and changes nothing but accessed and dirty flags. */
export function checkWritable(machine: Machine, segment: number, offset: number, size: number): void {
  const linear = linearOf(machine, segment, offset, size, true);
  translate(machine, linear, WRITE, userAt(machine));
  if ((linear & (PAGE - 1)) + size > PAGE) translate(machine, nextPage(linear), WRITE, userAt(machine));
}

/** The host-physical address of a byte of code. Throws #GP(0) beyond the limit of CS, or #PF. */
export function translateCode(machine: Machine, offset: number): number {
  const segment = machine.cpu.segments[CS] as Segment;
  if (!isInside(segment, offset >>> 0, 1)) throw fault(GP, 0);
  return translate(machine, (segment.base + offset) >>> 0, EXECUTE, userAt(machine));
}

/** One byte of code. */
export const fetchByte = (machine: Machine, offset: number): number =>
  readHost(machine.memory, translateCode(machine, offset), 1);

/** The processor's own read of a descriptor table or TSS at a linear address: the supervisor's rights at any CPL. */
export const readSystem = (machine: Machine, linear: number, size: number): number =>
  readLinear(machine, linear >>> 0, size, 0);

/** The processor's own write: see `readSystem`. */
export const writeSystem = (machine: Machine, linear: number, size: number, value: number): void =>
  writeLinear(machine, linear >>> 0, size, value, 0);

/** A read past segmentation; `user` is 1 for the rights of CPL 3. Throws #PF. */
export function readLinear(machine: Machine, linear: number, size: number, user: number): number {
  if ((linear & (PAGE - 1)) + size > PAGE) return readAcross(machine, linear, size, user);
  return readHost(machine.memory, translate(machine, linear, READ, user), size);
}

/** A write past segmentation: see `readLinear`. */
export function writeLinear(machine: Machine, linear: number, size: number, value: number, user: number): void {
  if ((linear & (PAGE - 1)) + size > PAGE) writeAcross(machine, linear, size, value, user);
  else writeHost(machine, translate(machine, linear, WRITE, user), size, value);
}

const nextPage = (linear: number): number => (((linear >>> 12) + 1) << 12) >>> 0;

function readAcross(machine: Machine, linear: number, size: number, user: number): number {
  const first = PAGE - (linear & (PAGE - 1));
  const low = translate(machine, linear, READ, user);
  const high = translate(machine, nextPage(linear), READ, user);
  let value = 0;
  for (let i = 0; i < size; i++)
    value |= readHost(machine.memory, i < first ? low + i : high + i - first, 1) << (8 * i);
  return value >>> 0;
}

/** Both pages are translated before either is written to. */
function writeAcross(machine: Machine, linear: number, size: number, value: number, user: number): void {
  const first = PAGE - (linear & (PAGE - 1));
  const low = translate(machine, linear, WRITE, user);
  const high = translate(machine, nextPage(linear), WRITE, user);
  for (let i = 0; i < size; i++) writeHost(machine, i < first ? low + i : high + i - first, 1, value >>> (8 * i));
}
