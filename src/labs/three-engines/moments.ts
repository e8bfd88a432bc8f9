import type { Link } from '#kit/run.ts';

export const moments: Readonly<Record<string, Link>> = {
  start: {},
  'first-block': { at: '1' },
  'hot-block': { at: '2' },
  again: { at: '3' },
  end: { at: '23' },
  hundred: { loops: '100', at: '103' },
  'three-hundred': { loops: '300', at: '303' },
  thousand: { loops: '1000', at: '1003' },
  foreign: { loops: '1000', isa: 'other', at: '1003' },
  boot: { program: '@boot', at: '5' },
  'many-blocks': { program: '@many-blocks', loops: '100', at: '803' },
  thrash: { program: '@many-blocks', loops: '100', cacheBlocks: '4', at: '803' },
};
