import type { Text } from '#kit/text.ts';

/** What checking a source's sentence came to. A vendor's figure is neither right nor wrong: it is an advertisement. */
export type Verdict = 'holds' | 'outdated' | 'imprecise' | 'wrong' | 'vendor-figure';

/** A sentence of one of the five source documents, and what is to be said about it. */
export interface Claim {
  /** Its id in the ledger of claims, where all of them are judged. */
  readonly id: string;
  readonly document: 1 | 2 | 3 | 4 | 5;
  /** The source's own words, in Chinese as it has them: one sentence or less. */
  readonly quote: string;
  readonly claim: Text;
  readonly verdict: Verdict;
  readonly why: Text;
  /** Titles, not section numbers: numbers move between editions. */
  readonly references: readonly string[];
}
export type Claims = readonly Claim[];
