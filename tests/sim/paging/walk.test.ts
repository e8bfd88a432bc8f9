import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, flipBit, sameEntry } from '#sim/paging/entry.ts';
import { type Levels, type PageLevel, spanOf } from '#sim/paging/level.ts';
import { cutLinear } from '#sim/paging/linear.ts';
import { type Memory, readEntry, writeEntry } from '#sim/paging/memory.ts';
import { finishWalk } from '#sim/paging/stepWalk.ts';
import { type Access, startWalk } from '#sim/paging/walk.ts';
import { makeWorld, type Wish, type World, walkTo } from './world.ts';

const levels = fc.constantFrom<Levels>(4, 5);
const leaf = fc.constantFrom<PageLevel>(1, 2, 3);
const kind = fc.constantFrom<Access['kind']>('read', 'write', 'fetch');

/** Pages all over the lower half of what four levels can name, some of them neighbours. */
const wishes = fc
  .record({
    guestLevels: levels,
    eptLevels: levels,
    guestLeaf: leaf,
    eptLeaf: leaf,
    seeds: fc.uniqueArray(fc.nat({ max: 0xffff }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ seeds, ...wish }): Wish => {
    const most = BigInt(2 ** 47 / spanOf(wish.guestLeaf));
    return { ...wish, pages: [...new Set(seeds.map((seed) => (BigInt(seed) * 0x1_0001n) % most))] };
  });

/** The translation as two look-ups in the maps that the tables were made from. */
function lookUp({ guestMap, eptMap, guestLeaf, eptLeaf }: World, address: bigint): number | undefined {
  const [guestSize, eptSize] = [spanOf(guestLeaf), spanOf(eptLeaf)];
  const page = guestMap.get(address / BigInt(guestSize));
  if (page === undefined) return undefined;
  const physical = page * guestSize + Number(address % BigInt(guestSize));
  const host = eptMap.get(Math.floor(physical / eptSize));
  return host === undefined ? undefined : host * eptSize + (physical % eptSize);
}

test('a walk gives what two separate look-ups give, and keeps the offset', () => {
  fc.assert(
    fc.property(wishes, fc.nat(), fc.nat({ max: 4095 }), (wish, seed, offset) => {
      const world = makeWorld(wish);
      const page = wish.pages[seed % wish.pages.length] ?? 0n;
      const address = page * BigInt(spanOf(wish.guestLeaf)) + BigInt(offset);
      const walk = walkTo(world, address);
      expect(walk.hostPhysical).toBe(lookUp(world, address));
      expect((walk.hostPhysical ?? 0) % 4096).toBe(offset);
    }),
    { numRuns: 300 },
  );
});

test('an address that no page was made for faults in the guest, and stays there', () => {
  const world = makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 1, eptLeaf: 1, pages: [5n] });
  expect(walkTo(world, 0x6000n).fault).toEqual({
    kind: 'guest-page-fault',
    handledBy: 'guest',
    errorCode: 4,
    cr2: '0x6000',
  });
  expect(walkTo(world, 0x7fff_0000_0000n, { kind: 'write', user: false }).fault).toMatchObject({ errorCode: 2 });
});

test('a 1-GiB guest page on 4-KiB EPT pages is only there where the EPT backs it', () => {
  const world = makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 3, eptLeaf: 1, pages: [1n] });
  expect(walkTo(world, 0x4000_0123n).hostPhysical).toBe(lookUp(world, 0x4000_0123n));
  expect(walkTo(world, 0x4000_1123n).fault).toMatchObject({ kind: 'ept-violation', exitQualification: 0x181 });
});

test('native paging is nested paging whose EPT maps every page to itself', () => {
  fc.assert(
    fc.property(wishes, kind, fc.nat({ max: 4095 }), (wish, access, offset) => {
      const world = makeWorld({ ...wish, identity: true });
      const address = (wish.pages[0] ?? 0n) * BigInt(spanOf(wish.guestLeaf)) + BigInt(offset);
      const nested = walkTo(world, address, { kind: access });
      const native = walkTo({ ...world, machine: { ...world.machine, ept: undefined } }, address, { kind: access });
      expect(native.hostPhysical).toBe(nested.hostPhysical);
      expect(native.guestPhysical).toBe(nested.guestPhysical);
      expect(native.references).toEqual(nested.references.filter(({ by }) => by === 'guest'));
    }),
    { numRuns: 100 },
  );
});

test('exactly the entries used are marked accessed, and dirty only where something was written', () => {
  fc.assert(
    fc.property(wishes, kind, fc.boolean(), (wish, access, accessedDirty) => {
      const world = makeWorld({ ...wish, accessedDirty });
      const walk = walkTo(world, (wish.pages[0] ?? 0n) * BigInt(spanOf(wish.guestLeaf)), { kind: access });
      const expected = new Map<number, Entry>();
      for (const { by, target, address, isLeaf, before } of walk.references) {
        const isWritten = by === 'ept' ? target > 0 || access === 'write' : access === 'write';
        const [accessed, dirty] = by === 'guest' ? [0x20, 0x40] : accessedDirty ? [0x100, 0x200] : [0, 0];
        const flags = accessed | (isLeaf && isWritten ? dirty : 0);
        if (flags) expected.set(address, { lo: ((expected.get(address) ?? before).lo | flags) >>> 0, hi: before.hi });
      }
      if (access === 'write') expected.set(Math.floor((walk.hostPhysical ?? 0) / 8) * 8, { lo: 0x2a, hi: 0 });
      expect(changes(world.memory, walk.memory)).toEqual(expected);
      const again = finishWalk(startWalk(walk.memory, world.machine, walk.access));
      expect(again.memory).toBe(walk.memory);
    }),
    { numRuns: 100 },
  );
});

