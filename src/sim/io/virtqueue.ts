import type { Memory } from '#sim/paging/memory.ts';
import { readLe, toLe, writeBytes } from './bytes.ts';

/**
 * A split virtqueue as it lies in memory: OASIS VIRTIO 1.2, section 2.7,
 * "Split Virtqueues". Little-endian; `idx` fields count for ever modulo 65,536.
 */
export interface Virtqueue {
  /** A power of two, at most 32,768. */
  readonly size: number;
  /** Where its three parts are. */
  readonly descriptors: number;
  readonly available: number;
  readonly used: number;
}

export interface Descriptor {
  /** Guest-physical. */
  readonly address: number;
  readonly length: number;
  readonly flags: number;
  readonly next: number;
}

/** VIRTQ_DESC_F_NEXT, VIRTQ_DESC_F_WRITE: the device writes, and the driver reads. */
export const descriptorFlags = { next: 1, write: 2 } as const;
/** VIRTQ_AVAIL_F_NO_INTERRUPT in the available ring, VIRTQ_USED_F_NO_NOTIFY in the used ring. */
export const NO_INTERRUPT = 1;
export const NO_NOTIFY = 1;

const slotOf = ({ size }: Virtqueue, index: number): number => index % size;
const wrap = (index: number): number => index & 0xffff;

export function readDescriptor(memory: Memory, { descriptors }: Virtqueue, n: number): Descriptor {
  const at = descriptors + 16 * n;
  return {
    address: readLe(memory, at, 8),
    length: readLe(memory, at + 8, 4),
    flags: readLe(memory, at + 12, 2),
    next: readLe(memory, at + 14, 2),
  };
}

export const descriptorBytes = ({ address, length, flags, next }: Descriptor): readonly number[] => [
  ...toLe(address, 8),
  ...toLe(length, 4),
  ...toLe(flags, 2),
  ...toLe(next, 2),
];

export const writeDescriptor = (memory: Memory, queue: Virtqueue, n: number, descriptor: Descriptor): Memory =>
  writeBytes(memory, queue.descriptors + 16 * n, descriptorBytes(descriptor));

/** The fields that each side writes for the other; `event` fields mean something with VIRTIO_F_EVENT_IDX only. */
export const readQueue = (memory: Memory, { size, available, used }: Virtqueue) => ({
  availableFlags: readLe(memory, available, 2),
  availableIndex: readLe(memory, available + 2, 2),
  usedEvent: readLe(memory, available + 4 + 2 * size, 2),
  usedFlags: readLe(memory, used, 2),
  usedIndex: readLe(memory, used + 2, 2),
  availableEvent: readLe(memory, used + 4 + 8 * size, 2),
});

export const setAvailableFlags = (memory: Memory, { available }: Virtqueue, flags: number): Memory =>
  writeBytes(memory, available, toLe(flags, 2));
export const setUsedFlags = (memory: Memory, { used }: Virtqueue, flags: number): Memory =>
  writeBytes(memory, used, toLe(flags, 2));
/** `used_event` stands at the end of the available ring, for the driver writes it. */
export const setUsedEvent = (memory: Memory, { available, size }: Virtqueue, event: number): Memory =>
  writeBytes(memory, available + 4 + 2 * size, toLe(wrap(event), 2));
/** `avail_event` stands at the end of the used ring, for the device writes it. */
export const setAvailableEvent = (memory: Memory, { used, size }: Virtqueue, event: number): Memory =>
  writeBytes(memory, used + 4 + 8 * size, toLe(wrap(event), 2));

/** The driver makes a chain available: the head into the ring first, and only then the index. */
export function publish(memory: Memory, queue: Virtqueue, head: number): Memory {
  const { availableIndex } = readQueue(memory, queue);
  const filled = writeBytes(memory, queue.available + 4 + 2 * slotOf(queue, availableIndex), toLe(head, 2));
  return writeBytes(filled, queue.available + 2, toLe(wrap(availableIndex + 1), 2));
}

/** The head that the driver put at this place of the available ring. */
export const availableHead = (memory: Memory, queue: Virtqueue, index: number): number =>
  readLe(memory, queue.available + 4 + 2 * slotOf(queue, index), 2);

/** The device gives a chain back, with the number of bytes that it wrote. */
export function giveBack(memory: Memory, queue: Virtqueue, head: number, written: number): Memory {
  const { usedIndex } = readQueue(memory, queue);
  const at = queue.used + 4 + 8 * slotOf(queue, usedIndex);
  const filled = writeBytes(memory, at, [...toLe(head, 4), ...toLe(written, 4)]);
  return writeBytes(filled, queue.used + 2, toLe(wrap(usedIndex + 1), 2));
}

/** The chain given back at this place of the used ring. */
export function usedElement(memory: Memory, queue: Virtqueue, index: number): { id: number; length: number } {
  const at = queue.used + 4 + 8 * slotOf(queue, index);
  return { id: readLe(memory, at, 4), length: readLe(memory, at + 4, 4) };
}

/** `vring_need_event` of the specification: whether the index moved past the one that the other side waits for. */
export const needsEvent = (event: number, now: number, before: number): boolean =>
  wrap(now - event - 1) < wrap(now - before);
