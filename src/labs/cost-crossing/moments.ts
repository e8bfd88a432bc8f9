import type { Link } from '#kit/run.ts';

/** Two VMs whose pages fit the TLB side by side. */
const twoVms = { axis: 'switches', pages: '12', entries: '64' } as const;

/** Named points of the story. */
export const moments = {
  start: {},
  bet: { moves: 'bet.50', at: '1' },
  'no-writes': { at: '1' },
  'few-writes': { at: '4' },
  'writes-crossing': { moves: 'bet.50', at: '8' },
  'writes-end': { moves: 'bet.80', at: '14' },
  'fits-the-tlb': { axis: 'pages', at: '4' },
  'pages-crossing': { axis: 'pages', at: '6' },
  'pages-end': { axis: 'pages', moves: 'bet.20', at: '14' },
  'switches-tagged': { ...twoVms, moves: 'bet.none', at: '14' },
  'switches-crossing': { ...twoVms, tags: 'false', at: '7' },
  'switches-untagged': { ...twoVms, tags: 'false', at: '13' },
  'writes-untagged': { tags: 'false', at: '13' },
  /** Most of a walk is spared, and with it most of what nested paging pays. */
  'writes-cached': { caches: 'true', at: '13' },
  'cheap-exits': { exit: '400', at: '13' },
} as const satisfies Readonly<Record<string, Link>>;
