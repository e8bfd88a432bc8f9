import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments = {
  start: {},
  'first-guest-entry': { at: '5' },
  nine: { at: '9' },
  inspect: { moves: '9 inspect.e1.g3', at: '10' },
  complete: { at: '24' },
  byte: { at: '25' },
  'huge-both': { guestPage: '2M', eptPage: '2M', at: '16' },
  'five-by-five': { guestLevels: '5', eptLevels: '5', at: '36' },
  'guest-fault': { obstacle: 'guestNotPresent', at: '20' },
  'guest-read-only-write': { obstacle: 'guestReadOnly', access: 'write', at: '20' },
  'ept-violation': { obstacle: 'eptNotPresent', at: '24' },
  'ept-read-only-write': { obstacle: 'eptReadOnly', access: 'write', at: '24' },
  /** W without R: the entry itself is illegal. */
  misconfiguration: { obstacle: 'eptNotPresent', moves: '24 inspect.e1.data flip.e1.data.1', at: '50' },
  /** All guest entries are marked accessed by the first walk; then the PML4's page is made read-only. */
  'ad-write': { eptAD: 'true', moves: '25 inspect.e1.g4 flip.e1.g4.1', at: '31' },
  'not-canonical': { address: '0x8000 0000 0000', at: '1' },
  native: { paging: 'native', at: '5' },
} as const satisfies Readonly<Record<string, Link>>;
