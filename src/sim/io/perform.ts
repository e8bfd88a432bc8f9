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
import { type CrossingOp, type DeviceOp, type DriverOp, isSilent, type Op, type TurnOp } from './op.ts';
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
  switch (op.do) {
    case 'batch':
    case 'work':
    case 'poll':
    case 'engine':
    case 'hostile':
      return takeTurn(machine, op);
    case 'fill':
    case 'describe':
    case 'publish':
    case 'notify':
    case 'doorbell':
    case 'reap':
      return drive(machine, op);
    case 'access':
    case 'register':
    case 'ports':
    case 'portsInUser':
    case 'kickInUser':
    case 'ioeventfd':
    case 'wake':
    case 'sleep':
    case 'resume':
    case 'eoi':
    case 'interrupt':
    case 'enterWith':
      return cross(machine, op);
    case 'fetch':
    case 'copy':
    case 'tap':
    case 'dma':
    case 'answer':
    case 'receive':
    case 'complete':
    case 'disk':
      return serve(machine, op);
  }
}

function takeTurn(machine: Machine, { do: turn, guest }: TurnOp): Machine {
  switch (turn) {
    case 'batch':
      return startBatch(machine, guest);
    case 'hostile':
      return startHostile(machine, guest);
    case 'work':
      return scheduleBackend(machine, guest);
    case 'poll':
      return pollQueues(machine, guest);
    case 'engine':
      return scheduleDevice(machine, guest);
  }
}

function drive(machine: Machine, op: DriverOp): Machine {
  switch (op.do) {
    case 'fill':
      return fill(machine, op.guest, op.item);
    case 'describe':
      return describe(machine, op.guest, op.item, op.hostile ?? false);
    case 'publish':
      return makeAvailable(machine, op.guest);
    case 'notify':
      return notify(machine, op.guest);
    case 'doorbell':
      return ringDoorbell(machine, op.guest);
    case 'reap':
      return (isParavirtual(machine.setup) ? reapQueue : reapRing)(machine, op.guest, op.queue);
  }
}

function cross(machine: Machine, op: CrossingOp): Machine {
  switch (op.do) {
    case 'access':
      return accessRegister(machine, op.guest, op.register);
    case 'register':
      return imitateRegister(machine, op.guest, op.register);
    case 'ports':
      return accessPorts(machine, op);
    case 'portsInUser':
      return imitatePorts(machine, op);
    case 'kickInUser':
      return count(machine, { userReturns: 1 });
    case 'ioeventfd':
      return machine;
    case 'wake':
      return wakeBackend(machine, op.guest);
    case 'sleep':
      return sleepBackend(machine, op.guest);
    case 'resume':
      return resumeGuest(machine, op.guest);
    case 'eoi':
      return endInterrupt(machine, op.guest);
    case 'interrupt':
      return interruptGuest(machine, op.guest, op.queue);
    case 'enterWith':
      return takeInterrupt(machine, op.guest, op.queue);
  }
}

function serve(machine: Machine, { do: deed, guest }: DeviceOp): Machine {
  switch (deed) {
    case 'fetch':
    case 'complete':
    case 'receive':
      return devices[deed][kindOf(machine)](machine, guest);
    case 'copy':
      return (isParavirtual(machine.setup) ? copyChain : copyOut)(machine, guest);
    case 'tap':
      return writeTap(machine, guest);
    case 'dma':
      return moveByDma(machine, guest);
    case 'disk':
      return readDisk(machine, guest);
    case 'answer':
      return copyBytes(machine, hostMap.kernel, hostMap.bounce, machine.setup.size);
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
