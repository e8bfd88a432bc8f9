import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyMemory, readByte, readEntry, writeByte, writeEntry } from '#sim/paging/memory.ts';

const SIZE = 2 ** 36;
const at = fc.nat({ max: SIZE / 8 - 1 }).map((n) => n * 8);
const entry = fc.record({ lo: fc.nat({ max: 2 ** 32 - 1 }), hi: fc.nat({ max: 2 ** 32 - 1 }) });

test('what was written last is read, wherever it is, and nothing else has changed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(at, entry), { maxLength: 20 }), at, (writes, elsewhere) => {
      const memory = writes.reduce((now, [where, what]) => writeEntry(now, where, what), emptyMemory(SIZE));
      const held = new Map(writes);
      for (const [where, what] of held) expect(readEntry(memory, where)).toEqual(what);
      expect(readEntry(memory, elsewhere)).toEqual(held.get(elsewhere) ?? { lo: 0, hi: 0 });
    }),
  );
});

test('an older memory does not notice a write to its successor', () => {
  const before = writeEntry(emptyMemory(SIZE), 0x1000, { lo: 1, hi: 2 });
  const after = writeEntry(before, 0x1000, { lo: 3, hi: 4 });
  expect(readEntry(before, 0x1000)).toEqual({ lo: 1, hi: 2 });
  expect(readEntry(after, 0x1000)).toEqual({ lo: 3, hi: 4 });
});

test('a write that changes nothing gives the very same memory', () => {
  const memory = writeEntry(emptyMemory(SIZE), 0x1000, { lo: 1, hi: 2 });
  expect(writeEntry(memory, 0x1000, { lo: 1, hi: 2 })).toBe(memory);
});

test('where there is no memory, reads give ones and writes are lost', () => {
  const memory = emptyMemory(SIZE);
  expect(readEntry(memory, SIZE)).toEqual({ lo: 0xffffffff, hi: 0xffffffff });
  expect(readByte(memory, 2 ** 46 - 1)).toBe(0xff);
  expect(writeEntry(memory, SIZE, { lo: 0, hi: 0 })).toBe(memory);
});

test('bytes lie in an entry with the lowest first', () => {
  let memory = writeEntry(emptyMemory(SIZE), 0x2000, { lo: 0x44332211, hi: 0x88776655 });
  expect([0, 1, 2, 3, 4, 5, 6, 7].map((i) => readByte(memory, 0x2000 + i))).toEqual([
    0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88,
  ]);
  memory = writeByte(memory, 0x2007, 0xff);
  expect(readEntry(memory, 0x2003)).toEqual({ lo: 0x44332211, hi: 0xff776655 });
});
