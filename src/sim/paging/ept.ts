import { addressIn, type Entry, hasBit, hasReserved } from './entry.ts';
import type { Found } from './guest.ts';
import { shiftOf } from './level.ts';

/**
 * Entries of the extended page tables; Intel SDM vol. 3C, "The Extended Page
 * Table Mechanism (EPT)". The processor supports execute-only translations,
 * 2-MiB and 1-GiB pages, 5-level walks and accessed and dirty flags
 * (IA32_VMX_EPT_VPID_CAP); mode-based execute control and #VE are off.
 */
export const eptBits = {
  read: 1,
  write: 2,
  execute: 4,
  writeBack: 6 << 3,
  large: 0x80,
  accessed: 0x100,
  dirty: 0x200,
} as const;
/** R, W and X. */
export const EPT_RIGHTS = 7;

const isLarge = (entry: Entry, level: number): boolean => hasBit(entry, 7) && (level === 2 || level === 3);

/** Bits of the low half that must be 0. In an entry that leads to a table 6:3 are, and 7 too where no page may be mapped. */
const reservedLow = (entry: Entry, level: number): number => {
  if (level >= 4) return 0xf8;
  if (level === 1) return 0;
  return isLarge(entry, level) ? 2 ** shiftOf(level) - 2 ** 12 : 0x78;
};

/** Memory types 2, 3 and 7 are not defined. */
const badMemoryType = ({ lo }: Entry): boolean => [2, 3, 7].includes((lo >>> 3) & 7);

/** `illegal` is an EPT misconfiguration: it is found before any right is looked at. */
export function decodeEpt(entry: Entry, level: number): Found {
  if ((entry.lo & EPT_RIGHTS) === 0) return { kind: 'absent' };
  const isPage = level === 1 || isLarge(entry, level);
  const writeOnly = (entry.lo & 3) === eptBits.write;
  if (writeOnly || hasReserved(entry, reservedLow(entry, level)) || (isPage && badMemoryType(entry)))
    return { kind: 'illegal' };
  return isPage
    ? { kind: 'page', address: addressIn(entry, shiftOf(level)) }
    : { kind: 'table', address: addressIn(entry, 12) };
}
