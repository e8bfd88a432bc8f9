import { toReal } from '../direct/carry.ts';
import { enterGuest } from '../direct/enterGuest.ts';
import { mirrorGdt } from '../direct/mirror.ts';
import type { Outer } from '../direct/outer.ts';
import { forkReal, makeReal } from '../direct/real.ts';
import { beforeInstruction, runDirectly } from '../direct/runDirectly.ts';
import { flushShadow } from '../direct/shadow.ts';
import type { Monitor } from '../monitor.ts';
import { handle } from './handle.ts';

/** Trap and emulate on a processor that was not made for it. */
export interface Deprivileged extends Outer {
  readonly kind: 'deprivileged';
  /** Whether the interrupt taken last came while the guest's virtual IF was 0. One that is held may also have come right behind STI. */
  masked: boolean;
}

/**
 * Goldberg's classic: the guest's kernel runs in an outer ring, and whatever traps
 * there is emulated. On this processor not everything does that should
 * (Robin and Irvine 2000), and nothing here makes up for it.
 */
export const deprivileged: Monitor<Deprivileged> = {
  hasTwin: true,
  start(guest, { kernelRing, segmentLimits }) {
    const real = makeReal(guest, kernelRing, segmentLimits);
    flushShadow(real);
    mirrorGdt(real, guest);
    toReal(real, guest);
    const nothing = { held: false, masked: false, injected: undefined, breached: undefined };
    return { kind: 'deprivileged', real, phase: 'guest', ...nothing };
  },
  step(run) {
    switch (run.vmm.phase) {
      case 'guest':
        return beforeInstruction(run, run.vmm) ?? runDirectly(run, run.vmm);
      case 'handling':
        return handle(run, run.vmm);
      case 'entering':
        return enterGuest(run, run.vmm);
    }
  },
  fork: (vmm, guest) => ({ ...vmm, real: forkReal(vmm.real, guest) }),
};
