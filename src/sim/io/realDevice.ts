import { GUEST_SIZE, guestMap, hostMap, NEIGHBOUR_BASE, RING } from './addressMap.ts';
import { readBytes, readLe, toLe, writeBytes } from './bytes.ts';
import { translate } from './iommu.ts';
import { arrive, type Cargo, count, doNext, guestAt, type Machine, withGuest, withRegisters } from './machine.ts';
import { commandBytes, completion, completionBytes, parseCommand } from './nvme.ts';
import type { Queue } from './op.ts';
import { payload, readPayload } from './payload.ts';
import { DONE, readRingDescriptor, ringDescriptor } from './ring.ts';

/** The driver writes the tail register: it is the device's own, mapped into the guest, and no one is called. */
export const ringDoorbell = (machine: Machine, id: number): Machine =>
  withRegisters(count(machine, { kicks: 1 }), id, { tdt: guestAt(machine, id).posted % RING });

/** As long as there is work between head and tail the device fetches. */
export function scheduleDevice(machine: Machine, id: number): Machine {
  const { tdh, tdt } = guestAt(machine, id).registers;
  if (tdh === tdt) return machine;
  return doNext(machine, [
    { do: 'fetch', guest: id },
    { do: 'engine', guest: id },
  ]);
}

interface Reached {
  readonly machine: Machine;
  /** Undefined where the IOMMU refuses. */
  readonly real: number | undefined;
}

/** Where a device's access ends up: through the IOMMU, or without one at just the address that was asked for. */
function reach(machine: Machine, id: number, address: number, kind: 'read' | 'write'): Reached {
  if (!machine.setup.iommu) return { machine, real: address };
  const found = translate(machine.memory, hostMap.rootTable, guestAt(machine, id).requester, address, kind);
  if ('fault' in found) return { machine: count(machine, { dmaFaults: 1, tableReads: found.reads }), real: undefined };
  return { machine: count(machine, { translations: 1, tableReads: found.reads }), real: found.real };
}

/** A small DMA within one page: a descriptor or a status. */
function dmaWrite(machine: Machine, id: number, address: number, bytes: readonly number[]): Machine {
  const { machine: now, real } = reach(machine, id, address, 'write');
  return real === undefined ? now : { ...now, memory: writeBytes(now.memory, real, bytes) };
}

/** The device fetches a descriptor, or an NVMe command, by DMA. */
export function fetchByDma(machine: Machine, id: number): Machine {
  const isDisk = machine.setup.request === 'read';
  const slot = guestAt(machine, id).registers.tdh;
  const at = isDisk ? guestMap.submission + commandBytes * slot : guestMap.transmitRing + ringDescriptor.bytes * slot;
  const { machine: now, real = at } = reach(machine, id, at, 'read');
  const cargo: Cargo = isDisk
    ? { slot, ...parseCommand(now.memory, real) }
    : { slot, ...readRingDescriptor(now.memory, real), item: 0 };
  return doNext({ ...now, cargo }, [{ do: 'dma', guest: id }]);
}

/** Whether a host address that guest A’s device reaches lies in the neighbour’s memory. */
const isNeighbours = (id: number, real: number): boolean =>
  id === 0 && real >= NEIGHBOUR_BASE && real < NEIGHBOUR_BASE + GUEST_SIZE;

/** The contents themselves: out of memory onto the wire, or off the disk into memory, page by page. */
export function moveByDma(machine: Machine, id: number): Machine {
  const { cargo, setup } = machine;
  if (!cargo) return machine;
  const kind = setup.request === 'read' ? 'write' : 'read';
  const first = reach(machine, id, cargo.address, kind);
  if (first.real === undefined)
    return doNext({ ...first.machine, cargo: { ...cargo, stopped: 'fault' } }, [{ do: 'complete', guest: id }]);
  const isForeign = isNeighbours(id, first.real);
  const counted = isForeign ? count(first.machine, { breaches: 1 }) : first.machine;
  const aimed = { ...counted, cargo: { ...cargo, isForeign } };
  return kind === 'write' ? store(aimed, id, cargo, first.real) : send(aimed, id, cargo, first.real);
}

function send(machine: Machine, id: number, { length }: Cargo, real: number): Machine {
  // The device's own memory, not the host's: nothing is copied by a processor.
  const bytes = readBytes(machine.memory, real, length);
  const held = { ...machine, memory: writeBytes(machine.memory, hostMap.kernel, bytes) };
  const complete = { do: 'complete', guest: id } as const;
  if (machine.setup.request === 'ping' && !machine.cargo?.isForeign)
    return doNext(held, [complete, { do: 'receive', guest: id }]);
  return doNext(arrive(held, id, readPayload(held.memory, hostMap.kernel, length), length), [complete]);
}

function store(machine: Machine, id: number, { address, item, length }: Cargo, first: number): Machine {
  const bytes = payload({ guest: id, item }, length);
  let now = machine;
  for (let done = 0; done < length; done += 4096) {
    const at = done === 0 ? { machine: now, real: first } : reach(now, id, address + done, 'write');
    const page = bytes.slice(done, done + 4096);
    now = at.real === undefined ? at.machine : { ...at.machine, memory: writeBytes(at.machine.memory, at.real, page) };
  }
  return doNext(now, [{ do: 'complete', guest: id }]);
}

/** The device reports: with moderation one interrupt when it has nothing left, else one for each. */
export function completeByDma(machine: Machine, id: number): Machine {
  const guest = guestAt(machine, id);
  const { tdh, tdt } = guest.registers;
  const head = (tdh + 1) % RING;
  const [at, bytes] =
    machine.setup.request === 'read'
      ? [guestMap.completion + completionBytes * tdh, completion(head, tdh)]
      : [guestMap.transmitRing + ringDescriptor.bytes * tdh + ringDescriptor.status, [DONE]];
  const written = dmaWrite(machine, id, at, bytes);
  const done = withRegisters(withGuest(written, id, { taken: guest.taken + 1 }), id, { tdh: head });
  return moderate({ ...done, cargo: undefined }, id, 'transmit', head === tdt);
}

/** The answer goes into the next receive buffer by DMA, and its descriptor is marked done. */
export function receiveByDma(machine: Machine, id: number): Machine {
  const guest = guestAt(machine, id);
  const { rdh, tdh, tdt } = guest.registers;
  const ring = guestMap.receiveRing + ringDescriptor.bytes * rdh;
  const { machine: fetched, real = ring } = reach(machine, id, ring, 'read');
  const bytes = readBytes(fetched.memory, hostMap.kernel, machine.setup.size);
  const filled = dmaWrite(fetched, id, readLe(fetched.memory, real, 8), bytes);
  const marked = dmaWrite(filled, id, ring + 8, [...toLe(bytes.length, 2), 0, 0, DONE | 2, 0, 0, 0]);
  const done = withRegisters(withGuest(marked, id, { filled: guest.filled + 1 }), id, { rdh: (rdh + 1) % RING });
  return moderate(done, id, 'receive', tdh === tdt);
}

function moderate(machine: Machine, id: number, queue: Queue, isLast: boolean): Machine {
  return machine.setup.suppression === 'off' || isLast
    ? doNext(machine, [{ do: 'interrupt', guest: id, queue }])
    : count(machine, { keptInterrupts: 1 });
}
