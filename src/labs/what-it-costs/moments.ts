import type { Link } from '#kit/run.ts';

export const moments: Readonly<Record<string, Link>> = {
  start: {},
  'bt-bill': { at: '3' },
  crossing: { at: '8' },
  compute: { calls: '1', tables: '0', at: '8' },
  'calls-only': { calls: '105', tables: '0', axis: 'calls', at: '8' },
  'old-figures': { calls: '75', faults: '18', tables: '0', at: '8' },
  build: { workload: 'build', at: '8' },
  'apache-windows': { workload: 'apache-windows', at: '8' },
  'large-ram': { workload: 'large-ram', technique: 'vt-x', at: '8' },
  'working-set': { calls: '0', tables: '0', pages: '2048', axis: 'misses', technique: 'ept', at: '8' },
  ports: { calls: '0', tables: '0', ports: '300', axis: 'ports', at: '8' },
  interpreted: { technique: 'interpreter', at: '1' },
  'guest-begins': { workload: 'guest' },
  'guest-counted': { workload: 'guest', at: '8' },
  'guest-billed': { workload: 'guest', at: '16' },
  sieve: { workload: 'guest', program: '@sieve', at: '18' },
};
