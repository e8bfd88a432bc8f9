import type { Machine } from '../machine.ts';
import { type Memory, PAGE, pageToRead, pageToWrite, readByte } from '../memory.ts';
import { forget } from './decodeCache.ts';
import { type AccessKind, READ, WRITE } from './tlb.ts';

/**
 * A second translation, between what the processor's tables call physical and
 * the memory that there is (SDM vol. 3C, "The Extended Page Table Mechanism").
 * Every address that leaves the processor goes through it: the tables' own
 * and those of data and code. What it answers is kept in the TLB, so whoever
 * changes it flushes that.
 */
export interface SecondLevel {
  /**
   * The host-physical address. It throws what its owner catches (an EPT
   * violation) where there is none or not for this access; the processor
   * then is as before the instruction. `linear` is the address that was being
   * translated, `walking` whether the access is to one of the tables on its way.
   */
  translate(machine: Machine, physical: number, kind: AccessKind, linear: number, walking: boolean): number;
}

/** One, two or four bytes at a host-physical address, unsigned. */
export function readHost(memory: Memory, address: number, size: number): number {
  const at = address & (PAGE - 1);
  if (address + size > memory.size || at + size > PAGE) return readBytes(memory, address, size);
  const page = pageToRead(memory, address);
  const low = page[at] ?? 0;
  if (size === 1) return low;
  const word = low | ((page[at + 1] ?? 0) << 8);
  return size === 2 ? word : (word | ((page[at + 2] ?? 0) << 16) | ((page[at + 3] ?? 0) << 24)) >>> 0;
}

function readBytes(memory: Memory, address: number, size: number): number {
  let value = 0;
  for (let i = 0; i < size; i++) value |= readByte(memory, address + i) << (8 * i);
  return value >>> 0;
}

/** One, two or four bytes to a host-physical address; instructions decoded from there are forgotten. */
export function writeHost({ memory }: Machine, address: number, size: number, value: number): void {
  const at = address & (PAGE - 1);
  if (address + size > memory.size || at + size > PAGE) {
    writeBytes(memory, address, size, value);
    return;
  }
  const page = pageToWrite(memory, address);
  forget(page, at, size);
  page[at] = value;
  if (size === 1) return;
  page[at + 1] = value >> 8;
  if (size === 2) return;
  page[at + 2] = value >> 16;
  page[at + 3] = value >> 24;
}

function writeBytes(memory: Memory, address: number, size: number, value: number): void {
  for (let i = 0; i < size && address + i < memory.size; i++) {
    const page = pageToWrite(memory, address + i);
    forget(page, (address + i) & (PAGE - 1), 1);
    page[(address + i) & (PAGE - 1)] = value >>> (8 * i);
  }
}

/** An entry of a paging structure at a physical address. */
export const readEntry = (machine: Machine, physical: number, linear: number): number =>
  readHost(machine.memory, machine.second?.translate(machine, physical, READ, linear, true) ?? physical, 4);

/** Sets flags in an entry of a paging structure. */
export const writeEntry = (machine: Machine, physical: number, linear: number, value: number): void =>
  writeHost(machine, machine.second?.translate(machine, physical, WRITE, linear, true) ?? physical, 4, value);
