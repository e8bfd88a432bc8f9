import { hostMap, receiveQueue, transmitQueue } from './addressMap.ts';
import { readLe, writeBytes } from './bytes.ts';
import { isOwn, NET_HEADER } from './driver.ts';
import { loadBlock } from './emulatedDisk.ts';
import { arrive, type Cargo, count, doNext, guestAt, type Machine, withGuest } from './machine.ts';
import { copyBytes } from './move.ts';
import type { Op, Queue } from './op.ts';
import { readPayload } from './payload.ts';
import {
  availableHead,
  giveBack,
  NO_INTERRUPT,
  NO_NOTIFY,
  needsEvent,
  readDescriptor,
  readQueue,
  setAvailableEvent,
  setUsedFlags,
  type Virtqueue,
} from './virtqueue.ts';

export const queueOf = (machine: Machine, id: number, queue: Queue): Virtqueue =>
  (queue === 'transmit' ? transmitQueue : receiveQueue)(guestAt(machine, id).base);

/** The backend's thread is woken; with flags it says at once that it needs no further notification. */
export function wakeBackend(machine: Machine, id: number): Machine {
  const awake = count(withGuest(machine, id, { awake: true }), { contextSwitches: 1 });
  if (machine.setup.suppression !== 'flags') return awake;
  return { ...awake, memory: setUsedFlags(machine.memory, queueOf(machine, id, 'transmit'), NO_NOTIFY) };
}

/**
 * What an awake backend does next. One that is faster than the driver empties
 * the ring and sleeps before the next batch; a slower one is still at its last
 * chain when the next batch comes.
 */
export function scheduleBackend(machine: Machine, id: number): Machine {
  const { awake, taken, next } = guestAt(machine, id);
  if (!awake) return machine;
  const { availableIndex } = readQueue(machine.memory, queueOf(machine, id, 'transmit'));
  const left = (availableIndex - taken) & 0xffff;
  const isBehind = machine.setup.backend === 'slower' && next < machine.setup.packets;
  if (isBehind && left <= 1) return machine;
  if (left === 0) return doNext(machine, [{ do: 'sleep', guest: id }]);
  return doNext(machine, [
    { do: 'fetch', guest: id },
    { do: 'work', guest: id },
  ]);
}

/** Before it sleeps it asks to be notified of the next chain. */
export function sleepBackend(machine: Machine, id: number): Machine {
  const queue = queueOf(machine, id, 'transmit');
  const { taken } = guestAt(machine, id);
  const asleep = withGuest(machine, id, { awake: false });
  switch (machine.setup.suppression) {
    case 'off':
      return asleep;
    case 'flags':
      return { ...asleep, memory: setUsedFlags(machine.memory, queue, 0) };
    case 'event':
      return { ...asleep, memory: setAvailableEvent(machine.memory, queue, taken) };
  }
}

/** The backend takes the next head out of the available ring and reads its chain. */
export function fetchChain(machine: Machine, id: number): Machine {
  const queue = queueOf(machine, id, 'transmit');
  const { base, taken } = guestAt(machine, id);
  const head = availableHead(machine.memory, queue, taken);
  const first = readDescriptor(machine.memory, queue, head);
  const cargo: Cargo =
    machine.setup.request === 'read'
      ? {
          slot: head,
          ...readDescriptor(machine.memory, queue, first.next),
          item: (readLe(machine.memory, base + first.address + 8, 8) * 512) / machine.setup.block,
        }
      : { slot: head, address: first.address, length: first.length, item: 0 };
  return doNext({ ...machine, cargo }, [{ do: 'copy', guest: id }]);
}

/** One copy between the guest's own pages and the host's kernel, by QEMU's system call or in the kernel itself. */
export function copyChain(machine: Machine, id: number): Machine {
  const { cargo, setup } = machine;
  if (!cargo) return machine;
  const complete: readonly Op[] = [{ do: 'complete', guest: id }];
  if (!isOwn(cargo.address, cargo.length))
    return doNext(count({ ...machine, cargo: { ...cargo, stopped: 'refused' } }, { refused: 1 }), complete);
  const buffer = guestAt(machine, id).base + cargo.address;
  if (setup.request === 'read')
    return doNext(copyBytes(loadBlock(machine, id, cargo.item), hostMap.kernel, buffer, cargo.length), complete);
  const copied = copyBytes(machine, buffer + NET_HEADER, hostMap.kernel, cargo.length - NET_HEADER);
  if (setup.request === 'ping') return doNext(copied, [...complete, ...answerOps(machine, id)]);
  const content = readPayload(copied.memory, hostMap.kernel, setup.size);
  return doNext(arrive(copied, id, content, setup.size), complete);
}

/** QEMU reads the answer into a buffer of its own first; vhost copies it straight into the guest. */
const answerOps = ({ setup }: Machine, guest: number): readonly Op[] => [
  ...(setup.road === 'virtio' ? [{ do: 'answer', guest } as const] : []),
  { do: 'receive', guest },
];

/** The backend gives the chain back and thinks of an interrupt. */
export function completeChain(machine: Machine, id: number): Machine {
  const { cargo, setup } = machine;
  const queue = queueOf(machine, id, 'transmit');
  const written = setup.request === 'read' && cargo && !cargo.stopped ? cargo.length + 1 : 0;
  const memory = giveBack(machine.memory, queue, cargo?.slot ?? 0, written);
  const done = withGuest({ ...machine, memory, cargo: undefined }, id, { taken: guestAt(machine, id).taken + 1 });
  return signal(done, id, 'transmit');
}

/** The answer goes into the next buffer of the receive queue, header first. */
export function receiveChain(machine: Machine, id: number): Machine {
  const queue = queueOf(machine, id, 'receive');
  const { base, filled } = guestAt(machine, id);
  const { size, road } = machine.setup;
  const head = availableHead(machine.memory, queue, filled);
  const { address } = readDescriptor(machine.memory, queue, head);
  const from = road === 'virtio' ? hostMap.bounce : hostMap.kernel;
  const copied = copyBytes(machine, from, base + address + NET_HEADER, size);
  const header = writeBytes(copied.memory, base + address, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
  const given = { ...copied, memory: giveBack(header, queue, head, NET_HEADER + size) };
  return signal(withGuest(given, id, { filled: filled + 1 }), id, 'receive');
}

/** Whether the driver wants an interrupt for what was just given back. */
function signal(machine: Machine, id: number, queue: Queue): Machine {
  const { availableFlags, usedEvent, usedIndex } = readQueue(machine.memory, queueOf(machine, id, queue));
  const wanted = {
    off: true,
    flags: (availableFlags & NO_INTERRUPT) === 0,
    event: needsEvent(usedEvent, usedIndex, usedIndex - 1),
  }[machine.setup.suppression];
  return wanted ? doNext(machine, [{ do: 'interrupt', guest: id, queue }]) : count(machine, { keptInterrupts: 1 });
}
