import type { Tlb } from '#sim/mmu/tlb.ts';
import type { Params } from './controls.ts';
import type { Deed, GuestName, Owner } from './schedule.ts';

/** Why a translation was not in the TLB. The first five tell a miss; `invalidated` is what the hypervisor asked for itself. */
export const causes = ['cold', 'noRoom', 'exit', 'switch', 'cr3', 'invalidated'] as const;
export type Cause = (typeof causes)[number];

/** An event as it came out. */
export type Told =
  | { readonly kind: 'begin' }
  | {
      readonly kind: 'hit' | 'miss';
      readonly who: Owner;
      readonly page: number;
      readonly frame: number;
      readonly key: number;
      /** Whether it came from a mapping that the hypervisor has since changed. */
      readonly isStale: boolean;
      readonly cause?: Cause | undefined;
      /** Whose entry had to go. */
      readonly out?: Owner | undefined;
    }
  | { readonly kind: 'moved'; readonly deed: Exclude<Deed, { kind: 'access' }>; readonly flushed: number };

export interface State {
  readonly params: Params;
  readonly plan: readonly Deed[];
  /** How many events of the plan have been. */
  readonly at: number;
  readonly running: Owner;
  readonly process: Readonly<Record<GuestName, number>>;
  readonly tlb: Tlb;
  /** Guest-physical mappings that the processor has cached, by `A3`: these outlive every VM entry and exit. */
  readonly eptCache: Readonly<Record<string, number>>;
  /** Guest-physical pages that the hypervisor has put in another frame. */
  readonly moved: Readonly<Record<string, number>>;
  /** Why a translation that was once here is gone. */
  readonly gone: Readonly<Record<string, Cause>>;
  readonly hits: number;
  readonly misses: Readonly<Record<Cause, number>>;
  readonly flushes: number;
  readonly transitions: Readonly<Record<'exits' | 'switches', number>>;
  readonly stale: number;
  /** How each event came out, from the first. */
  readonly outcomes: readonly ('hit' | 'miss' | 'stale' | 'other')[];
  readonly told: Told;
  /** Whether the reader has just chosen an entry to look at, and which, by set and way. */
  readonly looking: boolean;
  readonly picked?: { readonly set: number; readonly way: number } | undefined;
  /** Whether INVEPT has been executed since a mapping was changed, and a fresh one read. */
  readonly repair: 'none' | 'changed' | 'seen-stale' | 'invalidated' | 'fresh';
}

export type TlbMove =
  | readonly ['entry', number, number]
  | readonly ['invvpid' | 'remap', GuestName]
  | readonly ['invept'];
