import type { Mark, Sheet } from '#kit/mark.ts';
import { billMarks } from './billMarks.ts';
import { layouts } from './layout.ts';
import { countedMarks, listMarks } from './listMarks.ts';
import type { State } from './model.ts';
import { axisMarks, crossingMarks, hereMarks, lineMarks, oldMarks } from './planeMarks.ts';

/** A plane of all techniques over the rate of one event; beside it their list, and the bill of one. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...oldMarks(state, layout),
    ...axisMarks(state, layout),
    ...lineMarks(state, layout),
    ...hereMarks(state, layout),
    ...crossingMarks(state, layout),
    ...countedMarks(state, layout),
    ...listMarks(state, layout),
    ...billMarks(state, layout),
  ];
}
