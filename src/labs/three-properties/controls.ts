import type { Controls, ParamsOf } from '#kit/controls.ts';
import { GRANTABLE } from '#sim/monitor/machine.ts';
import { checkCounts, LARGEST_WEIGHT } from './counts.ts';
import { checkProgram } from './faults.ts';
import { controlWords as say } from './words.ts';

export const controls = {
  equivalence: { kind: 'switch', label: say.equivalence, initial: true },
  efficiency: { kind: 'switch', label: say.efficiency, initial: true },
  control: { kind: 'switch', label: say.control, initial: true },
  guests: { kind: 'range', label: say.guests, min: 1, max: 4, initial: 3 },
  sensitive: { kind: 'range', label: say.sensitive, min: 0, max: 100, initial: 5 },
  slice: { kind: 'range', label: say.slice, min: 10, max: 60, initial: 30 },
  weights: {
    kind: 'source',
    label: say.weights,
    language: 'trace',
    single: true,
    initial: '1 1 1 1',
    check: (text) => checkCounts(text, LARGEST_WEIGHT, 4 * LARGEST_WEIGHT),
  },
  grants: {
    kind: 'source',
    label: say.grants,
    language: 'trace',
    single: true,
    initial: '4 4 4 2',
    check: (text) => checkCounts(text, GRANTABLE, GRANTABLE),
  },
  trapCost: { kind: 'range', label: say.trapCost, min: 5, max: 200, initial: 10 },
  interpretCost: { kind: 'range', label: say.interpretCost, min: 5, max: 100, initial: 30 },
  program: {
    kind: 'source',
    label: say.program,
    language: 'trace',
    initial: '',
    help: say.programHelp,
    check: checkProgram,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
