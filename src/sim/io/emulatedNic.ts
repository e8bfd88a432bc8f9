import { guestMap, hostMap, RING } from './addressMap.ts';
import { readLe, toLe, writeBytes } from './bytes.ts';
import { isOwn } from './driver.ts';
import { arrive, count, doNext, guestAt, type Machine, withGuest, withRegisters } from './machine.ts';
import { copyBytes } from './move.ts';
import type { Op, Register } from './op.ts';
import { readPayload } from './payload.ts';
import { causes, DONE, readRingDescriptor, ringDescriptor } from './ring.ts';

/** The guest touches a register that is not there: the access faults in EPT, and the guest is left. */
export function accessRegister(machine: Machine, guest: number, register: Register): Machine {
  const counted = count(machine, { exits: 1, kicks: register === 'TDT' ? 1 : 0 });
  return doNext(counted, [
    { do: 'register', guest, register },
    { do: 'resume', guest },
  ]);
}

/** The device model in the user-space process does what the register stands for. */
export function imitateRegister(machine: Machine, id: number, register: Register): Machine {
  const now = count(machine, { userReturns: 1 });
  const guest = guestAt(machine, id);
  switch (register) {
    case 'TDT':
      return doNext(withRegisters(now, id, { tdt: guest.posted % RING }), [{ do: 'fetch', guest: id }]);
    case 'RDT':
      return withRegisters(now, id, { rdt: (guest.received + RING - 1) % RING });
    case 'ICR':
      return withRegisters(now, id, { icr: 0 });
    case 'IMC':
      return withRegisters(now, id, { ims: 0 });
    case 'IMS':
      return withRegisters(now, id, { ims: causes.transmitted | causes.received });
    case 'STATUS':
      return now;
  }
}

const ringAt = (machine: Machine, id: number, ring: number, slot: number): number =>
  guestAt(machine, id).base + ring + ringDescriptor.bytes * slot;

/** The device model reads the descriptor at the head of the ring. */
export function fetchSlot(machine: Machine, id: number): Machine {
  const { tdh } = guestAt(machine, id).registers;
  const { address, length } = readRingDescriptor(machine.memory, ringAt(machine, id, guestMap.transmitRing, tdh));
  return doNext({ ...machine, cargo: { slot: tdh, address, length, item: 0 } }, [{ do: 'copy', guest: id }]);
}

/** It copies the frame out of the guest, where that is the guest’s own; else there is nothing to send. */
export function copyOut(machine: Machine, id: number): Machine {
  const { cargo } = machine;
  if (!cargo) return machine;
  if (!isOwn(cargo.address, cargo.length))
    return doNext(count({ ...machine, cargo: { ...cargo, stopped: 'refused' } }, { refused: 1 }), [
      { do: 'complete', guest: id },
    ]);
  const copied = copyBytes(machine, guestAt(machine, id).base + cargo.address, hostMap.bounce, cargo.length);
  return doNext(copied, [{ do: 'tap', guest: id }]);
}

/** A system call hands it to the host’s kernel, which copies it again, and from there it goes out on the wire. */
export function writeTap(machine: Machine, id: number): Machine {
  const length = machine.cargo?.length ?? 0;
  const copied = copyBytes(machine, hostMap.bounce, hostMap.kernel, length);
  if (machine.setup.request === 'ping')
    return doNext(copied, [
      { do: 'answer', guest: id },
      { do: 'receive', guest: id },
      { do: 'complete', guest: id },
    ]);
  return doNext(arrive(copied, id, readPayload(copied.memory, hostMap.kernel, length), length), [
    { do: 'complete', guest: id },
  ]);
}

/** The answer, which repeats the question, goes into the next buffer of the receive ring. */
export function fillReceive(machine: Machine, id: number): Machine {
  const guest = guestAt(machine, id);
  const { rdh, icr } = guest.registers;
  const at = ringAt(machine, id, guestMap.receiveRing, rdh);
  const length = machine.setup.size;
  const copied = copyBytes(machine, hostMap.bounce, guest.base + readLe(machine.memory, at, 8), length);
  const memory = writeBytes(copied.memory, at + 8, [...toLe(length, 2), 0, 0, DONE | 2, 0, 0, 0]);
  const filled = withGuest({ ...copied, memory }, id, { filled: guest.filled + 1 });
  return withRegisters(filled, id, { rdh: (rdh + 1) % RING, icr: icr | causes.received });
}

/** The descriptor is marked done, and the line goes up if the driver wants to know. */
export function completeSlot(machine: Machine, id: number): Machine {
  const guest = guestAt(machine, id);
  const { tdh, tdt, icr, ims } = guest.registers;
  const at = ringAt(machine, id, guestMap.transmitRing, tdh) + ringDescriptor.status;
  const head = (tdh + 1) % RING;
  const cause = icr | causes.transmitted;
  const marked = { ...machine, cargo: undefined, memory: writeBytes(machine.memory, at, [DONE]) };
  const done = withRegisters(withGuest(marked, id, { taken: guest.taken + 1 }), id, { tdh: head, icr: cause });
  return head === tdt
    ? withGuest(done, id, { pending: (cause & ims) !== 0 })
    : doNext(done, [{ do: 'fetch', guest: id }]);
}

/** What the e1000 driver's interrupt handler and its poll do, as counted on Linux: ICR, IMC and a flush; the ring; RDT; IMS and a flush. */
export function interruptHandler({ setup }: Machine, guest: number): readonly Op[] {
  const access = (register: Register): Op => ({ do: 'access', guest, register });
  const hasAnswers = setup.request === 'ping';
  return [
    access('ICR'),
    access('IMC'),
    access('STATUS'),
    { do: 'reap', guest, queue: 'transmit' },
    ...(hasAnswers ? [{ do: 'reap', guest, queue: 'receive' } as const, access('RDT')] : []),
    access('IMS'),
    access('STATUS'),
  ];
}
