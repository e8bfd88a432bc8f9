import type { PriceName } from './prices.ts';

/** The six ways to run the same guest, in the order in which the lessons meet them. */
export const techniques = [
  'bare',
  'deprivileged',
  'interpreter',
  'binary-translation',
  'paravirtual',
  'hardware',
] as const;
export type Technique = (typeof techniques)[number];

/** The VM-execution controls that a reader may flip (SDM vol. 3C, "VM-Execution Control Fields"). What is on exits, but for `ept`. */
export interface ExecutionControls {
  /** HLT exiting. */
  readonly hlt: boolean;
  /** CR3-load exiting. Without EPT it is on whatever is said: shadow tables need it. */
  readonly cr3: boolean;
  /** INVLPG exiting; without EPT it is on whatever is said. */
  readonly invlpg: boolean;
  /** All bits of the I/O bitmaps; where it is off, the ports are the guest's own. */
  readonly io: boolean;
  /** Vectors in the exception bitmap; without EPT that of #PF is set whatever is said. */
  readonly exceptions: readonly number[];
  /** External-interrupt exiting. */
  readonly interrupts: boolean;
  /** No MSR bitmap: every RDMSR and WRMSR exits. */
  readonly msr: boolean;
  /** Descriptor-table exiting. */
  readonly tables: boolean;
  /** RDTSC exiting. */
  readonly rdtsc: boolean;
  /** Enable EPT. */
  readonly ept: boolean;
}

/** How a guest is run, whatever the technique: each heeds what concerns it. */
export interface Settings {
  /** The ring of a deprivileged kernel: 1, or 3 as 64-bit mode forces it. */
  readonly kernelRing: 1 | 3;
  readonly controls: ExecutionControls;
  /** Whether segments are cut short below the monitor's memory (deprivileged, binary translation). */
  readonly segmentLimits: boolean;
  /** Translated blocks that the cache holds. */
  readonly cacheBlocks: number;
  /** Whether a store that keeps faulting is translated anew, to a call instead of the store (binary translation). */
  readonly adaptive: boolean;
  /** Whether page-table updates are queued and sent many at a time (paravirtual): `%define BATCH` of the program. */
  readonly batched: boolean;
  /** Whether a run ends where the guest first differs from bare metal. */
  readonly stopAtDivergence: boolean;
  /** Cycles, by name; what is not given is the preset's. */
  readonly prices: Prices;
}

/** What everything costs, in cycles. */
export type Prices = Readonly<Record<PriceName, number>>;
