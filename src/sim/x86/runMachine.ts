import { isFault } from './cpu/fault.ts';
import { fetch } from './cpu/fetch.ts';
import { IF, RF, TF } from './cpu/state.ts';
import { clockOf, type Machine } from './machine.ts';
import { type End, stepMachine } from './stepMachine.ts';

/** Runs for so many steps at most, of `stepMachine` or as good as. Tells how many were made, and how the program ended if it did. */
export function runMachine(machine: Machine, most: number): { readonly made: number; readonly end?: End } {
  let made = 0;
  while (made < most) {
    made += runQuietly(machine, most - made);
    if (made === most) break;
    const happening = stepMachine(machine);
    made++;
    if (happening.kind === 'end') return { made, end: happening };
  }
  return { made };
}

/** Whether the next step can only be an instruction. */
export function isQuiet({ cpu, devices }: Machine): boolean {
  return !cpu.halted && (cpu.eflags & TF) === 0 && !(devices.interrupting && (cpu.eflags & IF) !== 0);
}

/**
 * Instructions for as long as nothing else happens. One that faults is put
 * back, and `stepMachine` meets the fault again: an instruction that faults has done nothing.
 */
function runQuietly(machine: Machine, most: number): number {
  const { cpu, devices } = machine;
  const before = machine.retired;
  const last = before + most;
  let { eip } = cpu;
  try {
    while (machine.retired < last && isQuiet(machine) && clockOf(machine) < devices.nextEvent) {
      eip = cpu.eip;
      const instruction = fetch(machine);
      cpu.eip = (eip + instruction.length) >>> 0;
      cpu.eflags &= ~RF;
      cpu.shadowed = false;
      instruction.execute(machine, instruction);
      machine.retired++;
    }
  } catch (thrown) {
    cpu.eip = eip;
    if (!isFault(thrown)) throw thrown;
  }
  return machine.retired - before;
}
