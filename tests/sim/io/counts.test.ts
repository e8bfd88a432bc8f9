import { describe, expect, test } from 'vitest';
import { portAccesses } from '#sim/io/ide.ts';
import type { Ports } from '#sim/io/op.ts';
import { startMachine } from '#sim/io/start.ts';
import { countsOf, runToEnd, setup } from './tellMachine.ts';

/**
 * Register accesses per operation, counted on an unmodified Linux 6.1 guest
 * under QEMU 7.2 with tracing of every device register.
 */
describe('counts that were measured on a real guest', () => {
  test('an e1000 ping is 7 register accesses and one interrupt: TDT, RDT, ICR, IMC, IMS once, STATUS twice', () => {
    const { machine, ops } = runToEnd(startMachine({ ...setup, request: 'ping' }));
    const registers = ops.flatMap((op) => (op.do === 'access' ? [op.register] : []));
    expect(registers.toSorted()).toEqual(['ICR', 'IMC', 'IMS', 'RDT', 'STATUS', 'STATUS', 'TDT']);
    expect(machine.counts).toMatchObject({ exits: 7, interrupts: 1, delivered: 1 });
  });
  test('a virtio-net ping is one kick, two interrupts and no register read', () => {
    expect(countsOf({ road: 'virtio', request: 'ping' })).toMatchObject({ exits: 1, kicks: 1, interrupts: 2 });
  });
  test('with vhost the device model in user space sees no kick at all', () => {
    expect(countsOf({ road: 'vhost', request: 'ping' })).toMatchObject({ exits: 1, kicks: 1, userReturns: 0 });
    expect(countsOf({ road: 'virtio', request: 'ping' })).toMatchObject({ userReturns: 1 });
  });
  test('a PIO read of 4 KiB is 1,043 port accesses, 1,024 of them at the data port', () => {
    expect(countsOf({ request: 'read', blockMode: 'pio' }).exits).toBe(1043);
    expect(portAccesses('sector', 'pio', 32)).toHaveLength(1024 / 8);
    const all = accesses('pio', ['program', 'check', 'finish']);
    expect(tally(all)).toEqual({
      w1F6: 2,
      w1F1: 1,
      w1F2: 1,
      w1F3: 1,
      w1F4: 1,
      w1F5: 1,
      w1F7: 1,
      r1F7: 5,
      r3F6: 4,
      rbm: 1,
      wbm: 1,
    });
  });
  test('a DMA read is 26 accesses and one interrupt, whether of 4 or of 64 KiB', () => {
    for (const block of [4096, 65_536])
      expect(countsOf({ request: 'read', block })).toMatchObject({ exits: 26, interrupts: 1, bytes: block });
    const all = accesses('dma', ['program', 'start', 'check', 'finish']);
    const of = (isBusMaster: boolean, write: boolean) =>
      all.filter((access) => (access.port === 'bm') === isBusMaster && access.write === write).length;
    expect([of(false, false), of(false, true), of(true, false), of(true, true)]).toEqual([8, 8, 5, 5]);
  });
  test('a virtio-blk request of any size is one kick and one interrupt', () => {
    for (const block of [4096, 65_536])
      expect(countsOf({ road: 'virtio', request: 'read', block })).toMatchObject({ kicks: 1, exits: 1, interrupts: 1 });
  });
});

describe('counts that follow from who does the work', () => {
  test('800 packets by an e1000 are 4,800 exits; in batches of 8 by virtio they are 100', () => {
    const many = (road: 'emulated' | 'virtio') => countsOf({ road, packets: 800, batch: 8, size: 60 }).exits;
    expect([many('emulated'), many('virtio')]).toEqual([4800, 100]);
  });
  test('a packet out is copied twice by the device model, once by either virtio backend, never by a real device', () => {
    const copies = (['emulated', 'virtio', 'vhost', 'passthrough', 'sriov'] as const).map(
      (road) => countsOf({ road }).copies,
    );
    expect(copies).toEqual([2, 1, 1, 0, 0]);
  });
  test('an answer costs QEMU one copy more than it costs vhost', () => {
    const copies = (road: 'virtio' | 'vhost') => countsOf({ road, request: 'ping' }).copies;
    expect([copies('virtio'), copies('vhost')]).toEqual([3, 2]);
  });
  test('through 16-bit words a sector is 256 reads of the data port', () => {
    expect(portAccesses('sector', 'pio', 16)).toHaveLength(256);
    expect(countsOf({ request: 'read', blockMode: 'pio', port: 16 }).exits).toBe(2048 + 19);
  });
  test('without posted interrupts each interrupt of a real device costs two exits: its delivery and its EOI', () => {
    const of = (posted: boolean) => countsOf({ road: 'passthrough', packets: 8, suppression: 'off', posted });
    expect(of(true)).toMatchObject({ exits: 0, interrupts: 8 });
    expect(of(false)).toMatchObject({ exits: 16, interrupts: 8 });
  });
  test('every DMA of a passed-through device reads six table entries of the IOMMU', () => {
    const { translations, tableReads } = countsOf({ road: 'passthrough', packets: 3 });
    expect([translations, tableReads]).toEqual([9, 54]);
  });
});

const accesses = (mode: 'pio' | 'dma', ports: readonly Ports[]) =>
  ports.flatMap((name) => portAccesses(name, mode, 32));
function tally(all: ReturnType<typeof accesses>): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { port, write } of all) {
    const name = `${write ? 'w' : 'r'}${port}`;
    sums[name] = (sums[name] ?? 0) + 1;
  }
  return sums;
}
