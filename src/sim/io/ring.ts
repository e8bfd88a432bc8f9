import type { Memory } from '#sim/paging/memory.ts';
import { readLe, toLe } from './bytes.ts';

/**
 * A legacy transmit descriptor of the e1000 family: Intel, "PCI/PCI-X Family of
 * Gigabit Ethernet Controllers Software Developer's Manual" (8254x), "Transmit
 * Descriptor Ring Structure" and "Legacy Transmit Descriptor Format".
 * A receive descriptor has the same first 12 bytes and its status in the next.
 */
export const ringDescriptor = { bytes: 16, status: 12 } as const;
/** EOP, IFCS and RS: a whole packet, its checksum added, its end reported. */
const COMMAND = 0x0b;
/** Descriptor done, in the status byte. */
export const DONE = 1;
/** Causes in ICR and IMS: a transmit descriptor written back, and the receiver timer. */
export const causes = { transmitted: 0x01, received: 0x80 } as const;

export const ringDescriptorBytes = (address: number, length: number): readonly number[] => [
  ...toLe(address, 8),
  ...toLe(length, 2),
  0,
  COMMAND,
  0,
  0,
  0,
  0,
];

export const readRingDescriptor = (memory: Memory, at: number) => ({
  address: readLe(memory, at, 8),
  length: readLe(memory, at + 8, 2),
  isDone: (readLe(memory, at + ringDescriptor.status, 1) & DONE) !== 0,
});
