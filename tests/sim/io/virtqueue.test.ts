import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyWithin, readBytes, readLe, toLe, writeBytes } from '#sim/io/bytes.ts';
import { NET_HEADER } from '#sim/io/driver.ts';
import {
  availableHead,
  descriptorBytes,
  descriptorFlags,
  giveBack,
  NO_INTERRUPT,
  NO_NOTIFY,
  needsEvent,
  publish,
  readDescriptor,
  readQueue,
  setAvailableEvent,
  setAvailableFlags,
  setUsedEvent,
  setUsedFlags,
  usedElement,
  type Virtqueue,
  writeDescriptor,
} from '#sim/io/virtqueue.ts';
import { emptyMemory, readByte } from '#sim/paging/memory.ts';
import { runs } from '../../runs.ts';
import linux from './vring.measured.json' with { type: 'json' };

const queue: Virtqueue = { size: 256, descriptors: 0x1000, available: 0x2000, used: 0x3000 };
const blank = emptyMemory(0x10000);

describe('a split virtqueue, byte for byte as VIRTIO 1.2 section 2.7 lays it out', () => {
  test('a descriptor is le64 addr, le32 len, le16 flags, le16 next', () => {
    const descriptor = { address: 0x1_2345_6789, length: 0x5ea, flags: 3, next: 7 };
    expect(descriptorBytes(descriptor)).toEqual([0x89, 0x67, 0x45, 0x23, 1, 0, 0, 0, 0xea, 5, 0, 0, 3, 0, 7, 0]);
    expect(readDescriptor(writeDescriptor(blank, queue, 5, descriptor), queue, 5)).toEqual(descriptor);
  });
  test('used_event stands after the available ring, at 4 + 2N, and avail_event after the used one, at 4 + 8N', () => {
    const memory = setAvailableEvent(setUsedEvent(blank, queue, 0x1234), queue, 0x5678);
    expect(readLe(memory, 0x2000 + 4 + 2 * 256, 2)).toBe(0x1234);
    expect(readLe(memory, 0x3000 + 4 + 8 * 256, 2)).toBe(0x5678);
  });
  test('indices count for ever modulo 65,536, and slots are the index modulo N', () => {
    const late = writeBytes(writeBytes(blank, 0x2002, toLe(0xffff, 2)), 0x3002, toLe(0xffff, 2));
    const memory = giveBack(publish(late, queue, 9), queue, 9, 100);
    expect(readQueue(memory, queue)).toMatchObject({ availableIndex: 0, usedIndex: 0 });
    expect(availableHead(memory, queue, 0xffff)).toBe(9);
    expect(usedElement(memory, queue, 0xffff)).toEqual({ id: 9, length: 100 });
  });
  test('an event is due just when the index has moved past the one that was waited for', () => {
    fc.assert(
      fc.property(fc.nat(0xffff), fc.nat(300), fc.nat(0xffff), (before, moved, event) => {
        const passed = Array.from({ length: moved }, (_, i) => (before + i) & 0xffff);
        expect(needsEvent(event, (before + moved) & 0xffff, before)).toBe(passed.includes(event));
      }),
      { numRuns: runs(300) },
    );
  });
});

/** The same in C, through Linux’s own linux/virtio_ring.h: vring.measure.sh. */
describe('Linux’s own header', () => {
  const base: Virtqueue = { size: 256, descriptors: 0, available: 0x1000, used: 0x2000 };
  test('has the parts of a queue of 256 where this machine has them, and the same flags and headers', () => {
    const { size, descriptors, available, used } = base;
    expect([descriptors, available, used, available + 4 + 2 * size, used + 4 + 8 * size]).toEqual(linux.offsets);
    expect(linux.sizes).toEqual({ descriptor: 16, net: NET_HEADER, block: 16 });
    expect([descriptorFlags.next, descriptorFlags.write, NO_INTERRUPT, NO_NOTIFY]).toEqual(linux.flags);
  });
  test('leaves every byte of a queue as this machine does, after 600 chains and 200 that came back', () => {
    let memory = emptyMemory(0x10000);
    for (let i = 0; i < 600; i++) {
      const descriptor = { address: 2 ** 32 + 0x800 * i, length: 60 + i, flags: i % 4, next: (i + 1) % 256 };
      memory = publish(writeDescriptor(memory, base, i % 256, descriptor), base, i % 256);
      memory = setUsedEvent(memory, base, i);
      if (i % 3 === 2) memory = setAvailableEvent(giveBack(memory, base, i % 256, 4 * i), base, (i + 1) / 3);
    }
    memory = setUsedFlags(setAvailableFlags(memory, base, NO_INTERRUPT), base, NO_NOTIFY);
    expect(fnv(readBytes(memory, 0, 0x2000 + 6 + 8 * 256))).toBe(linux.story);
  });
  test('wants an event just when this machine does', () => {
    for (const [event = 0, now = 0, before = 0, wanted] of linux.events)
      expect(needsEvent(event, now, before)).toBe(wanted === 1);
    expect(linux.events.filter(([, , , wanted]) => wanted).length).toBeGreaterThan(20);
  });
});

const fnv = (bytes: readonly number[]): number =>
  bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 16777619) >>> 0, 2166136261);

describe('bytes in memory', () => {
  test('what was written is read back, across frames too, and nothing beside it changes', () => {
    fc.assert(
      fc.property(fc.nat(0x8000), fc.array(fc.nat(255), { maxLength: 6000 }), (at, bytes) => {
        const memory = writeBytes(blank, at, bytes);
        expect(readBytes(memory, at, bytes.length)).toEqual(bytes);
        expect([readByte(memory, at + bytes.length), at > 0 ? readByte(memory, at - 1) : 0]).toEqual([0, 0]);
      }),
      { numRuns: runs(60) },
    );
  });
  test('copied are what they were, and stay so when the other copy is written', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.boolean(), fc.integer({ min: 1, max: 9000 }), (at, isAligned, length) => {
        const [from, to] = isAligned ? [0x1000, 0x8000] : [at, 0x8000 + (at % 7)];
        const bytes = Array.from({ length }, (_, i) => (i * 31) & 255);
        const copied = copyWithin(writeBytes(blank, from, bytes), from, to, length);
        const changed = writeBytes(copied, from, [255, 255]);
        expect(readBytes(changed, to, length)).toEqual(bytes);
        expect(readByte(copied, to + length)).toBe(0);
      }),
      { numRuns: runs(60) },
    );
  });
  test('that stand there already leave the very same memory', () => {
    const memory = writeBytes(blank, 100, [1, 2, 3]);
    expect(writeBytes(memory, 101, [2, 3])).toBe(memory);
  });
  test('beyond its end there is nothing to write to, and ones are read', () => {
    expect(writeBytes(blank, 0x20000, [1, 2])).toEqual(blank);
    expect(readBytes(blank, 0xffff, 3)).toEqual([0, 255, 255]);
  });
});
