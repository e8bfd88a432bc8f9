import type { Crossing, Deed } from '../deed.ts';
import type { GuestRun } from '../run.ts';
import type { Real } from './real.ts';

/** What every monitor keeps that lets a guest run directly in an outer ring. */
export interface Outer {
  readonly real: Real;
  /** Who has the processor. */
  phase: 'guest' | 'handling' | 'entering';
  /** Whether the monitor has already taken the interrupt that is waiting: it holds it until the guest's virtual IF is 1. */
  held: boolean;
  /** The vector whose handler the guest finds itself in when it goes on. */
  injected: number | undefined;
}

/** The processor goes to the monitor; it is counted when the monitor knows what it is about. */
export function leave(run: GuestRun, vmm: Outer, crossing: Crossing): Deed {
  run.pending = crossing;
  vmm.phase = 'handling';
  return { kind: 'leave', ...crossing };
}