/** Every entry that differs between two memories. */
function changes(before: Memory, after: Memory): Map<number, Entry> {
  const numbers = after.frames.flatMap((row, high) =>
    (row ?? []).flatMap((frames, middle) =>
      Object.keys(frames ?? []).map((low) => (high * 256 + middle) * 256 + Number(low)),
    ),
  );
  const addresses = numbers.flatMap((n) => Array.from({ length: 512 }, (_, i) => n * 4096 + 8 * i));
  const changed = addresses.filter((at) => !sameEntry(readEntry(before, at), readEntry(after, at)));
  return new Map(changed.map((at) => [at, readEntry(after, at)]));
}

describe('a right is the AND over all entries', () => {
  const clear = (world: World, address: number, bit: number): World => ({
    ...world,
    memory: writeEntry(world.memory, address, flipBit(readEntry(world.memory, address), bit)),
  });
  test('of the guest’s tables: one entry without it at any level is enough to fault', () => {
    const rights = [
      { bit: 1, access: { kind: 'write', user: false }, code: 3 },
      { bit: 2, access: { kind: 'read', user: true }, code: 5 },
      { bit: 63, access: { kind: 'fetch', user: true }, code: 0x15 },
    ] as const;
    for (const { bit, access, code } of rights) {
      const world = makeWorld({ guestLevels: 5, eptLevels: 4, guestLeaf: 1, eptLeaf: 1, pages: [9n] });
      for (const { address } of walkTo(world, 0x9000n, access).references.filter(({ by }) => by === 'guest')) {
        expect(walkTo(clear(world, address, bit), 0x9000n, access).fault).toMatchObject({
          kind: 'guest-page-fault',
          errorCode: code,
        });
      }
    }
  });
  test('but U/S binds the user only: the kernel reads a page that the user may not', () => {
    const world = makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 1, eptLeaf: 1, pages: [9n] });
    const leaf = walkTo(world, 0x9000n).references.find(({ by, level }) => by === 'guest' && level === 1)?.address ?? 0;
    expect(walkTo(clear(world, leaf, 2), 0x9000n, { user: false }).fault).toBeUndefined();
    expect(walkTo(clear(world, leaf, 2), 0x9000n, { user: true }).fault).toMatchObject({ errorCode: 5 });
  });
  test('of the EPT: found at the end of the column, and reported in bits 5:3', () => {
    const world = makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 1, eptLeaf: 1, pages: [9n] });
    const columns = walkTo(world, 0x9000n, { kind: 'write' }).references.filter(
      ({ by, target, level }) => by === 'ept' && target === 0 && level < 4,
    );
    for (const { address } of columns.filter(({ level }) => level < 3)) {
      const { fault, references } = walkTo(clear(world, address, 1), 0x9000n, { kind: 'write' });
      expect(fault).toMatchObject({ kind: 'ept-violation', exitQualification: 0x1aa });
      expect(references.at(-1)).toMatchObject({ by: 'ept', level: 1, target: 0 });
    }
  });
});

test('whatever bits are flipped in whatever entries, a walk ends with an address or a fault', () => {
  const flips = fc.array(fc.tuple(fc.nat({ max: 99 }), fc.nat({ max: 63 })), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(wishes, kind, fc.boolean(), fc.boolean(), flips, (wish, access, user, accessedDirty, all) => {
      const world = makeWorld({ ...wish, accessedDirty });
      const address = {
        address: cutLinear((wish.pages[0] ?? 0n) * BigInt(spanOf(wish.guestLeaf))),
        kind: access,
        user,
      };
      let walk = finishWalk(startWalk(world.memory, world.machine, address));
      for (const [which, bit] of all) {
        const at = walk.references[which % Math.max(1, walk.references.length)]?.address ?? 0;
        const memory = writeEntry(walk.memory, at, flipBit(readEntry(walk.memory, at), bit));
        walk = finishWalk(startWalk(memory, world.machine, address));
        expect(walk.references.length).toBeLessThanOrEqual(35);
        expect(walk.fault === undefined).toBe(walk.byte !== undefined);
        if (!walk.fault) expect(walk.hostPhysical).toBeDefined();
      }
    }),
    { numRuns: 150 },
  );
});

test('a write stores its byte where the translation points, and a read finds it', () => {
  const world = makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 1, eptLeaf: 2, pages: [9n] });
  const written = walkTo(world, 0x9123n, { kind: 'write' });
  expect(walkTo({ ...world, memory: written.memory }, 0x9123n).byte).toBe(0x2a);
});
