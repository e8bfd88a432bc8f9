import { clockOf } from '../../x86/machine.ts';
import type { Deed } from '../deed.ts';
import { addressOf } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { completed } from '../settle.ts';
import { bounce } from './bounce.ts';
import { setTimerEvent, wantsUpcall } from './events.ts';
import type { Paravirtual } from './state.ts';

/** Back to the guest; into its event handler first, if an event waits and is not masked. */
export function enterGuest(run: GuestRun, vmm: Paravirtual): Deed {
  const { guest } = run;
  const { callback } = vmm;
  vmm.phase = 'guest';
  const inject = vmm.injected;
  const address = addressOf(guest);
  if (!callback || !wantsUpcall(guest)) return { kind: 'enter', address, inject };
  vmm.tally.upcalls++;
  completed(run, address);
  if (!bounce(guest, callback, undefined, true)) run.end = 'triple-fault';
  return { kind: 'enter', address: addressOf(guest), inject, upcall: true };
}

/** SCHEDOP_block: time passes until the timer event. Without one nothing will ever wake the guest. */
export function sleep(run: GuestRun, vmm: Paravirtual): Deed {
  const { guest } = run;
  if (wantsUpcall(guest)) return enterGuest(run, vmm);
  if (vmm.timerAt === Number.POSITIVE_INFINITY) {
    run.end = 'halted';
    return { kind: 'end' };
  }
  guest.skipped += Math.max(0, vmm.timerAt - clockOf(guest));
  vmm.timerAt = Number.POSITIVE_INFINITY;
  setTimerEvent(guest);
  vmm.phase = 'entering';
  completed(run, addressOf(guest));
  return { kind: 'sleep' };
}
