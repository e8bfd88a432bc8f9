import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setup } from '#sim/io/machine.ts';
import { addGuest, secretItem, startMachine } from '#sim/io/start.ts';
import { runs } from '../../runs.ts';
import { countsOf, runToEnd, setup, tell, tellHostile } from './tellMachine.ts';

const road = fc.constantFrom<Setup['road']>('emulated', 'virtio', 'vhost', 'passthrough', 'sriov');
const queueRoad = fc.constantFrom<Setup['road']>('virtio', 'vhost');
const realRoad = fc.constantFrom<Setup['road']>('passthrough', 'sriov');
const request = fc.constantFrom<Setup['request']>('send', 'ping', 'read');
const any = fc.record({
  road,
  request,
  packets: fc.integer({ min: 1, max: 40 }),
  batch: fc.integer({ min: 1, max: 64 }),
  suppression: fc.constantFrom<Setup['suppression']>('off', 'flags', 'event'),
  backend: fc.constantFrom<Setup['backend']>('faster', 'slower'),
  blockMode: fc.constantFrom<Setup['blockMode']>('pio', 'dma'),
  port: fc.constantFrom<Setup['port']>(16, 32),
  size: fc.integer({ min: 60, max: 1514 }),
  block: fc.constant(4096),
  iommu: fc.boolean(),
  posted: fc.boolean(),
});
const inOrder = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('on each road', () => {
  test('every packet and every block is delivered once and in order, with no byte out of place', () => {
    fc.assert(
      fc.property(any, (of) => {
        const { arrivals, counts } = tell(of);
        expect(arrivals.map(({ item }) => item)).toEqual(inOrder(of.packets));
        expect(arrivals.every(({ guest, by }) => guest === 0 && by === 0)).toBe(true);
        expect(counts).toMatchObject({ delivered: of.packets, breaches: 0, dmaFaults: 0, refused: 0 });
        expect(counts.bytes).toBe(of.packets * (of.request === 'read' ? of.block : of.size));
      }),
      { numRuns: runs(80) },
    );
  });
  test('two guests on one device each get their own through, in order', () => {
    fc.assert(
      fc.property(any, (of) => {
        fc.pre(of.road !== 'passthrough' && (of.road !== 'sriov' || of.iommu));
        const { machine } = runToEnd(addGuest(startMachine({ ...of, packets: Math.min(of.packets, 20) })));
        for (const id of [0, 1]) {
          const own = machine.arrivals.filter(({ by }) => by === id);
          expect(own.map(({ item }) => item)).toEqual(inOrder(Math.min(of.packets, 20)));
          expect(own.every(({ guest }) => guest === id)).toBe(true);
        }
      }),
      { numRuns: runs(30) },
    );
  });
  test('rings may be gone round more than once', () => {
    for (const road of ['emulated', 'virtio', 'passthrough'] as const)
      for (const request of ['ping', 'read'] as const)
        expect(countsOf({ road, request, packets: 300, batch: 7, size: 60 }).delivered).toBe(300);
  });
});

test('exits per packet never rise with batching on a virtqueue', () => {
  fc.assert(
    fc.property(any, queueRoad, fc.integer({ min: 1, max: 64 }), (of, road, other) => {
      const [small, large] = [Math.min(of.batch, other), Math.max(of.batch, other)];
      const exits = (batch: number) => countsOf({ ...of, road, batch }).exits;
      expect(exits(large)).toBeLessThanOrEqual(exits(small));
    }),
    { numRuns: runs(60) },
  );
});

test('suppression never adds a kick or an interrupt', () => {
  fc.assert(
    fc.property(any, queueRoad, (of, road) => {
      const plain = countsOf({ ...of, road, suppression: 'off' });
      for (const suppression of ['flags', 'event'] as const) {
        const { kicks, interrupts, keptKicks, keptInterrupts } = countsOf({ ...of, road, suppression });
        expect(kicks + keptKicks).toBe(plain.kicks);
        expect(interrupts + keptInterrupts).toBe(plain.interrupts);
      }
    }),
    { numRuns: runs(40) },
  );
});

test('a backend that is still at work is not kicked again, whichever way it says so', () => {
  for (const suppression of ['flags', 'event'] as const)
    expect(countsOf({ road: 'vhost', packets: 64, batch: 4, suppression, backend: 'slower' })).toMatchObject({
      kicks: 1,
      keptKicks: 15,
    });
});

describe('a driver that names an address of its neighbour’s', () => {
  test('has its device read the neighbour’s page and send it where there is no IOMMU', () => {
    fc.assert(
      fc.property(realRoad, (road) => {
        const { arrivals, counts } = tellHostile({ road, iommu: false });
        expect(arrivals[0]).toEqual({ guest: 1, item: secretItem, by: 0 });
        expect(counts).toMatchObject({ breaches: 1, dmaFaults: 0, delivered: 1 });
      }),
    );
  });
  test('faults where there is one, and the neighbour’s page stays where it is', () => {
    fc.assert(
      fc.property(realRoad, request, fc.integer({ min: 1, max: 20 }), (road, request, packets) => {
        const { arrivals, counts } = tellHostile({ road, request, packets, iommu: true });
        expect(counts).toMatchObject({ breaches: 0, dmaFaults: 1, delivered: packets });
        expect(arrivals.every(({ guest }) => guest === 0)).toBe(true);
      }),
      { numRuns: runs(30) },
    );
  });
  test('is refused by every device that is software', () => {
    fc.assert(
      fc.property(fc.constantFrom<Setup['road']>('emulated', 'virtio', 'vhost'), request, (road, request) => {
        const { arrivals, counts } = tellHostile({ road, request, packets: 3 });
        expect(counts).toMatchObject({ breaches: 0, refused: 1, delivered: 3 });
        expect(arrivals.map(({ item }) => item)).toEqual([0, 1, 2]);
      }),
      { numRuns: runs(20) },
    );
  });
});

test('the same settings always come to the same', () => {
  expect(tell({ ...setup, road: 'virtio', packets: 9 })).toEqual(tell({ ...setup, road: 'virtio', packets: 9 }));
});
