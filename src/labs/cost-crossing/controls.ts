import type { Controls, ParamsOf } from '#kit/controls.ts';
import { controlWords as say } from './words.ts';

export const controls = {
  axis: { kind: 'choice', label: say.axis, options: say.axes, initial: 'writes' },
  writes: { kind: 'range', label: say.writes, min: 0, max: 110, initial: 30 },
  pages: { kind: 'range', label: say.pages, min: 2, max: 48, initial: 32 },
  switches: { kind: 'range', label: say.switches, min: 0, max: 55, initial: 0 },
  entries: {
    kind: 'choice',
    label: say.entries,
    options: { '8': '8', '16': '16', '32': '32', '64': '64' },
    initial: '16',
  },
  tags: { kind: 'switch', label: say.tags, initial: true },
  caches: { kind: 'switch', label: say.caches, initial: false },
  exit: { kind: 'range', label: say.exit, min: 100, max: 20_000, initial: 2000 },
  reference: { kind: 'range', label: say.reference, min: 1, max: 300, initial: 30 },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
export type Axis = Params['axis'];
