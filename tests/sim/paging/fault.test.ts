import { describe, expect, test } from 'vitest';
import { flipBit } from '#sim/paging/entry.ts';
import { readEntry, writeEntry } from '#sim/paging/memory.ts';
import { makeWorld, type World, walkTo } from './world.ts';

describe('a fault says what the manual says', () => {
  const world = makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 1, eptLeaf: 1, pages: [9n] });
  const flipAt = (
    name: { by: string; level: number; target: number },
    bits: readonly number[],
    over: World = world,
  ): World => {
    const at =
      walkTo(world, 0x9000n).references.find(
        ({ by, level, target }) => by === name.by && level === name.level && target === name.target,
      )?.address ?? 0;
    return {
      ...over,
      memory: bits.reduce((memory, bit) => writeEntry(memory, at, flipBit(readEntry(memory, at), bit)), over.memory),
    };
  };
  test('PS in a PML4E is reserved: RSVD and P are set in the error code', () => {
    expect(walkTo(flipAt({ by: 'guest', level: 4, target: 4 }, [7]), 0x9000n).fault).toMatchObject({ errorCode: 0xd });
  });
  test('W without R is a misconfiguration, though nothing would have been written', () => {
    expect(walkTo(flipAt({ by: 'ept', level: 1, target: 0 }, [0]), 0x9000n).fault).toEqual({
      kind: 'ept-misconfiguration',
      handledBy: 'hypervisor',
      exitReason: 49,
      guestPhysicalAddress: walkTo(world, 0x9000n).guestPhysical,
    });
  });
  test('an execute-only page may be fetched from, and not read', () => {
    const only = flipAt({ by: 'ept', level: 1, target: 0 }, [0, 1]);
    expect(walkTo(only, 0x9000n, { kind: 'fetch' }).fault).toBeUndefined();
    expect(walkTo(only, 0x9000n).fault).toMatchObject({ exitQualification: 0x1a1 });
  });
  test('a missing page under a guest table: bit 8 is clear, and bits 5:3 are 0', () => {
    expect(walkTo(flipAt({ by: 'ept', level: 1, target: 2 }, [0, 1, 2]), 0x9000n).fault).toMatchObject({
      exitQualification: 0x81,
    });
  });
  test('a read-only page under a guest table stops the update of its accessed flag', () => {
    const readOnly = flipAt({ by: 'ept', level: 1, target: 3 }, [1]);
    expect(walkTo(readOnly, 0x9000n)).toMatchObject({ fault: { exitQualification: 0xaa }, references: { length: 10 } });
    const marked = {
      ...readOnly,
      memory: flipAt({ by: 'ept', level: 1, target: 3 }, [1], { ...world, memory: walkTo(world, 0x9000n).memory })
        .memory,
    };
    expect(walkTo(marked, 0x9000n).fault).toBeUndefined();
  });
  test('with EPT dirty flags even a read of that table counts as a write: bits 0 and 1 are both set', () => {
    const counted = makeWorld({
      guestLevels: 4,
      eptLevels: 4,
      guestLeaf: 1,
      eptLeaf: 1,
      pages: [9n],
      accessedDirty: true,
    });
    const marked = { ...counted, memory: walkTo(counted, 0x9000n).memory };
    expect(walkTo(flipAt({ by: 'ept', level: 1, target: 3 }, [1], marked), 0x9000n)).toMatchObject({
      fault: { exitQualification: 0xab },
      references: { length: 9 },
    });
  });
  test('an address that is not canonical is refused before anything is read', () => {
    expect(walkTo(world, 0x8000_0000_0000n)).toMatchObject({
      references: [],
      fault: { kind: 'general-protection', errorCode: 0 },
    });
  });
  test('a table outside of installed memory reads as ones, and ones are no legal entry', () => {
    expect(walkTo(flipAt({ by: 'ept', level: 3, target: 4 }, [40]), 0x9000n).fault).toMatchObject({ exitReason: 49 });
    const native = {
      ...makeWorld({ guestLevels: 4, eptLevels: 4, guestLeaf: 1, eptLeaf: 1, pages: [9n], identity: true }),
    };
    const lost = { ...native, machine: { ...native.machine, ept: undefined, cr3: 2 ** 40 } };
    expect(walkTo(lost, 0x9000n).fault).toMatchObject({ kind: 'guest-page-fault', errorCode: 0xd });
  });
});
