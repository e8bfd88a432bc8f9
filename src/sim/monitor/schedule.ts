import { type Guest, type Machine, SWITCH } from './machine.ts';
import { addStretch } from './stretch.ts';

/**
 * Whose turn it is: the guest with the least virtual time, which advances by the ticks used over the weight.
 * Waldspurger & Weihl, “Stride Scheduling: Deterministic Proportional-Share Resource Management”, MIT/LCS/TM-528, 1995.
 */
export const nextGuest = (guests: readonly Guest[]): number =>
  guests.reduce((best, guest, i) => (isBefore(guest, guests[best]) ? i : best), 0);

const isBefore = (guest: Guest, other: Guest | undefined): boolean =>
  other !== undefined && (guest.pass < other.pass || (guest.pass === other.pass && guest.lastRan < other.lastRan));

/** The guest at the end of its slice: what it used is charged, and the monitor empties its shared page. */
export const settle = (guest: Guest, used: number): Guest => ({
  ...guest,
  pass: guest.pass + used / guest.weight,
  out: guest.ring.length ? [...guest.out, ...guest.ring] : guest.out,
  ring: [],
});

/** The real timer has interrupted: the monitor has the core, and gives it to the guest whose turn it is. */
export function takeBack(machine: Machine): Machine {
  const { clock, running, began, setup } = machine;
  const settled = machine.guests.map((guest, i) => (i === running ? settle(guest, clock - began) : guest));
  // Without control it was the guest’s own timer that rang, and its kernel hears of it.
  const guests = setup.control
    ? settled
    : settled.map((guest, i) => (i === running ? { ...guest, interrupts: guest.interrupts + 1 } : guest));
  const to = nextGuest(guests);
  const start = clock + SWITCH;
  return {
    ...machine,
    guests,
    clock: start,
    running: to,
    began: start,
    due: start + setup.slice,
    alarm: start + setup.slice,
    slices: machine.slices + 1,
    stretches: addStretch(machine.stretches, { lane: -1, guest: -1, from: clock, to: start, isLate: false }),
    late: 0,
    deed: { kind: 'switch', from: running, to, late: machine.late },
  };
}
