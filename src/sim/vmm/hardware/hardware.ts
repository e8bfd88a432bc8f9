import type { Crossing } from '../deed.ts';
import { forkReal, makeReal, type Real } from '../direct/real.ts';
import { flushShadow } from '../direct/shadow.ts';
import type { Monitor } from '../monitor.ts';
import { enterGuest } from './enterGuest.ts';
import { type Ept, emptyEpt, secondLevel } from './ept.ts';
import { type GuestState, guestStateOf } from './guestState.ts';
import { handle } from './handle.ts';
import { runGuest } from './runGuest.ts';

/** A processor with VT-x: the guest runs in non-root mode, in its own rings. */
export interface Hardware {
  readonly kind: 'hardware';
  /** The processor's mode: the guest runs in non-root mode, the monitor in root mode. */
  phase: 'guest' | 'handling' | 'entering';
  /** What the EPT maps; without EPT the shadow tables are what the processor walks. */
  readonly ept: Ept;
  readonly real: Real;
  /** The VM-entry interruption-information field: an event that the next entry delivers. */
  injection: Injection | undefined;
  /** Whether the monitor has taken the real interrupt that the guest's PIC now asks for, and waits until the guest can take it. */
  held: boolean;
  /** An interrupt on the real INTR line that is the host's affair: its vector. */
  hostInterrupt: number | undefined;
  /** The VM-exit information fields: the last exit's. They stay through the next entry. */
  exit: Crossing | undefined;
  /** The guest-state area: written by the processor at each exit, and by the monitor. While the guest runs it is out of date. */
  saved: GuestState;
  readonly tally: Tally;
}

/** Exits by who handled them, and guest instructions that the monitor completed in the guest's stead. */
export interface Tally {
  kvm: number;
  qemu: number;
  emulated: number;
}

export interface Injection {
  readonly vector: number;
  readonly errorCode: number | undefined;
  readonly cause: 'fault' | 'external';
}

/** Root and non-root mode: whatever the VMCS does not ask for, the guest does by itself. */
export const hardware: Monitor<Hardware> = {
  hasTwin: true,
  start(guest, { controls }) {
    const ept = emptyEpt();
    if (controls.ept) guest.second = secondLevel(ept);
    const real = makeReal(guest, 0, false);
    flushShadow(real);
    return {
      kind: 'hardware',
      phase: 'guest',
      ept,
      real,
      injection: undefined,
      held: false,
      hostInterrupt: undefined,
      exit: undefined,
      saved: guestStateOf(guest.cpu),
      tally: { kvm: 0, qemu: 0, emulated: 0 },
    };
  },
  step(run) {
    switch (run.vmm.phase) {
      case 'guest':
        return runGuest(run, run.vmm);
      case 'handling':
        return handle(run, run.vmm);
      case 'entering':
        return enterGuest(run, run.vmm);
    }
  },
  fork(vmm, guest) {
    if (!guest.second) return { ...vmm, real: forkReal(vmm.real, guest), tally: { ...vmm.tally } };
    // Under EPT nobody walks the shadow tables, and nobody changes them.
    const ept = vmm.ept.slice();
    guest.second = secondLevel(ept);
    return { ...vmm, ept, tally: { ...vmm.tally } };
  },
};
