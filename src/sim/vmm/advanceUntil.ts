import type { GuestRun } from './run.ts';
import { forkRun } from './startRun.ts';

/**
 * The run further by deeds, until `isThere` says so of the run after one, it has
 * ended, or so many were made. The very same run where it had ended before.
 */
export function advanceUntil(run: GuestRun, isThere: (run: GuestRun) => boolean, most: number): GuestRun {
  if (run.end !== undefined) return run;
  const next = forkRun(run);
  for (let made = 0; made < most && next.end === undefined; made++) {
    next.deed = run.monitor.step(next);
    if (isThere(next)) break;
  }
  return next;
}
