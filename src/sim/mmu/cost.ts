import { type Counts, countExits } from './counts.ts';

/** What things cost, in cycles. The reader may change the first two. */
export interface Prices {
  /** Leaving the guest, the VMM's handler, and entering it again. */
  readonly exit: number;
  /** Reading one entry of a table in a walk. */
  readonly reference: number;
}

/** Finding a frame for a page on demand. Assumed: no source. With an exit of 2,000 it makes an EPT violation of 4,000. */
export const SUPPLY = 2000;
/** The processor delivers a page fault to the kernel: 1,093 on a Pentium 4 (Adams and Agesen 2006), 1,000 assumed since. */
export const DELIVERY = 1000;

export interface Bill {
  /** Paid by the processor's walks, the guest's kernel, and the VMM. */
  readonly hardware: number;
  readonly kernel: number;
  readonly vmm: number;
}

/** Who pays for what was counted. A TLB hit is free: it costs the same under all three. */
export const billOf = (counts: Counts, { exit, reference }: Prices): Bill => ({
  hardware: counts.references * reference,
  kernel: counts.delivered * DELIVERY,
  vmm: countExits(counts) * exit + counts.supplied * SUPPLY,
});

export const sumOf = ({ hardware, kernel, vmm }: Bill): number => hardware + kernel + vmm;
