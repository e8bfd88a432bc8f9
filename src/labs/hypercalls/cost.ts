import type { State } from './model.ts';
import { vmmOf } from './model.ts';

/** Cycles that 1000 updates take the hypervisor at the rate of those made; undefined before the first. */
export function perThousand(state: State): number | undefined {
  const { updates, refused } = vmmOf(state).tally;
  const done = updates + refused;
  return done === 0 ? undefined : Math.round((state.updating.cycles * 1000) / done);
}
