import { type Cast, MOST_PROCESSES, MOST_TABLES, MOST_VMS } from './trace.ts';

interface Guest {
  readonly name: string;
  readonly processes: string[];
  readonly known: Map<string, number>;
  current: number;
  /** Regions that have a table of their own, and the last of them asked for. */
  readonly regions: Set<number>;
  last: number;
  tables: number;
}

/** Who is there while a trace is read: used within `parseTrace` only. */
export interface Roll {
  readonly guests: Guest[];
  readonly cast: Cast[];
  readonly known: Map<string, number>;
  current: number;
}

export const makeRoll = (): Roll => ({ guests: [], cast: [], known: new Map(), current: -1 });

const guestOf = (roll: Roll): Guest => roll.guests[roll.current] as Guest;

/** The process that the roll is in, or -1. */
export const processOf = (roll: Roll): number => roll.guests[roll.current]?.current ?? -1;

/** Goes to a VM; without a name to the first one there is, which is then called `vm`. */
export function enterVm(roll: Roll, name?: string): 'vms' | undefined {
  if (name === undefined && roll.current >= 0) return undefined;
  const word = name ?? 'vm';
  const known = roll.known.get(word);
  if (known === undefined) {
    if (roll.guests.length >= MOST_VMS) return 'vms';
    const guest: Guest = {
      name: word,
      processes: [],
      known: new Map(),
      current: -1,
      regions: new Set(),
      last: -1,
      tables: 0,
    };
    roll.known.set(word, roll.guests.length);
    roll.cast.push({ name: word, processes: guest.processes });
    roll.current = roll.guests.push(guest) - 1;
  } else roll.current = known;
  return undefined;
}

/** Goes to a process of the VM. */
export function enterProcess(roll: Roll, name: string): 'processes' | 'tables' | undefined {
  enterVm(roll);
  const guest = guestOf(roll);
  const known = guest.known.get(name);
  if (known === undefined) {
    if (guest.processes.length >= MOST_PROCESSES) return 'processes';
    if (++guest.tables > MOST_TABLES) return 'tables';
    guest.known.set(name, guest.processes.length);
    guest.current = guest.processes.push(name) - 1;
  } else guest.current = known;
  return undefined;
}

/** A line that needs a process where there is none runs in one called `init`. */
export function needProcess(roll: Roll): void {
  if (processOf(roll) < 0) enterProcess(roll, 'init');
}

/** Counts the tables that a page at `va` needs below the root; false where the kernel has room for no more. */
export function needTables(roll: Roll, va: number): boolean {
  const guest = guestOf(roll);
  const region = guest.current * 2 ** 27 + Math.floor(va / 2 ** 21);
  if (region === guest.last) return true;
  guest.last = region;
  for (const [level, shift] of [0, 9, 18].entries()) {
    const key = (level * 4096 + guest.current) * 2 ** 27 + Math.floor(va / 2 ** (21 + shift));
    if (guest.regions.has(key)) continue;
    guest.regions.add(key);
    guest.tables++;
  }
  return guest.tables <= MOST_TABLES;
}
