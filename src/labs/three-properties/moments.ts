import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments = {
  start: {},
  'first-direct': { at: '2' },
  /** A’s twentieth instruction is its first sensitive one. */
  'before-trap': { at: '20' },
  'first-trap': { at: '21' },
  'first-switch': { at: '23' },
  end: { at: '644' },
  weighted: { weights: '3 2 1', at: '645' },
  emulator: { efficiency: 'false', at: '60' },
  'ported-out': { equivalence: 'false', at: '21' },
  ported: { equivalence: 'false', at: '829' },
  'language-vm': { equivalence: 'false', efficiency: 'false', sensitive: '30', at: '60' },
  'timer-asked': { control: 'false', moves: '5 timer.A', at: '6' },
  'timer-taken': { control: 'false', moves: '5 timer.A', at: '7' },
  starved: { control: 'false', moves: '5 timer.A', at: '150' },
  'timer-refused': { moves: '5 timer.A', at: '7' },
  'wild-asked': { moves: '5 wild.A', at: '6' },
  'wild-caught': { moves: '5 wild.A', at: '7' },
  'wild-done': { control: 'false', moves: '5 wild.A', at: '7' },
  'too-sensitive': { sensitive: '70', at: '151' },
  /** An interpreter would have been faster. */
  'dear-traps': { sensitive: '30', trapCost: '200', at: '17' },
} as const satisfies Readonly<Record<string, Link>>;
