import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressIn, entryToHex, flipBit, hasBit, makeEntry, PHYSICAL_BITS } from '#sim/paging/entry.ts';
import { decodeEpt } from '#sim/paging/ept.ts';
import { decodeGuest } from '#sim/paging/guest.ts';

const address = fc.nat({ max: 2 ** (PHYSICAL_BITS - 12) - 1 }).map((frame) => frame * 4096);
const half = fc.nat({ max: 2 ** 32 - 1 });
const entry = fc.record({ lo: half, hi: half });

test('an address and flags put into an entry come out again', () => {
  fc.assert(
    fc.property(address, fc.nat({ max: 4095 }), (at, flags) => {
      const made = makeEntry(at, flags);
      expect(addressIn(made, 12)).toBe(at);
      expect(made.lo & 4095).toBe(flags);
      expect(BigInt(`0x${entryToHex(made)}`)).toBe(BigInt(at) | BigInt(flags));
    }),
  );
});

test('a flip changes the one bit it names, and a second flip changes it back', () => {
  fc.assert(
    fc.property(entry, fc.nat({ max: 63 }), (before, bit) => {
      const after = flipBit(before, bit);
      const asNumber = (e: typeof before) => BigInt(`0x${entryToHex(e)}`);
      expect(asNumber(after)).toBe(asNumber(before) ^ (1n << BigInt(bit)));
      expect(hasBit(after, bit)).toBe(!hasBit(before, bit));
      expect(flipBit(after, bit)).toEqual(before);
    }),
  );
});

/** The formats once more, as 64-bit numbers and masks: SDM vol. 3A tables 4-14 to 4-19, vol. 3C tables 28-1 to 28-6. */
const range = (high: number, low: number): bigint => ((1n << BigInt(high - low + 1)) - 1n) << BigInt(low);
const oneOf = (value: bigint, bit: number): boolean => ((value >> BigInt(bit)) & 1n) === 1n;

function guestByMask(value: bigint, level: number): string {
  if (!oneOf(value, 0)) return 'absent';
  const isPage = level === 1 || (level <= 3 && oneOf(value, 7));
  const mustBe0 =
    range(51, PHYSICAL_BITS) |
    (level >= 4 ? range(7, 7) : 0n) |
    (isPage && level === 2 ? range(20, 13) : 0n) |
    (isPage && level === 3 ? range(29, 13) : 0n);
  return value & mustBe0 ? 'illegal' : isPage ? 'page' : 'table';
}

function eptByMask(value: bigint, level: number): string {
  if (!(value & 7n)) return 'absent';
  const isPage = level === 1 || (level <= 3 && oneOf(value, 7));
  const mustBe0 =
    range(51, PHYSICAL_BITS) |
    (level >= 4 ? range(7, 3) : isPage ? 0n : range(6, 3)) |
    (isPage && level === 2 ? range(20, 12) : 0n) |
    (isPage && level === 3 ? range(29, 12) : 0n);
  const badType = isPage && [2n, 3n, 7n].includes((value >> 3n) & 7n);
  const writeOnly = oneOf(value, 1) && !oneOf(value, 0);
  return value & mustBe0 || badType || writeOnly ? 'illegal' : isPage ? 'page' : 'table';
}

test('every bit pattern is read as the manual’s tables of entry formats say', () => {
  const sparse = fc.record({
    lo: fc
      .tuple(fc.nat({ max: 255 }), fc.integer({ min: 8, max: 31 }))
      .map(([flags, bit]) => (flags | (1 << bit)) >>> 0),
    hi: fc.constant(0),
  });
  const few = fc.record({ lo: half, hi: fc.constantFrom(0, 0x2000, 0x4000, 0x8_0000, 0x10_0000, 0x8000_0000) });
  fc.assert(
    fc.property(fc.oneof(entry, few, sparse), fc.integer({ min: 1, max: 5 }), (e, level) => {
      const value = BigInt(`0x${entryToHex(e)}`);
      expect(decodeGuest(e, level).kind).toBe(guestByMask(value, level));
      expect(decodeEpt(e, level).kind).toBe(eptByMask(value, level));
    }),
    { numRuns: 2000 },
  );
});
