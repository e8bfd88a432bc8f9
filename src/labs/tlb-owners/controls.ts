import type { Controls, ParamsOf } from '#kit/controls.ts';
import { checkTrace } from './schedule.ts';
import { controlWords as say } from './words.ts';

export const controls = {
  tags: { kind: 'switch', label: say.tags, initial: false },
  pcid: { kind: 'switch', label: say.pcid, initial: false },
  ways: { kind: 'choice', label: say.ways, options: say.shapes, initial: '4' },
  guestPages: { kind: 'range', label: say.guestPages, min: 1, max: 16, initial: 4 },
  hostPages: { kind: 'range', label: say.hostPages, min: 1, max: 8, initial: 4 },
  slice: { kind: 'range', label: say.slice, min: 2, max: 40, initial: 24 },
  exits: { kind: 'range', label: say.exits, min: 0, max: 6, initial: 2 },
  cr3Writes: { kind: 'range', label: say.cr3Writes, min: 0, max: 4, initial: 0 },
  missCost: { kind: 'range', label: say.missCost, min: 10, max: 500, initial: 100 },
  trace: {
    kind: 'source',
    label: say.trace,
    language: 'trace',
    initial: '',
    help: say.traceHelp,
    check: checkTrace,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
