import { receiveQueue } from './addressMap.ts';
import { queueOf } from './backend.ts';
import { NET_HEADER } from './driver.ts';
import { arrive, count, doNext, guestAt, type Machine, withGuest } from './machine.ts';
import type { Op, Queue } from './op.ts';
import { readPayload } from './payload.ts';
import {
  NO_INTERRUPT,
  NO_NOTIFY,
  needsEvent,
  publish,
  readDescriptor,
  readQueue,
  setAvailableFlags,
  setUsedEvent,
  usedElement,
} from './virtqueue.ts';

/** The driver has put a batch into the queue: does the device want to be told? */
export function notify(machine: Machine, id: number): Machine {
  const { setup } = machine;
  const { notified, awake } = guestAt(machine, id);
  const queue = queueOf(machine, id, 'transmit');
  const { availableIndex, usedFlags, availableEvent } = readQueue(machine.memory, queue);
  const wanted = {
    off: true,
    flags: (usedFlags & NO_NOTIFY) === 0,
    event: needsEvent(availableEvent, availableIndex, notified),
  }[setup.suppression];
  const thought = withGuest(machine, id, { notified: availableIndex });
  // With event indices the driver asks for an interrupt when the last of what it has queued comes back.
  const told =
    setup.suppression === 'event'
      ? { ...thought, memory: setUsedEvent(machine.memory, queue, availableIndex - 1) }
      : thought;
  if (!wanted) return count(told, { keptKicks: 1 });
  const crossing: readonly Op[] = [
    { do: setup.road === 'vhost' ? 'ioeventfd' : 'kickInUser', guest: id },
    { do: 'resume', guest: id },
    ...(awake ? [] : [{ do: 'wake', guest: id } as const]),
  ];
  return doNext(count(told, { kicks: 1, exits: 1 }), crossing);
}

/** What the driver's handler does first: it takes back what is done, or says that it will poll. */
export function handleQueueInterrupt(machine: Machine, id: number, name: Queue): Machine {
  const { suppression } = machine.setup;
  const queue = queueOf(machine, id, name);
  if (suppression === 'flags') return { ...machine, memory: setAvailableFlags(machine.memory, queue, NO_INTERRUPT) };
  if (suppression === 'event' && name === 'receive') {
    // Half of all indices ahead: no interrupt until the driver has polled.
    const { usedIndex } = readQueue(machine.memory, queue);
    return { ...machine, memory: setUsedEvent(machine.memory, queue, usedIndex + 0x8000) };
  }
  return doNext(machine, [{ do: 'reap', guest: id, queue: name }]);
}

/** After the backend's turn the driver polls the queues whose interrupts it has put off. */
export function pollQueues(machine: Machine, id: number): Machine {
  const { reaped, received } = guestAt(machine, id);
  const { suppression } = machine.setup;
  const isDue = (name: Queue, done: number): boolean => {
    const { availableFlags, usedIndex } = readQueue(machine.memory, queueOf(machine, id, name));
    const isOff = suppression === 'flags' ? availableFlags !== 0 : suppression === 'event' && name === 'receive';
    return isOff && usedIndex !== (done & 0xffff);
  };
  const due = (
    [
      ['transmit', reaped],
      ['receive', received],
    ] as const
  ).filter(([name, done]) => isDue(name, done));
  return doNext(
    machine,
    due.map(([queue]): Op => ({ do: 'reap', guest: id, queue })),
  );
}

/** The driver takes back all that the device has given back, and wants interrupts again. */
export function reapQueue(machine: Machine, id: number, name: Queue): Machine {
  const queue = queueOf(machine, id, name);
  const guest = guestAt(machine, id);
  const before = name === 'transmit' ? guest.reaped : guest.received;
  const { usedIndex } = readQueue(machine.memory, queue);
  let now: Machine = { ...machine, memory: setAvailableFlags(machine.memory, queue, 0) };
  for (let at = before; (at & 0xffff) !== usedIndex; at++) now = takeBack(now, id, name, at);
  const after = before + ((usedIndex - before) & 0xffff);
  if (name === 'transmit') return withGuest(now, id, { reaped: after });
  return withGuest({ ...now, memory: setUsedEvent(now.memory, queue, after) }, id, { received: after });
}

/** One chain that came back: a block, an answer whose buffer is made available again, or just an empty buffer. */
function takeBack(machine: Machine, id: number, name: Queue, at: number): Machine {
  const { base } = guestAt(machine, id);
  const { size, block, request } = machine.setup;
  const queue = queueOf(machine, id, name);
  const { id: head, length } = usedElement(machine.memory, queue, at);
  const first = readDescriptor(machine.memory, queue, head);
  if (name === 'receive') {
    const content = readPayload(machine.memory, base + first.address + NET_HEADER, size);
    const memory = publish(machine.memory, receiveQueue(base), head);
    return arrive({ ...machine, memory }, id, content, size);
  }
  if (request !== 'read' || length === 0) return machine;
  const { address } = readDescriptor(machine.memory, queue, first.next);
  return arrive(machine, id, readPayload(machine.memory, base + address, block), block);
}
