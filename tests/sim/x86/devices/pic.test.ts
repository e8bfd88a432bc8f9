import { expect, test } from 'vitest';
import { makePic, readCommand, requestOf, serve, setLine, writeCommand, writeMask } from '#sim/x86/devices/pic.ts';
import { acknowledgePics, connect, firmwarePics, pendingVector, setIrq } from '#sim/x86/devices/pics.ts';

/** A pair initialized to 20h and 28h, everything open. */
function pair(fourth = 1) {
  const pics = firmwarePics();
  for (const [pic, base, third] of [
    [pics.master, 0x20, 4],
    [pics.slave, 0x28, 2],
  ] as const) {
    writeCommand(pic, 0x11);
    for (const word of [base, third, fourth, 0]) writeMask(pic, word);
  }
  connect(pics);
  return pics;
}

test('the initialization words set the vectors, and the word after the fourth is the mask', () => {
  const pics = pair();
  writeMask(pics.master, 0xfb);
  expect([pics.master.base, pics.slave.base, pics.master.masked]).toEqual([0x20, 0x28, 0xfb]);
});

test('a request waits while it is masked, and a lower one while a higher is in service', () => {
  const pics = pair();
  writeMask(pics.master, 0x01);
  setIrq(pics, 0, true);
  expect(pendingVector(pics)).toBeUndefined();
  writeMask(pics.master, 0x00);
  setIrq(pics, 4, true);
  expect(acknowledgePics(pics)).toBe(0x20);
  expect(pendingVector(pics)).toBeUndefined();
  writeCommand(pics.master, 0x20);
  expect(pendingVector(pics)).toBe(0x24);
});

test('a line that stays high requests once', () => {
  const pics = pair();
  setIrq(pics, 0, true);
  acknowledgePics(pics);
  writeCommand(pics.master, 0x20);
  setIrq(pics, 0, true);
  expect(pendingVector(pics)).toBeUndefined();
});

test('a specific EOI ends the level it names', () => {
  const pics = pair();
  setIrq(pics, 3, true);
  acknowledgePics(pics);
  writeCommand(pics.master, 0x65);
  expect(pics.master.inService).toBe(8);
  writeCommand(pics.master, 0x63);
  expect(pics.master.inService).toBe(0);
});

test('the slave interrupts through IR2 of the master, and both are in service', () => {
  const pics = pair();
  setIrq(pics, 12, true);
  expect(acknowledgePics(pics)).toBe(0x2c);
  expect([pics.master.inService, pics.slave.inService]).toEqual([4, 16]);
  setIrq(pics, 8, true);
  expect(pendingVector(pics)).toBeUndefined();
  writeCommand(pics.master, 0x20);
  expect(pendingVector(pics)).toBe(0x28);
});

test('with automatic ends nothing stays in service', () => {
  const pics = pair(3);
  setIrq(pics, 1, true);
  expect(acknowledgePics(pics)).toBe(0x21);
  expect(pics.master.inService).toBe(0);
});

test('an acknowledge without a request is the spurious IR7, not in service', () => {
  const pics = pair();
  expect(acknowledgePics(pics)).toBe(0x27);
  expect(pics.master.inService).toBe(0);
});

test('OCW3 chooses what is read: requests, services, or a poll that serves', () => {
  const pic = makePic(0x20, 0);
  setLine(pic, 5, true);
  expect(readCommand(pic, 0)).toBe(0x20);
  writeCommand(pic, 0x0c);
  expect(readCommand(pic, 0)).toBe(0x85);
  writeCommand(pic, 0x0b);
  expect(readCommand(pic, 0)).toBe(0x20);
});

test('rotation makes the level that ended the lowest', () => {
  const pic = makePic(0x20, 0);
  setLine(pic, 0, true);
  serve(pic, 0);
  writeCommand(pic, 0xa0);
  setLine(pic, 0, false);
  setLine(pic, 0, true);
  setLine(pic, 7, true);
  expect(requestOf(pic, 0)).toBe(7);
});

test('special mask mode lets a masked level in service hold nobody up', () => {
  const pic = makePic(0x20, 0);
  setLine(pic, 2, true);
  serve(pic, 2);
  writeMask(pic, 4);
  setLine(pic, 6, true);
  expect(requestOf(pic, 0)).toBeUndefined();
  writeCommand(pic, 0x68);
  expect(requestOf(pic, 0)).toBe(6);
});
