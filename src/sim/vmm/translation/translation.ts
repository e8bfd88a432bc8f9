import { UMIP } from '../../x86/cpu/state.ts';
import { toReal } from '../direct/carry.ts';
import { enterGuest } from '../direct/enterGuest.ts';
import { mirrorGdt } from '../direct/mirror.ts';
import type { Outer } from '../direct/outer.ts';
import { forkReal, makeReal } from '../direct/real.ts';
import { flushShadow } from '../direct/shadow.ts';
import type { Monitor } from '../monitor.ts';
import type { Block } from './block.ts';
import { handle } from './handle.ts';
import { runGuest } from './runGuest.ts';

/** A monitor that never lets the guest's kernel run: it runs what it has made of it. User code runs directly. */
export interface Translation extends Outer {
  readonly kind: 'binary-translation';
  /** Translated blocks by the linear address of their source, oldest first. */
  readonly cache: Map<number, Block>;
  /** Why a block is in the cache no more, by its address, until it is translated again. */
  readonly gone: Map<number, Dropped>;
  /** Where the processor is in the cache: a block, and which piece comes next. */
  at: { readonly block: number; readonly piece: number } | undefined;
  /** The block before, to be chained to the next. */
  from: number | undefined;
  /** Stores that faulted on watched pages, and how often: twice, and they are translated anew. */
  readonly faulting: Map<number, number>;
  readonly adapted: Set<number>;
  readonly tally: Tally;
}

/** A block is dropped because its source was written to, or for want of room. */
export type Dropped = 'stale' | 'evicted';

/** What the translator has counted. */
export interface Tally {
  translated: number;
  /** Instructions translated, and of them those that came out the same. */
  instructions: number;
  ident: number;
  hits: number;
  chained: number;
  callouts: number;
  inCache: number;
  /** Blocks dropped, by why; and translations of a block that had been dropped for want of room. */
  stale: number;
  evicted: number;
  again: number;
}

const nothing: Tally = {
  translated: 0,
  instructions: 0,
  ident: 0,
  hits: 0,
  chained: 0,
  callouts: 0,
  inCache: 0,
  stale: 0,
  evicted: 0,
  again: 0,
};

/** Adams and Agesen 2006, section 3: "a software VMM". */
export const translation: Monitor<Translation> = {
  hasTwin: true,
  start(guest, { segmentLimits }) {
    // Segment loads of the kernel are callouts, and user code cannot reach the monitor's pages: descriptors keep their limits.
    const real = makeReal(guest, 1, segmentLimits, false);
    // A processor with user-mode instruction prevention: SIDT and its like in user code, which runs directly, trap too.
    real.machine.cpu.cr4 |= UMIP;
    flushShadow(real);
    mirrorGdt(real, guest);
    toReal(real, guest);
    return {
      kind: 'binary-translation',
      real,
      phase: 'guest',
      held: false,
      injected: undefined,
      breached: undefined,
      cache: new Map(),
      gone: new Map(),
      at: undefined,
      from: undefined,
      faulting: new Map(),
      adapted: new Set(),
      tally: { ...nothing },
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
  fork: (vmm, guest) => ({
    ...vmm,
    real: forkReal(vmm.real, guest),
    cache: new Map(vmm.cache),
    gone: new Map(vmm.gone),
    faulting: new Map(vmm.faulting),
    adapted: new Set(vmm.adapted),
    tally: { ...vmm.tally },
  }),
};
