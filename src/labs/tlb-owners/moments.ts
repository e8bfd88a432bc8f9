import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments = {
  start: {},
  'first-miss': { at: '2' },
  'first-hit': { at: '6' },
  /** The guest’s four translations are gone at its first VM exit. */
  'untagged-exit': { at: '10' },
  'untagged-entry': { at: '15' },
  'untagged-end': { at: '247' },
  'tagged-exit': { tags: 'true', at: '10' },
  /** A, B and the host have entries at once. */
  'tagged-switch': { tags: 'true', at: '44' },
  'tagged-end': { tags: 'true', at: '247' },
  'too-large': { tags: 'true', guestPages: '16', slice: '40', exits: '1', at: '307' },
  'cr3-write': { tags: 'true', cr3Writes: '1', at: '20' },
  'pcid-kept': { tags: 'true', pcid: 'true', cr3Writes: '1', at: '20' },
  'look-at-entry': { tags: 'true', moves: '44 entry.1.0', at: '45' },
  stale: { tags: 'true', moves: '10 remap.A 6', at: '17' },
  /** INVVPID empties the TLB of A, and the next walk finds the old EPT mapping in its cache. */
  'invvpid-is-not-enough': { tags: 'true', moves: '10 remap.A invvpid.A 6', at: '18' },
  repaired: { tags: 'true', moves: '10 remap.A 14 invept 6', at: '32' },
} as const satisfies Readonly<Record<string, Link>>;
