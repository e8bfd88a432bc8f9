import type { Controls, ParamsOf, SourceFault } from '#kit/controls.ts';
import { completeRule } from './completeRule.ts';
import { parseRule } from './parseRule.ts';
import { FIRST_YEAR, LAST_YEAR } from './subject.ts';
import { controlWords as say } from './words.ts';

export const controls = {
  rule: {
    kind: 'source',
    label: say.rule,
    language: 'rule',
    initial: 'paravirtual implies bare-metal',
    single: true,
    help: say.help,
    check: (text): readonly SourceFault[] => {
      const parsed = parseRule(text);
      return 'fault' in parsed ? [parsed.fault] : [];
    },
    complete: completeRule,
  },
  year: { kind: 'range', label: say.year, min: FIRST_YEAR, max: LAST_YEAR, initial: LAST_YEAR },
  alive: { kind: 'switch', label: say.alive, initial: false },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
