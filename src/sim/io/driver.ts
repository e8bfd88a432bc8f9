import { blockBuffer, GUEST_SIZE, guestMap, RING, SECRET, transmitBuffer, transmitQueue } from './addressMap.ts';
import { toLe, writeBytes } from './bytes.ts';
import { ideCommand } from './ide.ts';
import { doNext, type Guest, guestAt, isDirect, isParavirtual, type Machine, withGuest } from './machine.ts';
import { commandBytes, readCommand } from './nvme.ts';
import type { Op } from './op.ts';
import { payload } from './payload.ts';
import { ringDescriptorBytes } from './ring.ts';
import { descriptorFlags, publish, readQueue, writeDescriptor } from './virtqueue.ts';

/** The header before each packet in a virtqueue: VIRTIO 1.2, section 5.1.6, struct virtio_net_hdr. */
export const NET_HEADER = 12;
/** Chains of three descriptors that the ring has room for. */
const CHAINS = Math.floor(RING / 3);

const has = (machine: Machine, request: 'send' | 'ping' | 'read'): boolean => machine.setup.request === request;

/** The next few of a guest's requests; then the other's turn, if there is one, and then its own again. */
export function startBatch(machine: Machine, id: number): Machine {
  const { setup } = machine;
  const guest = guestAt(machine, id);
  const isIde = setup.road === 'emulated' && has(machine, 'read');
  const size = Math.min(isIde ? 1 : setup.batch, setup.packets - guest.next);
  if (size <= 0) return machine;
  const items = Array.from({ length: size }, (_, i) => guest.next + i);
  const more = guest.next + size < setup.packets;
  const again: readonly Op[] = more ? [{ do: 'batch', guest: id }] : [];
  const taken = { ...withGuest(machine, id, { next: guest.next + size }), turns: [...machine.turns, ...again] };
  return doNext(taken, [
    ...reapFirst(machine, guest),
    ...items.flatMap((item) => ask(machine, id, item)),
    ...tell(machine, id),
  ]);
}

/** A driver takes back what the device has given back, before it puts more into the ring. */
function reapFirst(machine: Machine, guest: Guest): readonly Op[] {
  if (!isParavirtual(machine.setup)) return [];
  const { usedIndex } = readQueue(machine.memory, transmitQueue(guest.base));
  return usedIndex === (guest.reaped & 0xffff) ? [] : [{ do: 'reap', guest: guest.id, queue: 'transmit' }];
}

/** One request put into the ring. An e1000 is told of each at once. */
function ask({ setup }: Machine, guest: number, item: number): readonly Op[] {
  const describe: Op = { do: 'describe', guest, item };
  const filled: readonly Op[] = setup.request === 'read' ? [describe] : [{ do: 'fill', guest, item }, describe];
  if (isParavirtual(setup)) return [...filled, { do: 'publish', guest, item }];
  if (isDirect(setup)) return filled;
  return setup.request === 'read'
    ? ideCommand(guest, setup.blockMode, item, 0)
    : [...filled, { do: 'access', guest, register: 'TDT' }];
}

/** What follows once all of a batch is in the ring. */
function tell({ setup }: Machine, guest: number): readonly Op[] {
  if (isParavirtual(setup)) return (['notify', 'work', 'poll'] as const).map((name): Op => ({ do: name, guest }));
  return isDirect(setup) ? (['doorbell', 'engine'] as const).map((name): Op => ({ do: name, guest })) : [];
}

/** A request whose address is not the guest's own: that of a page of the neighbour's. */
export function startHostile(machine: Machine, guest: number): Machine {
  const { setup } = machine;
  const describe: Op = { do: 'describe', guest, item: 0, hostile: true };
  if (setup.road === 'emulated') {
    const [, ...ports] = ideCommand(guest, 'dma', 0, 0);
    return doNext(machine, [
      describe,
      ...(setup.request === 'read' ? ports : [{ do: 'access', guest, register: 'TDT' } as const]),
    ]);
  }
  const published: readonly Op[] = isParavirtual(setup) ? [{ do: 'publish', guest, item: 0 }] : [];
  return doNext(machine, [describe, ...published, ...tell(machine, guest)]);
}

