import { handledBy } from '#sim/vmm/hardware/handledBy.ts';
import type { Hardware } from '#sim/vmm/hardware/hardware.ts';
import type { GuestRun } from '#sim/vmm/run.ts';

/** The processor's state as a pair: mode and ring. */
export interface Cell {
  readonly mode: 'root' | 'non-root';
  readonly ring: number;
}

const kvm: Cell = { mode: 'root', ring: 0 };
const qemu: Cell = { mode: 'root', ring: 3 };

/** Where the processor is after the run's last deed. The VMCS still tells who handled the last exit. */
export function cellOf({ deed, guest, vmm }: GuestRun): Cell {
  const { phase, exit } = vmm as Hardware;
  const inGuest: Cell = { mode: 'non-root', ring: guest.cpu.cpl };
  switch (deed.kind) {
    case 'boot':
    case 'leave':
      return kvm;
    case 'handle':
      return exit && handledBy(exit) === 'qemu' ? qemu : kvm;
    case 'sleep':
      return phase === 'entering' ? kvm : inGuest;
    case 'end':
      return phase === 'guest' ? inGuest : kvm;
    case 'run':
    case 'deliver':
    case 'enter':
    case 'translate':
      return inGuest;
  }
}

export const cellName = ({ mode, ring }: Cell): string => `${mode} ${ring}`;
export const sameCell = (a: Cell, b: Cell): boolean => a.mode === b.mode && a.ring === b.ring;
