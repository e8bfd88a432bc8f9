import type { Virtqueue } from './virtqueue.ts';

/** Bytes of memory that each guest has, guest-physical from 0 up. */
export const GUEST_SIZE = 0x80_0000;
/** Host-physical memory in all. */
export const HOST_SIZE = 0x200_0000;

/** Slots of a ring: what QEMU gives virtio-net, and Linux the e1000. */
export const RING = 256;

/** Where guest drivers keep things: guest-physical, the same in every guest. */
export const guestMap = {
  transmitRing: 0x1_0000,
  receiveRing: 0x2_0000,
  regionTable: 0x3_0000,
  blockHeaders: 0x3_8000,
  submission: 0x4_0000,
  completion: 0x4_8000,
  transmitBuffers: 0x10_0000,
  receiveBuffers: 0x20_0000,
  blocks: 0x30_0000,
  secret: 0x7f_0000,
} as const;

/** Guest B, the neighbour, stands here; guest A higher, or at 0 where its addresses must be the host's own. */
export const NEIGHBOUR_BASE = 0x80_0000;
export const GUEST_BASE = 0x100_0000;

/** Where the host keeps things: host-physical. */
export const hostMap = {
  /** The device model's own buffer in QEMU. */
  bounce: 0x180_0000,
  /** A packet or block in the host's kernel: a socket buffer, the page cache. */
  kernel: 0x184_0000,
  rootTable: 0x190_0000,
  ioTables: 0x191_0000,
} as const;

/** The page of the neighbour's that a hostile driver aims at, by its host address. */
export const SECRET = NEIGHBOUR_BASE + guestMap.secret;

const queueAt = (at: number): Virtqueue => ({
  size: RING,
  descriptors: at,
  available: at + 0x1000,
  used: at + 0x2000,
});
/** The queues of a guest whose memory begins at `base`, by host address: so the VMM sees them, and this machine writes them. */
export const transmitQueue = (base: number): Virtqueue => queueAt(base + guestMap.transmitRing);
export const receiveQueue = (base: number): Virtqueue => queueAt(base + guestMap.receiveRing);

/** A packet has 2 KiB; blocks 64 KiB, of which 72 may be under way. */
export const transmitBuffer = (n: number): number => guestMap.transmitBuffers + 2048 * (n % RING);
export const receiveBuffer = (n: number): number => guestMap.receiveBuffers + 2048 * (n % RING);
export const blockBuffer = (n: number): number => guestMap.blocks + 65_536 * (n % 72);

/** Requester IDs, bus:device.function: a physical function, and two of its virtual ones (offset 128, stride 2, as on an 82576). */
export const requesterOf = (isVirtual: boolean, guest: number): number => (isVirtual ? 0x0180 + 2 * guest : 0x0100);
