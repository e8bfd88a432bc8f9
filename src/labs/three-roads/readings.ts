import type { Reading, Readings } from '#kit/reading.ts';
import { receiveQueue, transmitQueue } from '#sim/io/addressMap.ts';
import { billOf, type Counts } from '#sim/io/counts.ts';
import { guestAt, isDirect, isParavirtual, type Machine } from '#sim/io/machine.ts';
import { readQueue } from '#sim/io/virtqueue.ts';
import type { State } from './state.ts';
import { readingWords as say } from './words.ts';

const counted = (counts: Counts, name: keyof Counts & keyof typeof say, counter = false): Reading => ({
  label: say[name],
  value: counts[name],
  ...(counter && { counter }),
});
const each = (all: number, n: number, digits: number): number | null =>
  n === 0 ? null : Math.round((all / n) * 10 ** digits) / 10 ** digits;

/** Everything that the machine counts, and what it would cost at the prices that are set. */
export function readings({ machine, prices, host }: State): Readings {
  const { counts, arrivals, setup } = machine;
  return {
    exits: counted(counts, 'exits', true),
    kicks: counted(counts, 'kicks', true),
    interrupts: counted(counts, 'interrupts', true),
    copies: counted(counts, 'copies', true),
    userReturns: counted(counts, 'userReturns', true),
    contextSwitches: counted(counts, 'contextSwitches', true),
    delivered: counted(counts, 'delivered', true),
    exitsPerPacket: { label: say.exitsPerPacket, value: each(counts.exits, counts.delivered, 3), counter: true },
    cyclesPerPacket: {
      label: say.cyclesPerPacket,
      value: each(billOf(counts, prices), counts.delivered, 0),
      unit: say.cycles,
      source: say.costSource,
      counter: true,
    },
    bytes: { ...counted(counts, 'bytes'), unit: say.byte },
    copiedBytes: { ...counted(counts, 'copiedBytes'), unit: say.byte },
    keptKicks: counted(counts, 'keptKicks'),
    keptInterrupts: counted(counts, 'keptInterrupts'),
    translations: counted(counts, 'translations'),
    tableReads: counted(counts, 'tableReads'),
    dmaFaults: counted(counts, 'dmaFaults'),
    refused: counted(counts, 'refused'),
    breaches: counted(counts, 'breaches'),
    guests: { label: say.guests, value: machine.guests.length },
    host: { label: say.host, value: host },
    migratable: { label: say.migratable, value: !isDirect(setup), words: isDirect(setup) ? say.no : say.yes },
    ring: { label: say.ring, value: ringOf(machine) },
    arrived: {
      label: say.arrived,
      value: arrivals.slice(-8).map(({ guest, item }) => `${guest === 0 ? 'A' : 'B'}${item}`),
    },
    priceOfExit: { label: say.exit, value: prices.exit, unit: say.cycles, source: say.exitSource },
    priceOfUserReturn: { label: say.userReturn, value: prices.userReturn, unit: say.cycles, source: say.userSource },
    priceOfContextSwitch: {
      label: say.contextSwitch,
      value: prices.contextSwitch,
      unit: say.cycles,
      source: say.switchSource,
    },
    priceOfInterrupt: { label: say.interrupt, value: prices.interrupt, unit: say.cycles, source: say.interruptSource },
    priceOfCopy: { label: say.copy, value: prices.copy, unit: say.cycles, source: say.copySource },
  };
}

/** The indices of guest A's ring as they stand in memory or in the device; the imitated IDE disk has no ring. */
function ringOf(machine: Machine): Readonly<Record<string, number>> | null {
  const { base, registers } = guestAt(machine, 0);
  const { tdh, tdt, rdh, rdt, icr, ims } = registers;
  const isDisk = machine.setup.request === 'read';
  if (isParavirtual(machine.setup)) return virtqueuesOf(machine, base, isDisk);
  if (!isDisk) return { TDH: tdh, TDT: tdt, RDH: rdh, RDT: rdt, ICR: icr, IMS: ims };
  return isDirect(machine.setup) ? { SQH: tdh, SQT: tdt } : null;
}

function virtqueuesOf({ memory }: Machine, base: number, isDisk: boolean): Readonly<Record<string, number>> {
  const transmit = readQueue(memory, transmitQueue(base));
  return {
    'avail.idx': transmit.availableIndex,
    'used.idx': transmit.usedIndex,
    used_event: transmit.usedEvent,
    avail_event: transmit.availableEvent,
    'avail.flags': transmit.availableFlags,
    'used.flags': transmit.usedFlags,
    ...(!isDisk && { 'receive used.idx': readQueue(memory, receiveQueue(base)).usedIndex }),
  };
}
