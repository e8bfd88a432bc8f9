import { CS, IF, IOPL, SS } from '../../x86/cpu/state.ts';
import type { Machine } from '../../x86/machine.ts';
import type { Real } from './real.ts';
import { believed, deprivilege, ringOf } from './segments.ts';

/** Flags that the guest only believes it has. */
const VIRTUAL = IF | IOPL;

/** Takes what the guest believes over to the processor, before the guest runs on it. */
export function toReal(real: Real, guest: Machine): void {
  const { cpu } = real.machine;
  const level = guest.cpu.cpl;
  cpu.cpl = ringOf(real.ring, level);
  cpu.eip = guest.cpu.eip;
  cpu.eflags = (guest.cpu.eflags & ~VIRTUAL) | IF;
  cpu.shadowed = guest.cpu.shadowed;
  for (const [register, segment] of guest.cpu.segments.entries()) {
    const harmless = deprivilege(real, segment, register, level);
    cpu.segments[register] = harmless;
    real.loaded[register] = harmless;
  }
  real.machine.retired = guest.retired;
  real.machine.skipped = guest.skipped;
  real.machine.stores = guest.stores;
  real.machine.lastStored = guest.lastStored;
}

/**
 * Takes over what the guest has done to the processor by itself. The general
 * registers are shared; IF and IOPL are the guest's belief and stay; its level
 * follows from the real one, unless kernel and user share ring 3.
 */
export function toGuest(real: Real, guest: Machine): void {
  const { cpu } = real.machine;
  if (real.ring !== 3) guest.cpu.cpl = cpu.cpl === real.ring ? 0 : cpu.cpl;
  guest.cpu.eip = cpu.eip;
  guest.cpu.eflags = (cpu.eflags & ~VIRTUAL) | (guest.cpu.eflags & VIRTUAL);
  guest.cpu.shadowed = cpu.shadowed;
  guest.stores = real.machine.stores;
  guest.lastStored = real.machine.lastStored;
  takeSegments(real, guest);
}

function takeSegments({ machine, loaded }: Real, guest: Machine): void {
  for (const register of [CS, SS, 0, 3, 4, 5]) {
    const segment = machine.cpu.segments[register];
    if (!segment || segment === loaded[register]) continue;
    loaded[register] = segment;
    guest.cpu.segments[register] = believed(guest, segment, register, guest.cpu.cpl);
  }
}
