import type { Memory } from '#sim/paging/memory.ts';
import { addCounts, type Counts } from './counts.ts';
import type { Op } from './op.ts';
import type { Content } from './payload.ts';

export type Road = 'emulated' | 'virtio' | 'vhost' | 'passthrough' | 'sriov';

export interface Setup {
  readonly road: Road;
  /** Packets out; packets out with an answer in for each; blocks read. */
  readonly request: 'send' | 'ping' | 'read';
  /** How many of them each guest makes. */
  readonly packets: number;
  /** How many the driver puts into the ring before it tells the device. */
  readonly batch: number;
  readonly suppression: 'off' | 'flags' | 'event';
  /** Whether a backend thread has emptied the ring before the driver's next batch, or is still at work. */
  readonly backend: 'faster' | 'slower';
  readonly blockMode: 'pio' | 'dma';
  /** Bits that one access to the IDE data port moves. */
  readonly port: 16 | 32;
  /** Bytes of a packet, without any header of virtio's. */
  readonly size: number;
  /** Bytes of a block. */
  readonly block: number;
  readonly iommu: boolean;
  readonly posted: boolean;
}

/** The registers of an e1000 that a driver's data path touches; of a real one, or of one that is imitated. */
export interface Registers {
  readonly tdh: number;
  readonly tdt: number;
  readonly rdh: number;
  readonly rdt: number;
  readonly icr: number;
  readonly ims: number;
}

export interface Guest {
  readonly id: number;
  /** Host address of its memory's first byte. */
  readonly base: number;
  readonly requester: number;
  /** The driver: the next item to ask for, requests put into the ring so far, and those it has taken back. */
  readonly next: number;
  readonly posted: number;
  readonly reaped: number;
  /** Answers it has taken out of the receive ring. */
  readonly received: number;
  /** The device: what it has taken out of the ring, and has filled of the receive ring. */
  readonly taken: number;
  readonly filled: number;
  readonly registers: Registers;
  /** The available index when it last thought of a notification. */
  readonly notified: number;
  /** Whether the backend's thread is at work for it. */
  readonly awake: boolean;
  /** An emulated device raised its line while the guest was out: it is delivered at the next VM entry. */
  readonly pending: boolean;
}

/** A request in the hands of a device or backend. */
export interface Cargo {
  /** Its slot, or the head of its chain. */
  readonly slot: number;
  /** As the driver wrote it: guest-physical, or whatever a hostile driver wrote. */
  readonly address: number;
  readonly length: number;
  /** Which block is asked for. */
  readonly item: number;
  /** Why its contents could not be reached. */
  readonly stopped?: 'refused' | 'fault';
  /** The memory reached was the neighbour's. */
  readonly isForeign?: boolean;
}

/** Something that came whole to its end: a packet on the wire, an answer or a block with the guest's driver. */
export interface Arrival extends Content {
  /** Whose request brought it there. */
  readonly by: number;
}

export interface Machine {
  readonly setup: Setup;
  readonly memory: Memory;
  readonly guests: readonly Guest[];
  /** What is to be done, next first; and whose turn comes when that is done. */
  readonly todo: readonly Op[];
  readonly turns: readonly Op[];
  readonly cargo: Cargo | undefined;
  readonly arrivals: readonly Arrival[];
  readonly counts: Counts;
  /** Frames that tables of the IOMMU take. */
  readonly tableFrames: number;
}

/** Whether the guest drives a real function by itself. */
export const isDirect = ({ road }: Setup): boolean => road === 'passthrough' || road === 'sriov';
export const isParavirtual = ({ road }: Setup): boolean => road === 'virtio' || road === 'vhost';

const nobody: Guest = {
  id: 0,
  base: 0,
  requester: 0,
  next: 0,
  posted: 0,
  reaped: 0,
  received: 0,
  taken: 0,
  filled: 0,
  registers: { tdh: 0, tdt: 0, rdh: 0, rdt: 0, icr: 0, ims: 0 },
  notified: 0,
  awake: false,
  pending: false,
};
export const newGuest = (of: Partial<Guest>): Guest => ({ ...nobody, ...of });

export const guestAt = ({ guests }: Machine, id: number): Guest => guests[id] ?? nobody;
export const withGuest = (machine: Machine, id: number, change: Partial<Guest>): Machine => ({
  ...machine,
  guests: machine.guests.map((guest) => (guest.id === id ? { ...guest, ...change } : guest)),
});
/** What is to be done before all else that is. */
export const doNext = (machine: Machine, ops: readonly Op[]): Machine =>
  ops.length ? { ...machine, todo: [...ops, ...machine.todo] } : machine;
export const count = (machine: Machine, more: Partial<Counts>): Machine => ({
  ...machine,
  counts: addCounts(machine.counts, more),
});
/** A whole packet or block at its end; what is not whole never arrives. */
export function arrive(machine: Machine, by: number, content: Content | undefined, bytes: number): Machine {
  if (!content) return machine;
  const arrived = { ...machine, arrivals: [...machine.arrivals, { ...content, by }] };
  return content.guest === by ? count(arrived, { delivered: 1, bytes }) : arrived;
}
export const withRegisters = (machine: Machine, id: number, change: Partial<Registers>): Machine =>
  withGuest(machine, id, { registers: { ...guestAt(machine, id).registers, ...change } });
