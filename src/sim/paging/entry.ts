/** One 8-byte paging-structure entry as two unsigned halves, since a number in JavaScript is exact only to 53 bits. */
export interface Entry {
  readonly lo: number;
  readonly hi: number;
}

/**
 * MAXPHYADDR of the simulated processor, the guest's and the host's alike:
 * Intel SDM vol. 3A, "4-level paging and 5-level paging". Bits 51:46 of an entry are reserved.
 */
export const PHYSICAL_BITS = 46;

const HIGH = 2 ** 32;
const reservedHigh = (2 ** (52 - PHYSICAL_BITS) - 1) << (PHYSICAL_BITS - 32);

/** An entry that holds this physical address and these low flag bits. */
export const makeEntry = (address: number, flags: number): Entry => ({
  lo: ((address % HIGH) | flags) >>> 0,
  hi: Math.floor(address / HIGH),
});

export const hasBit = ({ lo, hi }: Entry, bit: number): boolean =>
  bit < 32 ? ((lo >>> bit) & 1) === 1 : ((hi >>> (bit - 32)) & 1) === 1;

export const flipBit = ({ lo, hi }: Entry, bit: number): Entry =>
  bit < 32 ? { lo: (lo ^ (1 << bit)) >>> 0, hi } : { lo, hi: (hi ^ (1 << (bit - 32))) >>> 0 };

/** The very same entry where the flags are set already. */
export const setFlags = (entry: Entry, flags: number): Entry =>
  (entry.lo & flags) === flags ? entry : { lo: (entry.lo | flags) >>> 0, hi: entry.hi };

export const sameEntry = (a: Entry, b: Entry): boolean => a.lo === b.lo && a.hi === b.hi;

/** The physical address in an entry: bits 45 down to `lowest`. */
export const addressIn = ({ lo, hi }: Entry, lowest: number): number =>
  (hi & (2 ** (PHYSICAL_BITS - 32) - 1)) * HIGH + (((lo >>> lowest) << lowest) >>> 0);

/** Whether a bit of 51:46, or of the low half under `lowMask`, is set where none may be. */
export const hasReserved = ({ lo, hi }: Entry, lowMask: number): boolean =>
  (hi & reservedHigh) !== 0 || (lo & lowMask) !== 0;

/** Sixteen hexadecimal digits. */
export const entryToHex = ({ lo, hi }: Entry): string =>
  hi.toString(16).padStart(8, '0') + lo.toString(16).padStart(8, '0');
