import { expect, test } from 'vitest';
import { firmwarePit, passEdges, readCount, writeControl, writeCount } from '#sim/x86/devices/pit.ts';

/** Channel 0 in this mode, with a count of two bytes loaded at time 100. */
function started(mode: number, count: number) {
  const pit = firmwarePit();
  writeControl(pit, 0x30 | (mode << 1), 90);
  writeCount(pit, count & 0xff, 95);
  writeCount(pit, count >> 8, 100);
  return pit;
}

test('mode 0 rises once, a count after it was loaded', () => {
  const pit = started(0, 1000);
  expect(pit.rises).toBe(1100);
  passEdges(pit, 1100);
  expect(pit.rises).toBe(Number.POSITIVE_INFINITY);
});

test.each([2, 3])('mode %d rises every count', (mode) => {
  const pit = started(mode, 1000);
  passEdges(pit, 1100);
  expect(pit.rises).toBe(2100);
  passEdges(pit, 5099);
  expect(pit.rises).toBe(5100);
});

test('a count of 0 is 65536', () => expect(started(2, 0).rises).toBe(65_636));

test('half a count does not start it', () => {
  const pit = firmwarePit();
  writeControl(pit, 0x34, 0);
  writeCount(pit, 1, 0);
  expect(pit.rises).toBe(Number.POSITIVE_INFINITY);
});

test('a latched count stands still until it has been read', () => {
  const pit = started(2, 1000);
  writeControl(pit, 0x00, 110);
  expect([readCount(pit, 200), readCount(pit, 300)]).toEqual([990 & 0xff, 990 >> 8]);
  expect([readCount(pit, 350), readCount(pit, 350)]).toEqual([750 & 0xff, 750 >> 8]);
});

test('mode 3 counts by two', () => {
  const pit = started(3, 1000);
  writeControl(pit, 0x00, 110);
  expect(readCount(pit, 110) | (readCount(pit, 110) << 8)).toBe(980);
});

test('one byte is enough where the control word says so', () => {
  const pit = firmwarePit();
  writeControl(pit, 0x14, 0);
  writeCount(pit, 50, 10);
  expect(pit.rises).toBe(60);
  expect(readCount(pit, 20)).toBe(40);
});

test('read-back gives the mode and whether a count is loaded', () => {
  const pit = firmwarePit();
  writeControl(pit, 0x34, 0);
  writeControl(pit, 0xe2, 0);
  expect(readCount(pit, 0)).toBe(0x80 | 0x40 | 0x34);
});
