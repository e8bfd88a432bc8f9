import { addressIn, type Entry, hasBit, hasReserved } from './entry.ts';
import { shiftOf } from './level.ts';

/**
 * Entries of x86-64's own tables; Intel SDM vol. 3A, "Formats of CR3 and
 * Paging-Structure Entries with 4-Level Paging and 5-Level Paging".
 * EFER.NXE is 1, so bit 63 is XD; CR4.PKE and CR4.PKS are 0, so bits 62:59 are ignored.
 */
export const guestBits = { present: 1, write: 2, user: 4, accessed: 0x20, dirty: 0x40, large: 0x80 } as const;
const XD = 63;

/** What a paging-structure entry leads to. */
export type Found =
  | { readonly kind: 'absent' }
  /** Present, with a bit set that must be 0: a reserved bit, or for EPT anything else that is misconfigured. */
  | { readonly kind: 'illegal' }
  | { readonly kind: 'table'; readonly address: number }
  | { readonly kind: 'page'; readonly address: number };

const isLarge = (entry: Entry, level: number): boolean => hasBit(entry, 7) && (level === 2 || level === 3);

/** Bits of the low half that must be 0: 20:13 of a 2-MiB page, 29:13 of a 1-GiB page, PS of a PML4E or PML5E. */
const reservedLow = (entry: Entry, level: number): number => {
  if (level >= 4) return guestBits.large;
  return isLarge(entry, level) ? 2 ** shiftOf(level) - 2 ** 13 : 0;
};

export function decodeGuest(entry: Entry, level: number): Found {
  if (!hasBit(entry, 0)) return { kind: 'absent' };
  if (hasReserved(entry, reservedLow(entry, level))) return { kind: 'illegal' };
  if (level === 1 || isLarge(entry, level)) return { kind: 'page', address: addressIn(entry, shiftOf(level)) };
  return { kind: 'table', address: addressIn(entry, 12) };
}

/** What the entries used so far allow together: R/W and U/S must be 1 in all of them, XD in none. */
export interface GuestRights {
  readonly write: boolean;
  readonly user: boolean;
  readonly execute: boolean;
}
export const allRights: GuestRights = { write: true, user: true, execute: true };

export const narrowRights = (rights: GuestRights, entry: Entry): GuestRights => ({
  write: rights.write && hasBit(entry, 1),
  user: rights.user && hasBit(entry, 2),
  execute: rights.execute && !hasBit(entry, XD),
});
