import { interruptHandler } from './emulatedNic.ts';
import { handleQueueInterrupt } from './frontend.ts';
import { count, doNext, guestAt, isParavirtual, type Machine, withGuest } from './machine.ts';
import type { Op, Queue } from './op.ts';

/**
 * An interrupt for a guest that is running. Posted, the processor delivers it
 * by itself (Intel SDM vol. 3C, "Posted-Interrupt Processing"); otherwise the
 * guest is left for it, and left again when its handler writes EOI.
 */
export function interruptGuest(machine: Machine, guest: number, queue: Queue): Machine {
  if (machine.setup.posted) return takeInterrupt(machine, guest, queue);
  return doNext(count(machine, { exits: 1 }), [{ do: 'enterWith', guest, queue }]);
}

/** The guest's handler begins. */
export function takeInterrupt(machine: Machine, guest: number, queue: Queue): Machine {
  const counted = count(machine, { interrupts: 1 });
  const ending = doNext(counted, endOfInterrupt(machine, guest));
  return isParavirtual(machine.setup)
    ? handleQueueInterrupt(ending, guest, queue)
    : doNext(ending, [{ do: 'reap', guest, queue }]);
}

const endOfInterrupt = ({ setup }: Machine, guest: number): readonly Op[] =>
  setup.posted ? [] : [{ do: 'eoi', guest }];

/** The handler's last write: with a virtual APIC it stays in the guest, without one it exits. */
export const endInterrupt = (machine: Machine, guest: number): Machine =>
  doNext(count(machine, { exits: 1 }), [{ do: 'resume', guest }]);

/** VM entry. An interrupt that an emulated device raised meanwhile is injected by it, at no exit of its own. */
export function resumeGuest(machine: Machine, id: number): Machine {
  if (!guestAt(machine, id).pending) return machine;
  const taken = count(withGuest(machine, id, { pending: false }), { interrupts: 1 });
  const handler = machine.setup.request === 'read' ? [] : interruptHandler(machine, id);
  return doNext(taken, [...handler, ...endOfInterrupt(machine, id)]);
}
