import { stepMachine } from '../x86/stepMachine.ts';
import { lineAt } from './lineAt.ts';
import { differenceOf } from './lockstep.ts';
import type { GuestRun } from './run.ts';

/**
 * A guest event is complete: an instruction, the delivery of an interrupt or
 * exception, a sleep. The twin on bare metal makes its own, and the two are compared. `address` is
 * the linear address of the instruction at which it happened.
 */
export function completed(run: GuestRun, address: number): void {
  run.events++;
  if (!run.twin || run.divergence) return;
  stepMachine(run.twin);
  const difference = differenceOf(run.guest, run.twin);
  if (!difference) return;
  const line = lineAt(run.program, address);
  run.divergence = { address, line: line?.line ?? 0, instruction: line?.text ?? '', ...difference };
  if (run.settings.stopAtDivergence) run.end = 'diverged';
}

/** One more crossing for this reason. */
export const count = ({ crossings }: GuestRun, reason: string): void => {
  crossings.set(reason, (crossings.get(reason) ?? 0) + 1);
};

/** Adds cycles to what the guest or the monitor has spent. */
export function spend(run: GuestRun, who: 'guest' | 'vmm', cycles: number): void {
  run.cycles[who] += cycles;
}
