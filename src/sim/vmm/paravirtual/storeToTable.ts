import { isFault } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import { translate } from '../../x86/cpu/paging.ts';
import { READ } from '../../x86/cpu/tlb.ts';
import type { Machine } from '../../x86/machine.ts';
import type { GuestRun } from '../run.ts';
import { TABLE } from './frames.ts';
import { ownFrames, updateEntry } from './mmuCalls.ts';
import type { Paravirtual } from './state.ts';

/** A write by ring 1 to a page that is there: the bits of a page fault's error code. */
const WRITE_TO_PRESENT = 0b011;
/** MOV r/m32, r32 and MOV r/m32, imm32. */
const STORE_REGISTER = 0x89;
const STORE_IMMEDIATE = 0xc7;

/**
 * Makes the store for which the guest's kernel has just faulted on a page
 * table, if the guest has asked for that and the entry passes the checks: the length
 * of its instruction, or 0. Xen's `ptwr_do_page_fault`; it too knows only plain stores of one entry.
 */
export function emulateStore({ guest }: GuestRun, vmm: Paravirtual, errorCode: number): number {
  const { cr2 } = guest.cpu;
  if (!vmm.storesAllowed || errorCode !== WRITE_TO_PRESENT || (cr2 & 3) !== 0) return 0;
  try {
    const physical = translate(guest, cr2, READ, 0);
    const value = storedBy(guest);
    if (value === undefined || vmm.frames.kinds[physical >>> 12] !== TABLE) return 0;
    ownFrames({ vmm });
    return updateEntry({ machine: guest, vmm }, physical, value >>> 0) === 0 ? fetch(guest).length : 0;
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    guest.cpu.cr2 = cr2;
    return 0;
  }
}

function storedBy(guest: Machine): number | undefined {
  const { opcode, size, mod, reg, immediate } = fetch(guest);
  if (size !== 4 || mod === 3) return undefined;
  if (opcode === STORE_REGISTER) return guest.cpu.regs[reg];
  return opcode === STORE_IMMEDIATE ? immediate : undefined;
}
