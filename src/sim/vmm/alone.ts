import { isFault } from '../x86/cpu/fault.ts';
import { fetch } from '../x86/cpu/fetch.ts';
import { clockOf, type Machine } from '../x86/machine.ts';
import { isQuiet } from '../x86/runMachine.ts';
import { execute, type Happening } from '../x86/stepMachine.ts';
import type { Deed } from './deed.ts';
import { addressOf, makeGuestEvent } from './guestEvent.ts';
import type { GuestRun } from './run.ts';
import { spend } from './settle.ts';

/** Who pays for an instruction, and how much; for the delivery of an interrupt or exception there is no opcode. */
export interface Payer {
  readonly who: 'guest' | 'vmm';
  readonly where: 'direct' | 'interpreted';
  price(run: GuestRun, opcode: number | undefined): number;
}

/** One step of a guest that has the machine, real or made of software, to itself. */
export function stepAlone(run: GuestRun, payer: Payer): Deed {
  const address = addressOf(run.guest);
  const opcode = opcodeAt(run.guest);
  const happening = makeGuestEvent(run);
  if (happening.kind !== 'halted' && happening.kind !== 'end')
    spend(run, payer.who, payer.price(run, happening.kind === 'retired' ? opcode : undefined));
  return deedOf(happening, address, payer.where);
}

/** The opcode that is about to be executed, if there is one to be fetched. Looking at it changes nothing that could be seen. */
function opcodeAt(machine: Machine): number | undefined {
  const { cr2 } = machine.cpu;
  try {
    return fetch(machine).opcode;
  } catch (thrown) {
    machine.cpu.cr2 = cr2;
    if (isFault(thrown)) return undefined;
    throw thrown;
  }
}

/** What the guest's own event was, as a step of the run. */
export function deedOf(happening: Happening, address: number, where: 'direct' | 'interpreted'): Deed {
  switch (happening.kind) {
    case 'retired':
      return { kind: 'run', address, where };
    case 'interrupt':
      return { kind: 'deliver', address, vector: happening.vector, errorCode: undefined };
    case 'exception':
      return { kind: 'deliver', address, vector: happening.vector, errorCode: happening.errorCode };
    case 'halted':
      return { kind: 'sleep' };
    case 'end':
      return { kind: 'end' };
  }
}

/** Instructions for as long as nothing else happens; one that faults is left for `stepAlone`. */
export function runAlone(run: GuestRun, most: number, payer: Payer): number {
  const { guest } = run;
  const before = guest.retired;
  const last = before + most;
  let cycles = 0;
  try {
    while (guest.retired < last && isQuiet(guest) && clockOf(guest) < guest.devices.nextEvent) {
      const instruction = fetch(guest);
      execute(guest, instruction);
      cycles += payer.price(run, instruction.opcode);
    }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
  }
  run.instructions += guest.retired - before;
  run.events += guest.retired - before;
  spend(run, payer.who, cycles);
  return guest.retired - before;
}
