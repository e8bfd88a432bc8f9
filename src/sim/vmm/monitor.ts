import type { Machine } from '../x86/machine.ts';
import type { Deed } from './deed.ts';
import type { GuestRun } from './run.ts';
import type { Settings } from './technique.ts';
import type { Vmm } from './vmm.ts';

/** A technique: what it keeps beside the guest, and how it takes the guest one step further. */
export interface Monitor<V extends Vmm = Vmm> {
  /** Whether its guest is held against a twin on bare metal: not where it is that itself, the same code interpreted, or a kernel that was changed. */
  readonly hasTwin: boolean;
  /** What it begins with. It may change the guest's machine, which has just been booted. */
  start(guest: Machine, settings: Settings): V;
  /** One deed. It changes the run in place, and says `completed` after each guest event. */
  step(run: GuestRun & { readonly vmm: V }): Deed;
  /**
   * Up to so many steps in which the guest merely runs, made faster than one by one and to the same state; how many they
   * were. The step after them is always made by `step`, so what the deed was need not be said.
   */
  runQuietly?(run: GuestRun & { readonly vmm: V }, most: number): number;
  /** A copy that can be changed on its own, for a fork of the guest's machine. */
  fork(vmm: V, guest: Machine): V;
}
