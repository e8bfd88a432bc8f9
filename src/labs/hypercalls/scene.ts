import type { Mark, Sheet } from '#kit/mark.ts';
import { answerMarks } from './answer.ts';
import { layouts } from './layout.ts';
import { listMarks } from './list.ts';
import type { State } from './model.ts';
import { ringMarks } from './rings.ts';

/** Who has the processor, what the kernel wants changed, and what another guest is told. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [...ringMarks(state, layout), ...listMarks(state, layout), ...answerMarks(state, layout)];
}
