import type { Crossing, Deed } from '../deed.ts';
import type { GuestRun } from '../run.ts';
import { MONITOR_BASE } from './layout.ts';
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
  /** Where the guest has written to the monitor's own memory, if it has: without segment limits nothing stops a kernel in ring 1. */
  breached: number | undefined;
}

/** Notes it if the instruction that the guest has just run stored into the monitor. `before` is the hash of stores until then. */
export function noteBreach(vmm: Outer, before: number): void {
  const { stores, lastStoredAt } = vmm.real.machine;
  if (vmm.breached === undefined && stores !== before && lastStoredAt >= MONITOR_BASE) vmm.breached = lastStoredAt;
}

/** The processor goes to the monitor; it is counted when the monitor knows what it is about. */
export function leave(run: GuestRun, vmm: Outer, crossing: Crossing): Deed {
  run.pending = crossing;
  vmm.phase = 'handling';
  return { kind: 'leave', ...crossing };
}
