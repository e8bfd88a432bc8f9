import { CS } from '../x86/cpu/state.ts';
import type { Machine } from '../x86/machine.ts';
import { type Happening, stepMachine } from '../x86/stepMachine.ts';
import type { GuestRun } from './run.ts';
import { completed } from './settle.ts';

/** The linear address of the next instruction. */
export const addressOf = ({ cpu }: Machine): number => ((cpu.segments[CS]?.base ?? 0) + cpu.eip) >>> 0;

/**
 * One event of the guest on the machine that it believes in: an instruction, an interrupt or exception, a wait, or its
 * end. So does an interpreter run a guest, and so does a monitor emulate one instruction.
 */
export function makeGuestEvent(run: GuestRun): Happening {
  const address = addressOf(run.guest);
  const happening = stepMachine(run.guest);
  if (happening.kind === 'end') {
    run.end = happening.why;
    run.endDetail = happening.why === 'debug-exit' ? happening.code : undefined;
    return happening;
  }
  if (happening.kind === 'retired') run.instructions++;
  completed(run, address);
  return happening;
}
