import type { Mark, Sheet } from '#kit/mark.ts';
import { blockMarks } from './blockMarks.ts';
import { chartMarks } from './chartMarks.ts';
import { codeMarks } from './codeMarks.ts';
import { engineMarks } from './engineMarks.ts';
import { layouts } from './layout.ts';
import type { State } from './model.ts';

/** The guest's blocks with their translations; what each engine has been paid; and the whole run's price by loop count. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...blockMarks(state, layout),
    ...codeMarks(state, layout),
    ...engineMarks(state, layout),
    ...chartMarks(state, layout),
  ];
}