/** Bytes in front of a packet. */
export const headerOf = (machine: Machine): number => (isParavirtual(machine.setup) ? NET_HEADER : 0);

/** The driver writes a packet into its buffer. */
export function fill(machine: Machine, id: number, item: number): Machine {
  const { base, posted } = guestAt(machine, id);
  const header = Array.from({ length: headerOf(machine) }, () => 0);
  const bytes = [...header, ...payload({ guest: id, item }, machine.setup.size)];
  return { ...machine, memory: writeBytes(machine.memory, base + transmitBuffer(posted), bytes) };
}

/** The driver writes the descriptor, as the device's interface wants it. */
export function describe(machine: Machine, id: number, item: number, hostile: boolean): Machine {
  const { setup, memory } = machine;
  const guest = guestAt(machine, id);
  if (has(machine, 'read')) return describeBlock(machine, guest, item, hostile);
  const address = hostile ? SECRET : transmitBuffer(guest.posted);
  const length = setup.size + headerOf(machine);
  const slot = guest.posted % RING;
  if (isParavirtual(setup)) {
    const descriptor = { address, length, flags: 0, next: 0 };
    return { ...machine, memory: writeDescriptor(memory, transmitQueue(guest.base), slot, descriptor) };
  }
  const at = guest.base + guestMap.transmitRing + 16 * slot;
  const written = { ...machine, memory: writeBytes(memory, at, ringDescriptorBytes(address, length)) };
  return withGuest(written, id, { posted: guest.posted + 1 });
}

function describeBlock(machine: Machine, guest: Guest, item: number, hostile: boolean): Machine {
  const { setup, memory } = machine;
  const address = hostile ? SECRET : blockBuffer(guest.posted);
  if (isParavirtual(setup)) return { ...machine, memory: writeChain(machine, guest, item, address) };
  const isPrd = setup.road === 'emulated';
  const slot = guest.posted % RING;
  const at = guest.base + (isPrd ? guestMap.regionTable : guestMap.submission + commandBytes * slot);
  // A physical region descriptor of the bus master: address, bytes (0 stands for 64 KiB), and the mark of the last one.
  const bytes = isPrd
    ? [...toLe(address, 4), ...toLe(setup.block % 65_536, 2), ...toLe(0x8000, 2)]
    : readCommand(slot, address, item, setup.block);
  return withGuest({ ...machine, memory: writeBytes(memory, at, bytes) }, guest.id, { posted: guest.posted + 1 });
}

/** The head of the n-th chain of a disk queue. */
const chainHead = (n: number): number => 3 * (n % CHAINS);

/** Header, data and status of a virtio-blk request: VIRTIO 1.2, section 5.2.6. The device writes the last two. */
function writeChain({ memory, setup }: Machine, { base, posted }: Guest, item: number, address: number) {
  const queue = transmitQueue(base);
  const head = chainHead(posted);
  const header = guestMap.blockHeaders + 32 * (posted % CHAINS);
  const { next, write } = descriptorFlags;
  const parts = [
    { address: header, length: 16, flags: next, next: head + 1 },
    { address, length: setup.block, flags: next | write, next: head + 2 },
    { address: header + 16, length: 1, flags: write, next: 0 },
  ];
  const type = [...toLe(0, 8), ...toLe((item * setup.block) / 512, 8)];
  return parts.reduce(
    (now, part, i) => writeDescriptor(now, queue, head + i, part),
    writeBytes(memory, base + header, type),
  );
}

/** The driver makes its newest chain available. */
export function makeAvailable(machine: Machine, id: number): Machine {
  const { base, posted } = guestAt(machine, id);
  const head = has(machine, 'read') ? chainHead(posted) : posted % RING;
  const memory = publish(machine.memory, transmitQueue(base), head);
  return withGuest({ ...machine, memory }, id, { posted: posted + 1 });
}

/** Whether a whole buffer lies in the guest's own memory. */
export const isOwn = (address: number, length: number): boolean => address >= 0 && address + length <= GUEST_SIZE;
