import type { GuestRun } from './run.ts';
import { forkRun } from './startRun.ts';

/** One deed further, in place. Nothing happens after the end. */
function advanceInPlace(run: GuestRun): void {
  run.deed = run.monitor.step(run);
}

/** The run one deed further: a new one; the very same where it has ended. */
export const stepRun = (run: GuestRun): GuestRun => advanceRun(run, 1).run;

/** The run so many deeds further, or as far as it goes, and how many were made. */
export function advanceRun(run: GuestRun, times: number): { readonly run: GuestRun; readonly made: number } {
  if (run.end !== undefined || times <= 0) return { run, made: 0 };
  const next = forkRun(run);
  let made = 0;
  while (made < times && next.end === undefined) {
    made += run.monitor.runQuietly?.(next, times - made - 1) ?? 0;
    advanceInPlace(next);
    made++;
  }
  return { run: next, made };
}
