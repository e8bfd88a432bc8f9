import { translate } from '../../x86/cpu/paging.ts';
import { READ, WRITE } from '../../x86/cpu/tlb.ts';
import type { Happening } from '../../x86/stepMachine.ts';
import { makeGuestEvent } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { mirrorGdt } from './mirror.ts';
import type { Real } from './real.ts';
import { dropEntry, type FaultCause, flushShadow, resetShadow, serveFault } from './shadow.ts';

/**
 * The monitor carries out the guest's next instruction, or what is due to it, on the
 * machine that the guest believes in, and brings its own tables into line. `toReal` is left to the entry.
 */
export function emulate(run: GuestRun, real: Real): Happening {
  const { guest } = run;
  const { cr0, cr3, cr4, cpl } = guest.cpu;
  const happening = makeGuestEvent(run);
  const { cpu } = guest;
  if (cpu.cr0 !== cr0 || cpu.cr3 !== cr3 || cpu.cr4 !== cr4) resetShadow(real);
  else if (real.ring === 3 && cpu.cpl !== cpl) flushShadow(real);
  mirrorGdt(real, guest);
  return happening;
}

/** A store into one of the guest's page tables, carried out for it; the shadow forgets the entry. */
export function emulateStore(run: GuestRun, real: Real, linear: number): Happening {
  const physical = translate(run.guest, linear, WRITE, userOf(run));
  const happening = emulate(run, real);
  dropEntry(real, physical);
  return happening;
}

const userOf = ({ guest }: GuestRun): number => (guest.cpu.cpl === 3 ? 1 : 0);

/** What a page fault of the processor was about, and what the guest has done of it if it was not the monitor's own affair. */
export interface ServedFault {
  readonly cause: FaultCause;
  readonly linear: number;
  /** Undefined where the shadow was filled and the guest knows of nothing. */
  readonly happening: Happening | undefined;
}

/** A #PF with this error code, in a guest that runs on the processor in an outer ring. */
export function servePageFault(run: GuestRun, real: Real, errorCode: number): ServedFault {
  const linear = real.machine.cpu.cr2;
  const cause = serveFault(real, run.guest, linear, (errorCode & 2) !== 0 ? WRITE : READ, userOf(run));
  if (cause === 'hidden') return { cause, linear, happening: undefined };
  return { cause, linear, happening: cause === 'traced' ? emulateStore(run, real, linear) : emulate(run, real) };
}
