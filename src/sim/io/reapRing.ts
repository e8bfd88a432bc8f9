import { guestMap, RING } from './addressMap.ts';
import { readLe, writeBytes } from './bytes.ts';
import { isOwn } from './driver.ts';
import { arrive, guestAt, type Machine, withGuest, withRegisters } from './machine.ts';
import { commandBytes, parseCommand } from './nvme.ts';
import type { Queue } from './op.ts';
import { readPayload } from './payload.ts';
import { readRingDescriptor, ringDescriptor } from './ring.ts';

/** The driver of a descriptor ring looks which slots are done, and takes out what came. No register is read. */
export function reapRing(machine: Machine, id: number, queue: Queue): Machine {
  if (queue === 'receive') return reapReceived(machine, id);
  const { reaped, taken, base } = guestAt(machine, id);
  let now = machine;
  if (machine.setup.request === 'read')
    for (let n = reaped; n < taken; n++)
      now = takeBlock(now, id, base + guestMap.submission + commandBytes * (n % RING));
  return withGuest(now, id, { reaped: taken });
}

function takeBlock(machine: Machine, id: number, command: number): Machine {
  const { address, length } = parseCommand(machine.memory, command);
  if (!isOwn(address, length)) return machine;
  return arrive(machine, id, readPayload(machine.memory, guestAt(machine, id).base + address, length), length);
}

function reapReceived(machine: Machine, id: number): Machine {
  const { received, base } = guestAt(machine, id);
  let now = machine;
  let n = received;
  for (; ; n++) {
    const at = base + guestMap.receiveRing + ringDescriptor.bytes * (n % RING);
    const { address, isDone } = readRingDescriptor(now.memory, at);
    if (!isDone) break;
    const length = readLe(now.memory, at + 8, 2);
    const taken = arrive(now, id, readPayload(now.memory, base + address, length), length);
    now = { ...taken, memory: writeBytes(taken.memory, at + 8, [0, 0, 0, 0, 0, 0, 0, 0]) };
  }
  return withRegisters(withGuest(now, id, { received: n }), id, { rdt: (n + RING - 1) % RING });
}
