import { runAlone, tickTimer } from './alone.ts';
import { type Instruction, isSensitive, MODULUS } from './instruction.ts';
import { FAR, FRAMES, type Guest, type How, type Machine, ownerOf, RING, type Setup } from './machine.ts';
import { fetch } from './program.ts';
import { addStretch } from './stretch.ts';

/** What a guest executes next: what the reader makes it do, else its program; a greedy one asks for all the time there is. */
export function nextOf({ pending, program, at, greedy }: Guest): Instruction {
  const instruction = pending ?? fetch(program, at);
  return greedy && instruction.verb === 'timer' ? { verb: 'timer', operand: FAR } : instruction;
}

const isAccess = ({ verb }: Instruction): boolean => verb === 'load' || verb === 'store';

/** Who carries it out. Sensitive instructions trap, or call where the guest was ported to the monitor. */
function howOf(setup: Setup, guest: Guest, instruction: Instruction): How {
  const isOutside = isAccess(instruction) && instruction.operand >= guest.size;
  if (isOutside && setup.control) return 'caught';
  if (!setup.efficiency) return 'interpreted';
  if (!isSensitive(instruction)) return 'direct';
  if (!setup.equivalence) {
    if (instruction.verb === 'clock') return 'shared';
    return instruction.verb === 'out' && guest.ring.length < RING - 1 ? 'shared' : 'call';
  }
  return instruction.verb === 'timer' && !setup.control ? 'direct' : 'trap';
}

/** Ticks that it takes: one where the core executes it by itself. */
function priceOf({ efficiency, trap, interpret }: Setup, how: How): number {
  switch (how) {
    case 'direct':
    case 'shared':
      return 1;
    case 'interpreted':
      return interpret;
    case 'caught':
      return efficiency ? trap : interpret;
    case 'trap':
    case 'call':
      return trap;
  }
}

/** The guest after the instruction, its memory left out; the frame it reached, what it wrote there, and the ticks it set the real timer to. */
interface Carried {
  readonly next: Guest;
  readonly frame?: number;
  readonly write?: number;
  readonly alarm?: number;
}

function carryOut(machine: Machine, guest: Guest, { verb, operand }: Instruction, how: How): Carried {
  const { timer, rang } = tickTimer(guest.timer);
  const next = { ...guest, timer, interrupts: guest.interrupts + rang, done: guest.done + 1 };
  const frame = (guest.base + operand) % FRAMES;
  if (how === 'caught') return { next: { ...next, faults: guest.faults + 1 } };
  switch (verb) {
    case 'add':
      return { next: { ...next, accumulator: (guest.accumulator + operand) % MODULUS } };
    case 'load':
      return { next: { ...next, accumulator: machine.frames[frame] ?? 0 }, frame };
    case 'store':
      return { next, frame, write: guest.accumulator };
    case 'timer':
      return machine.setup.control ? { next: { ...next, timer: operand } } : { next, alarm: operand };
    case 'clock':
      return { next: { ...next, accumulator: guest.done % MODULUS } };
    case 'out':
      return { next: output(next, how) };
  }
}

/** An output goes to the console, or waits in the shared page until a call empties it. */
function output(guest: Guest, how: How): Guest {
  if (how === 'shared') return { ...guest, ring: [...guest.ring, guest.accumulator] };
  return { ...guest, out: [...guest.out, ...guest.ring, guest.accumulator], ring: [] };
}

/** The guest beside the bare machine that executed the same. Interrupts are a matter of timing, and left out. */
function compare(guest: Guest, frames: readonly number[]): Guest {
  const { alone } = guest;
  if (guest.difference) return guest;
  if (alone.unknown > 0) return { ...guest, difference: 'called' };
  const isSame =
    guest.accumulator === alone.accumulator &&
    guest.out.length + guest.ring.length === alone.out.length &&
    [...guest.out, ...guest.ring].every((word, i) => word === alone.out[i]) &&
    alone.words.every((word, address) => word === frames[guest.base + address]);
  return isSame ? guest : { ...guest, difference: 'overwritten' };
}

const isOnCore = (how: How): boolean => how === 'direct' || how === 'shared';

/** What the instruction adds to the guest's account. */
function charge(guest: Guest, next: Guest, clock: number, ticks: number, how: How): Guest {
  const [direct, served] = isOnCore(how) ? [ticks, 0] : [0, ticks];
  return {
    ...next,
    at: guest.pending ? guest.at : guest.at + 1,
    pending: undefined,
    direct: guest.direct + direct,
    served: guest.served + served,
    touched: guest.touched + (isOnCore(how) ? 0 : 1),
    lastRan: clock + ticks,
  };
}

/** What the guest has tried, with this instruction. */
const triedBy = ({ tried, size }: Guest, { verb, operand }: Instruction): Guest['tried'] => ({
  timer: tried.timer || (verb === 'timer' && operand === FAR),
  store: tried.store || (verb === 'store' && operand >= size),
});

/** One instruction of the guest that has the core. */
export function execute(machine: Machine): Machine {
  const { setup, clock, running, due } = machine;
  const guest = machine.guests[running];
  if (!guest) return machine;
  const instruction = nextOf(guest);
  const how = howOf(setup, guest, instruction);
  const ticks = priceOf(setup, how);
  const to = clock + ticks;
  const { next, frame, write, alarm } = carryOut(machine, guest, instruction, how);
  const isForeign = frame !== undefined && ownerOf(machine, frame) !== running;
  const isWritten = frame !== undefined && write !== undefined;
  const frames = isWritten ? machine.frames.with(frame, write) : machine.frames;
  const alone = runAlone(guest.alone, instruction, !setup.equivalence);
  const tried = triedBy(guest, instruction);
  const guests = machine.guests.with(running, { ...charge(guest, next, clock, ticks, how), tried, alone });
  const past = clock >= due ? ticks : 0;
  const lane = isOnCore(how) ? running : -1;
  return {
    ...machine,
    clock: to,
    frames,
    // A store into another's frame may make any guest differ; else only the one that ran can.
    guests: guests.map((each, i) => (isForeign || i === running ? compare(each, frames) : each)),
    alarm: alarm === undefined ? machine.alarm : to + alarm,
    stretches: addStretch(machine.stretches, { lane, guest: running, from: clock, to, isLate: past > 0 }),
    overrun: machine.overrun + past,
    late: machine.late + past,
    foreign: machine.foreign + (isForeign ? 1 : 0),
    caught: machine.caught + (how === 'caught' ? 1 : 0),
    spoilt: isForeign && isWritten ? [...new Set([...machine.spoilt, frame])] : machine.spoilt,
    deed: { kind: 'ran', guest: running, instruction, how, frame, isForeign, tookTimer: alarm !== undefined },
  };
}
