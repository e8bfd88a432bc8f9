import type { Crossing, Deed } from '../deed.ts';
import { addressOf } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { isEptViolation } from './ept.ts';
import { guestStateOf } from './guestState.ts';
import type { Hardware } from './hardware.ts';
import { EPT_VIOLATION, reasonOf } from './vmx.ts';

/** A VM exit: its reason and qualification go to the VMCS, and the processor to root mode. */
export function leave(
  run: GuestRun,
  vmm: Hardware,
  exitReason: number,
  detail: Pick<Crossing, 'qualification' | 'vector' | 'errorCode' | 'physical'> = {},
): Deed {
  const crossing: Crossing = { address: addressOf(run.guest), reason: reasonOf(exitReason), exitReason, ...detail };
  run.pending = crossing;
  vmm.exit = crossing;
  vmm.saved = guestStateOf(run.guest.cpu);
  vmm.phase = 'handling';
  return { kind: 'leave', ...crossing };
}

/** Whatever else comes out of the processor is an EPT violation. The exit happens as if the instruction had not begun. */
export function exitOnViolation(run: GuestRun, vmm: Hardware, thrown: unknown): Deed {
  if (!isEptViolation(thrown)) throw thrown;
  const { qualification, physical } = thrown;
  return leave(run, vmm, EPT_VIOLATION, { qualification, physical });
}
