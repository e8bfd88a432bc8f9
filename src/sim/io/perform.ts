import { hostMap } from './addressMap.ts';
import {
  completeChain,
  copyChain,
  fetchChain,
  receiveChain,
  scheduleBackend,
  sleepBackend,
  wakeBackend,
} from './backend.ts';
import { describe, fill, makeAvailable, startBatch, startHostile } from './driver.ts';
import { accessPorts, imitatePorts, readDisk } from './emulatedDisk.ts';
import {
  accessRegister,
  completeSlot,
  copyOut,
  fetchSlot,
  fillReceive,
  imitateRegister,
  writeTap,
} from './emulatedNic.ts';
import { notify, pollQueues, reapQueue } from './frontend.ts';
import { endInterrupt, interruptGuest, resumeGuest, takeInterrupt } from './interrupt.ts';
import { count, isDirect, isParavirtual, type Machine } from './machine.ts';
import { copyBytes } from './move.ts';
import { isSilent, type Op } from './op.ts';
import { completeByDma, fetchByDma, moveByDma, receiveByDma, ringDoorbell, scheduleDevice } from './realDevice.ts';
import { reapRing } from './reapRing.ts';

type Road = 'imitated' | 'queue' | 'real';
const kindOf = ({ setup }: Machine): Road => (isDirect(setup) ? 'real' : isParavirtual(setup) ? 'queue' : 'imitated');

/** What each kind of device does in its turn. */
const devices = {
  fetch: { imitated: fetchSlot, queue: fetchChain, real: fetchByDma },
  complete: { imitated: completeSlot, queue: completeChain, real: completeByDma },
  receive: { imitated: fillReceive, queue: receiveChain, real: receiveByDma },
} as const;

function perform(machine: Machine, op: Op): Machine {
  const { guest } = op;
  switch (op.do) {
    case 'batch':
      return startBatch(machine, guest);
    case 'hostile':
      return startHostile(machine, guest);
    case 'fill':
      return fill(machine, guest, op.item);
    case 'describe':
      return describe(machine, guest, op.item, op.hostile ?? false);
    case 'publish':
      return makeAvailable(machine, guest);
    case 'notify':
      return notify(machine, guest);
    case 'kickInUser':
      return count(machine, { userReturns: 1 });
    case 'ioeventfd':
      return machine;
    case 'wake':
      return wakeBackend(machine, guest);
    case 'sleep':
      return sleepBackend(machine, guest);
    case 'work':
      return scheduleBackend(machine, guest);
    case 'poll':
      return pollQueues(machine, guest);
    case 'doorbell':
      return ringDoorbell(machine, guest);
    case 'engine':
      return scheduleDevice(machine, guest);
    case 'access':
      return accessRegister(machine, guest, op.register);
    case 'register':
      return imitateRegister(machine, guest, op.register);
    case 'ports':
      return accessPorts(machine, op);
    case 'portsInUser':
      return imitatePorts(machine, op);
    case 'disk':
      return readDisk(machine, guest);
    case 'fetch':
    case 'complete':
    case 'receive':
      return devices[op.do][kindOf(machine)](machine, guest);
    case 'copy':
      return isParavirtual(machine.setup) ? copyChain(machine, guest) : copyOut(machine, guest);
    case 'tap':
      return writeTap(machine, guest);
    case 'dma':
      return moveByDma(machine, guest);
    case 'answer':
      return copyBytes(machine, hostMap.kernel, hostMap.bounce, machine.setup.size);
    case 'interrupt':
      return interruptGuest(machine, guest, op.queue);
    case 'enterWith':
      return takeInterrupt(machine, guest, op.queue);
    case 'eoi':
      return endInterrupt(machine, guest);
    case 'resume':
      return resumeGuest(machine, guest);
    case 'reap':
      return isParavirtual(machine.setup) ? reapQueue(machine, guest, op.queue) : reapRing(machine, guest, op.queue);
  }
}

/**
 * One event further, and which it was; none once all is done. Turns of the
 * scheduler on the way cost nothing and are not told; each of them leads to
 * fewer that are left, so there is an end to them.
 */
export function advance(machine: Machine): { readonly machine: Machine; readonly op?: Op } {
  let now = machine;
  for (;;) {
    const [op, ...todo] = now.todo;
    const [turn, ...turns] = now.turns;
    if (op) {
      now = perform({ ...now, todo }, op);
      if (!isSilent(op)) return { machine: now, op };
    } else if (turn) now = { ...now, todo: [turn], turns };
    else return { machine: now };
  }
}
