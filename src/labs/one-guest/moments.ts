import type { Link } from '#kit/run.ts';

export const moments: Readonly<Record<string, Link>> = {
  start: {},
  'first-fill': { at: '1' },
  popf: { at: '2591' },
  'bare-popf': { technique: 'bare', at: '2591' },
  'hello-bare': { technique: 'bare', program: '@hello', at: '330' },
  'hello-trap': { program: '@hello', at: '12' },
  'hello-exit': { technique: 'hardware', program: '@hello', at: '12' },
  'hello-translated': { technique: 'binary-translation', program: '@hello', at: '12' },
  'hello-interpreted': { technique: 'interpreter', program: '@hello', at: '12' },
  'ring-check': { program: '@which-ring', at: '539' },
  'self-modifying': { technique: 'binary-translation', program: '@self-modifying' },
  'traced-vtx': { technique: 'hardware', program: '@traced-kernel', at: '5740' },
  'traced-shadow': { technique: 'hardware', ept: 'false', program: '@traced-kernel', at: '5740' },
  'para-virtual': { technique: 'paravirtual', at: '4000' },
  refused: { technique: 'paravirtual', program: '@which-ring', at: '1000' },
  hundred: { technique: 'hardware', program: '@sieve', at: '102957' },
};
