import { forkMachine } from '../x86/machine.ts';
import type { Program } from '../x86/program.ts';
import { stepMachine } from '../x86/stepMachine.ts';
import { bare } from './bare.ts';
import type { GuestRun } from './run.ts';
import { startRun } from './startRun.ts';
import { advanceRun } from './stepRun.ts';

/** What can be seen of a run from outside: its serial bytes and its end. */
export interface Outcome {
  readonly serial: string;
  readonly end: string | undefined;
  readonly detail: string | number | undefined;
}

export const outcomeOf = ({ guest, end, endDetail }: GuestRun): Outcome => ({
  serial: guest.devices.uart.sent,
  end,
  detail: end === 'debug-exit' ? endDetail : undefined,
});

/** What a program comes to on bare metal, within so many steps. */
export const bareOutcome = (program: Program, settings: GuestRun['settings'], most: number): Outcome =>
  outcomeOf(advanceRun(startRun(program, settings, bare), most).run);

/**
 * Whether the twin on bare metal, which has made every event with the guest, stands where the guest
 * stands: nothing differed, the same bytes were sent, and if the guest has ended the twin ends too, in the same way.
 */
export function isEquivalent(run: GuestRun): boolean {
  const { twin, divergence, guest, end } = run;
  if (!twin) return true;
  if (divergence || twin.devices.uart.sent !== guest.devices.uart.sent) return false;
  if (end === undefined) return true;
  const last = stepMachine(forkMachine(twin));
  return last.kind === 'end' && last.why === end && (last.why !== 'debug-exit' || last.code === run.endDetail);
}
