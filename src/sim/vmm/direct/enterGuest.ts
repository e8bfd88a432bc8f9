import type { Deed } from '../deed.ts';
import { addressOf } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { toReal } from './carry.ts';
import type { Outer } from './outer.ts';

/** The processor goes back to the guest, in its outer ring. */
export function enterGuest(run: GuestRun, vmm: Outer): Deed {
  toReal(vmm.real, run.guest);
  vmm.phase = 'guest';
  return { kind: 'enter', address: addressOf(run.guest), inject: vmm.injected };
}
