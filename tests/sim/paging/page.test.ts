import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyMemory, readByte, writeByte } from '#sim/paging/memory.ts';
import { isSamePage, pageOf, readPage, writePage } from '#sim/paging/page.ts';

const size = 2 ** 34;
const page = fc.nat(size / 4096 - 1).map((n) => n * 4096);

test('a page put in place is what its bytes say, and its neighbours stay as they were', () => {
  fc.assert(
    fc.property(page, fc.nat(4095), fc.nat(255), (at, offset, letter) => {
      const memory = writePage(emptyMemory(size), at, pageOf(letter * 0x01010101));
      expect(readByte(memory, at + offset)).toBe(letter);
      expect(readByte(memory, (at + 4096) % size)).toBe(0);
    }),
  );
});

test('a byte written afterwards is in the page, and not in the page that was put there', () => {
  const before = pageOf(0);
  const memory = writeByte(writePage(emptyMemory(size), 0x5000, before), 0x5003, 7);
  expect(readPage(memory, 0x5000)[0]).toBe(7 * 2 ** 24);
  expect(isSamePage(before, pageOf(0))).toBe(true);
  expect(isSamePage(readPage(memory, 0x5000), before)).toBe(false);
});

test('where no memory is nothing is written, and where nothing changes nothing is copied', () => {
  const memory = writePage(emptyMemory(4096), 0, pageOf(1));
  expect(writePage(memory, 4096, pageOf(2))).toBe(memory);
  expect(writePage(memory, 0, readPage(memory, 0))).toBe(memory);
});
