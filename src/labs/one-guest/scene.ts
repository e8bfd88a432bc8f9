import type { Mark, Sheet } from '#kit/mark.ts';
import { layouts } from './layout.ts';
import type { State } from './model.ts';
import { outputMarks } from './outputMarks.ts';
import { registerMarks } from './registerMarks.ts';
import { sourceMarks } from './sourceMarks.ts';
import { stripMarks } from './stripMarks.ts';

/** The guest's source and its registers, under them who has had the processor, and at the foot what it has sent. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...sourceMarks(state, layout),
    ...registerMarks(state, layout),
    ...stripMarks(state, layout),
    ...outputMarks(state, layout),
  ];
}
