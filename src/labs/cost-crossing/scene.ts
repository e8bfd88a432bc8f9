import type { Mark, Sheet } from '#kit/mark.ts';
import { axisMarks } from './axes.ts';
import { foundMarks } from './found.ts';
import { layouts } from './layout.ts';
import { lineMarks } from './lines.ts';
import type { State } from './model.ts';
import { scaleOf } from './scale.ts';
import { stripMarks } from './strip.ts';

/** Cost against workload: two lines over an axis on which the reader bets, and apart from them what others published. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  const scale = scaleOf(state, layout);
  return [
    ...axisMarks(state, layout, scale),
    ...foundMarks(state, layout, scale),
    ...lineMarks(state, layout, scale),
    ...stripMarks(state, layout),
  ];
}
