import { expect, test } from 'vitest';
import {
  acknowledgeInterrupt,
  copyDevices,
  firmwareDevices,
  pendingInterrupt,
  readPort,
  tickDevices,
  writePort,
} from '#sim/x86/devices/devices.ts';

const COM1 = 0x3f8;

test('a byte to the transmitter is sent, with the divisor latch closed', () => {
  const devices = firmwareDevices();
  writePort(devices, COM1, 1, 0x41, 0);
  writePort(devices, COM1 + 3, 1, 0x83, 0);
  writePort(devices, COM1, 1, 3, 0);
  expect([devices.uart.sent, devices.uart.divisor]).toEqual(['A', 3]);
  expect(readPort(devices, COM1 + 5, 1, 0)).toBe(0x60);
});

test('in loopback nothing is sent, and the outputs come back as modem lines', () => {
  const devices = firmwareDevices();
  writePort(devices, COM1 + 4, 1, 0x1b, 0);
  writePort(devices, COM1, 1, 0x41, 0);
  expect(devices.uart.sent).toBe('');
  expect(readPort(devices, COM1 + 6, 1, 0)).toBe(0xb0);
});

test('the empty transmitter interrupts on IRQ 4 until it is asked why', () => {
  const devices = firmwareDevices();
  writePort(devices, 0x21, 1, 0, 0);
  writePort(devices, COM1 + 1, 1, 2, 0);
  expect(pendingInterrupt(devices)).toBe(0x0c);
  expect(readPort(devices, COM1 + 2, 1, 0)).toBe(2);
  expect(readPort(devices, COM1 + 2, 1, 0)).toBe(1);
});

test('every byte sent is a new edge on IRQ 4, also where nobody asked why the line was up', () => {
  const devices = firmwareDevices();
  writePort(devices, 0x21, 1, 0, 0);
  writePort(devices, COM1 + 1, 1, 2, 0);
  expect(acknowledgeInterrupt(devices)).toBe(0x0c);
  writePort(devices, 0x20, 1, 0x20, 0);
  expect(pendingInterrupt(devices)).toBeUndefined();
  writePort(devices, COM1, 1, 0x41, 0);
  expect(pendingInterrupt(devices)).toBe(0x0c);
});

test('a port that no device answers reads as ones and takes anything', () => {
  const devices = firmwareDevices();
  writePort(devices, 0x1234, 4, 0, 0);
  expect([1, 2, 4].map((size) => readPort(devices, 0x1234, size, 0))).toEqual([0xff, 0xffff, 0xffff_ffff]);
});

test('the scratch register keeps a byte', () => {
  const devices = firmwareDevices();
  writePort(devices, COM1 + 7, 1, 0x5a, 0);
  expect(readPort(devices, COM1 + 7, 1, 0)).toBe(0x5a);
});

test("the timer's edge is a request when its time has come, not before", () => {
  const devices = firmwareDevices();
  tickDevices(devices, 65_535);
  expect(devices.interrupting).toBe(false);
  tickDevices(devices, 65_536);
  expect(pendingInterrupt(devices)).toBe(8);
});

test("a byte to the exit port ends with QEMU's status", () => {
  const devices = firmwareDevices();
  writePort(devices, 0xf4, 1, 3, 0);
  expect(devices.exit).toBe(7);
});

test('a copy goes its own way', () => {
  const devices = firmwareDevices();
  const copy = copyDevices(devices);
  writePort(copy, COM1, 1, 0x41, 0);
  writePort(copy, 0x21, 1, 0xff, 0);
  expect([devices.uart.sent, devices.pics.master.masked]).toEqual(['', 0xb8]);
});
