import { both, type Text } from '#kit/text.ts';
import type { State } from './model.ts';

/** Ticks of the scrubber: a system that breaks the rule, and one that the reader placed. */
export function eventIn(_before: State, after: State): Text | undefined {
  if (after.last.kind === 'step') {
    const example = after.judged.examples[after.examined - 1];
    return example?.truth === false
      ? both(`${example.subject.name} breaks the rule`, `${example.subject.name} 违反规则`)
      : undefined;
  }
  if (after.last.kind !== 'put') return undefined;
  const { right } = after.placed[after.last.id] ?? {};
  return right ? both('placed right', '放对') : both('placed wrong', '放错');
}
