import type { Mark, Sheet } from '#kit/mark.ts';
import { guestMarks } from './guestScene.ts';
import { layOut } from './layout.ts';
import type { State } from './model.ts';
import { panelMarks } from './panel.ts';
import { setMarks } from './sets.ts';

/** The two sets with every instruction in its place, and the last result beside them; or a guest that is run. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layOut(sheet);
  if (state.kind === 'running') return guestMarks(state, layout);
  return [...setMarks(state, layout), ...panelMarks(state, layout)];
}
