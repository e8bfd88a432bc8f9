import { emptyMemory } from '#sim/paging/memory.ts';
import {
  GUEST_BASE,
  GUEST_SIZE,
  guestMap,
  HOST_SIZE,
  hostMap,
  NEIGHBOUR_BASE,
  RING,
  receiveBuffer,
  receiveQueue,
  requesterOf,
  SECRET,
} from './addressMap.ts';
import { toLe, writeBytes } from './bytes.ts';
import { noCounts } from './counts.ts';
import { NET_HEADER } from './driver.ts';
import { assign } from './iommu.ts';
import { type Guest, isDirect, isParavirtual, type Machine, newGuest, type Setup } from './machine.ts';
import { payload } from './payload.ts';
import { causes, ringDescriptorBytes } from './ring.ts';
import { descriptorBytes, descriptorFlags, NO_NOTIFY, setUsedFlags } from './virtqueue.ts';

/** What the page of the neighbour's holds that a hostile driver aims at. */
export const secretItem = 999;

/** Two guests in one memory, of which A has the device. Drivers have set up their rings; nothing of that is counted. */
export function startMachine(setup: Setup): Machine {
  const memory = writeBytes(emptyMemory(HOST_SIZE), SECRET, payload({ guest: 1, item: secretItem }, 4096));
  const machine: Machine = {
    setup,
    memory,
    guests: [],
    todo: [],
    turns: [],
    cargo: undefined,
    arrivals: [],
    counts: noCounts,
    // The context table takes the first.
    tableFrames: 1,
  };
  // Without an IOMMU a real device takes the driver's addresses for the host's, so they must be the same.
  const base = isDirect(setup) && !setup.iommu ? 0 : GUEST_BASE;
  return addGuest(machine, base);
}

/** Gives one more guest a device of its own, or a share of one, and its turn. */
export function addGuest(machine: Machine, base: number = NEIGHBOUR_BASE): Machine {
  const { setup, guests } = machine;
  const id = guests.length;
  const registers = { tdh: 0, tdt: 0, rdh: 0, rdt: RING - 1, icr: 0, ims: causes.transmitted | causes.received };
  const guest = newGuest({ id, base, requester: requesterOf(setup.road === 'sriov', id), registers });
  const posted = postReceive(machine, guest);
  const turns = [...machine.turns, { do: 'batch', guest: id } as const];
  return mapForDevice({ ...posted, guests: [...guests, guest], turns }, guest);
}

/** All buffers of the receive ring are handed to the device, which asks for no notification of more. */
function postReceive(machine: Machine, { base }: Guest): Machine {
  const { setup } = machine;
  const slots = Array.from({ length: RING }, (_, i) => i);
  if (!isParavirtual(setup)) {
    const ring = slots.flatMap((n) => ringDescriptorBytes(receiveBuffer(n), 2048).map((byte, i) => (i < 8 ? byte : 0)));
    return { ...machine, memory: writeBytes(machine.memory, base + guestMap.receiveRing, ring) };
  }
  const queue = receiveQueue(base);
  const length = NET_HEADER + setup.size;
  const table = slots.flatMap((n) =>
    descriptorBytes({ address: receiveBuffer(n), length, flags: descriptorFlags.write, next: 0 }),
  );
  const available = [...toLe(0, 2), ...toLe(RING, 2), ...slots.flatMap((n) => toLe(n, 2))];
  const filled = writeBytes(writeBytes(machine.memory, queue.descriptors, table), queue.available, available);
  return { ...machine, memory: setUsedFlags(filled, queue, NO_NOTIFY) };
}

/** The hypervisor fills the IOMMU's tables: all of the guest's memory, and nothing else. */
function mapForDevice(machine: Machine, { requester, base }: Guest): Machine {
  if (!isDirect(machine.setup) || !machine.setup.iommu) return machine;
  const plot = { memory: machine.memory, taken: machine.tableFrames };
  const domain = { requester, base, size: GUEST_SIZE };
  const { memory, taken } = assign(plot, hostMap.rootTable, hostMap.ioTables, domain);
  return { ...machine, memory, tableFrames: taken };
}
