import { fault } from '../../x86/cpu/fault.ts';
import { raise } from '../../x86/cpu/raise.ts';
import { IF } from '../../x86/cpu/state.ts';
import { acknowledgeInterrupt, tickDevices } from '../../x86/devices/devices.ts';
import { clockOf } from '../../x86/machine.ts';
import { deedOf } from '../alone.ts';
import type { Deed } from '../deed.ts';
import { addressOf, makeGuestEvent } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { completed } from '../settle.ts';
import type { Hardware } from './hardware.ts';
import { exitOnViolation, leave } from './leave.ts';
import { TRIPLE_FAULT } from './vmx.ts';

/** A guest whose HLT has exited is not entered before there is an interrupt for it: the monitor blocks the virtual processor. */
function wake({ guest, settings }: GuestRun, vmm: Hardware): boolean {
  if (!settings.controls.hlt) return true;
  tickDevices(guest.devices, clockOf(guest));
  if (!guest.devices.interrupting || (guest.cpu.eflags & IF) === 0) return false;
  vmm.injection = { vector: acknowledgeInterrupt(guest.devices), errorCode: undefined, cause: 'external' };
  return true;
}

function sleep(run: GuestRun): Deed {
  const address = addressOf(run.guest);
  return deedOf(makeGuestEvent(run), address, 'direct');
}

/**
 * VM entry: SDM vol. 3C, "Event Injection". The event is delivered through the
 * guest's own IDT; where that meets a page that the EPT lacks, the processor exits again and the event waits.
 */
export function enterGuest(run: GuestRun, vmm: Hardware): Deed {
  const { guest } = run;
  if (guest.cpu.halted && vmm.injection === undefined && !wake(run, vmm)) return sleep(run);
  const address = addressOf(guest);
  vmm.phase = 'guest';
  const event = vmm.injection;
  if (!event) return { kind: 'enter', address, inject: undefined };
  const { halted } = guest.cpu;
  try {
    guest.cpu.halted = false;
    if (!raise(guest, fault(event.vector, event.errorCode), event.cause)) return leave(run, vmm, TRIPLE_FAULT);
  } catch (thrown) {
    guest.cpu.halted = halted;
    return exitOnViolation(run, vmm, thrown);
  }
  vmm.injection = undefined;
  completed(run, address);
  return { kind: 'enter', address: addressOf(guest), inject: event.vector };
}
