import type { Link } from '#kit/run.ts';

/** Named points of the story. */
export const moments = {
  start: {},
  'who-is-there': { at: '2' },
  'tables-checked': { at: '10' },
  'first-update': { at: '11' },
  'first-update-made': { at: '12' },
  'trap-update': { how: 'trap', at: '13' },
  queued: { how: 'multicall', at: '13' },
  'first-batch': { how: 'multicall', at: '19' },
  'batch-made': { how: 'multicall', at: '20' },
  'batch-of-64': { how: 'multicall', batch: '64', at: '76' },
  'wrong-update': { moves: '12 spoil.3 6', at: '19' },
  'before-call-32': { how: 'multicall', batch: '64', at: '77' },
  'system-call-32': { how: 'multicall', batch: '64', at: '78' },
  'before-call-64': { how: 'multicall', batch: '64', bits: '64', at: '78' },
  'system-call-64': { how: 'multicall', batch: '64', bits: '64', at: '79' },
  'kernel-64': { how: 'multicall', batch: '64', bits: '64', at: '80' },
  'unmodified-start': { kernel: 'unmodified' },
  unmodified: { kernel: 'unmodified', at: '2' },
  'bit-hidden': { bit: 'false' },
  end: { how: 'multicall', batch: '64', at: '86' },
} as const satisfies Readonly<Record<string, Link>>;
