import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments = {
  start: {},
  'guest-physical': { at: '1' },
  'host-physical': { at: '2' },
  byte: { at: '3' },
  /** A reads its GPA 0x5000, then B its own. */
  'same-address': { moves: '3 read.B.1 3', at: '7' },
  'kernel-page': { moves: '3 read.A.4 3', at: '7' },
  'guest-fault': { moves: 'unmap.A.1 1', at: '2' },
  'guest-mends': { moves: 'unmap.A.1 2', at: '3' },
  'no-frame': { moves: 'pick.A.5 unback.A.5 2', at: '4' },
  'frame-supplied': { moves: 'pick.A.5 unback.A.5 3', at: '5' },
  /** Even the guest's own table may have no frame. */
  'table-gone': { moves: 'pick.A.4 unback.A.4 1', at: '3' },
  'two-faults': { address: 'B 0x3000', at: '4' },
  shared: { moves: 'pick.A.7 share.A.7', at: '2' },
  'copy-on-write': { moves: 'pick.A.7 share.A.7 read.A.2 write.A.2 3', at: '7' },
  swapped: { moves: '3 frame.62 frame.22', at: '5' },
  'swapped-read': { moves: '3 frame.62 frame.22 3', at: '8' },
  'not-mapped': { address: 'A 0x7fff f000', at: '2' },
} as const satisfies Readonly<Record<string, Link>>;
