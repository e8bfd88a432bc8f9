import type { GuestRun } from '#sim/vmm/run.ts';
import { advanceRun, stepRun } from '#sim/vmm/stepRun.ts';
import { isSettled, type State } from './state.ts';

/** So many steps at the end of a leap are made one by one: a trap has three, and the picture shows all of them. */
const LAST = 8;
const hidden = ({ crossings }: GuestRun): number => crossings.get('#PF hidden') ?? 0;

/** Many deeds in one go, to where the guest runs again. What fills the shadow tables is three deeds and no step. Undefined where the end is too near. */
function leap(
  start: GuestRun,
  times: number,
  whole: boolean,
): { readonly run: GuestRun; readonly made: number } | undefined {
  let { run, made } = advanceRun(start, times);
  if (run.end !== undefined) return made > 2 * LAST ? leap(start, made - 2 * LAST, whole) : undefined;
  while (run.end === undefined && !isSettled(run)) {
    run = stepRun(run);
    made++;
  }
  const steps = whole ? run.events - start.events : made - 3 * (hidden(run) - hidden(start));
  return run.end === undefined && steps > 0 ? { run, made: steps } : undefined;
}

/** So many steps, which `step` makes one by one, made faster. */
export function advance(
  step: (state: State) => State,
  state: State,
  times: number,
): { readonly state: State; readonly made: number } {
  let now = state;
  let made = 0;
  while (made < times) {
    const left = times - made - LAST;
    const leapt = left > LAST && !now.foreign ? leap(now.run, left, now.whole) : undefined;
    const next = leapt ? { ...now, run: leapt.run, path: undefined } : step(now);
    if (next === now) break;
    now = next;
    made += leapt?.made ?? 1;
  }
  return { state: now, made };
}
