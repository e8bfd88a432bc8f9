import { execute } from './execute.ts';
import type { Instruction } from './instruction.ts';
import { FAR, FRAMES, HORIZON, type Machine, MONITORS_FRAMES } from './machine.ts';
import { takeBack } from './schedule.ts';

/** One instruction of a guest, or one change of guests; the same machine once its time is over. */
export function stepMachine(machine: Machine): Machine {
  if (machine.clock >= HORIZON) return machine;
  return machine.running < 0 || machine.clock >= machine.alarm ? takeBack(machine) : execute(machine);
}

/** What a guest attempts that leaves its bounds: a store into the first frame of the next guest, or of the monitor. */
export function wildStore({ guests }: Machine, guest: number): Instruction {
  const victim = (guest + 1) % guests.length;
  const target = victim === guest ? MONITORS_FRAMES - 1 : (guests[victim]?.base ?? 0);
  return { verb: 'store', operand: (target - (guests[guest]?.base ?? 0) + FRAMES) % FRAMES };
}

/** A guest is made to do something next; from then on one that takes the timer does so each time. */
export function askGuest(machine: Machine, guest: number, instruction: Instruction): Machine {
  const asked = machine.guests[guest];
  if (!asked) return machine;
  const greedy = asked.greedy || instruction.operand === FAR;
  return {
    ...machine,
    guests: machine.guests.with(guest, { ...asked, pending: instruction, greedy }),
    deed: { kind: 'asked', guest, instruction },
  };
}
