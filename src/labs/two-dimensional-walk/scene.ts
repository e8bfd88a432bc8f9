import type { Mark, Sheet } from '#kit/mark.ts';
import { glassMarks } from './glass.ts';
import { gridMarks } from './grid.ts';
import { layOut } from './layout.ts';
import { madeMarks } from './made.ts';
import type { Walker } from './model.ts';
import { ribbonMarks } from './ribbons.ts';

/** The virtual address above, the walk as a grid below it, and at the foot the address in hand or the entry under the glass. */
export function scene(state: Walker, sheet: Sheet): readonly Mark[] {
  const layout = layOut(sheet, state.plan);
  const foot = state.open ? glassMarks(state, state.open, layout) : madeMarks(state, layout, sheet);
  return [...ribbonMarks(state, layout, sheet), ...gridMarks(state, layout), ...foot];
}
