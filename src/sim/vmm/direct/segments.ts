import { type Descriptor, findDescriptor, segmentOf } from '../../x86/cpu/descriptors.ts';
import { CS, type Segment, SS } from '../../x86/cpu/state.ts';
import type { Machine } from '../../x86/machine.ts';
import { MONITOR_BASE } from './layout.ts';
import type { Real, Ring } from './real.ts';

const DPL = 3 << 5;
const EXPAND_DOWN = 0b1100;

/** The level at which code of this virtual level really runs. */
export const ringOf = (ring: Ring, level: number): number => Math.max(level, ring);

/** The segment as the processor is given it: no inner privilege, and no byte of the monitor's. */
export function deprivilege({ ring, limits }: Real, segment: Segment, register: number, level: number): Segment {
  const { selector, base, limit, access } = segment;
  if (access === 0) return segment;
  const dpl = Math.max((access & DPL) >>> 5, ring);
  const carriesLevel = register === CS || register === SS;
  const cut = limits && (access & EXPAND_DOWN) !== 0b0100 && base < MONITOR_BASE;
  return {
    selector: carriesLevel ? (selector & ~3) | ringOf(ring, level) : selector,
    base,
    limit: cut ? Math.min(limit, MONITOR_BASE - 1 - base) : limit,
    access: (access & ~DPL) | (dpl << 5),
  };
}

/** What the guest believes of a segment register that it has just loaded without the monitor: its own descriptor, and its own level in CS and SS. */
export function believed(guest: Machine, loaded: Segment, register: number, level: number): Segment {
  if (loaded.access === 0) return loaded;
  const selector = register === CS || register === SS ? (loaded.selector & ~3) | level : loaded.selector;
  const descriptor = descriptorOf(guest, selector);
  return descriptor ? segmentOf(descriptor, selector) : { ...loaded, selector };
}

/** The guest's own descriptor, where its tables still map it. */
function descriptorOf(guest: Machine, selector: number): Descriptor | undefined {
  const { cr2 } = guest.cpu;
  try {
    return findDescriptor(guest, selector);
  } catch {
    guest.cpu.cr2 = cr2;
    return undefined;
  }
}
