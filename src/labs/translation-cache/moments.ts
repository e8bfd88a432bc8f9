import type { Link } from '#kit/run.ts';

export const moments: Readonly<Record<string, Link>> = {
  start: {},
  'first-block': { at: '1' },
  copied: { at: '2' },
  pushf: { at: '4' },
  cli: { at: '5' },
  'hidden-fault': { at: '7' },
  popf: { at: '12' },
  'second-block': { at: '15' },
  chained: { at: '24' },
  end: { at: '46' },
  callout: { program: '@user-loop', at: '596' },
  user: { program: '@user-loop', at: '700' },
  'system-call': { program: '@user-loop', at: '2200' },
  traced: { program: '@table-stores', at: '3128' },
  adapted: { program: '@table-stores', at: '3159' },
  stale: { program: '@self-modifying', at: '37' },
  'wall-holds': { program: '@stray-write', at: '1664' },
  'wall-gone': { program: '@stray-write', segmentLimits: 'false', at: '1663' },
};
