import type { Mark, Sheet } from '#kit/mark.ts';
import { buttonMarks } from './buttons.ts';
import { chainMarks } from './chain.ts';
import { frameMarks } from './frames.ts';
import { layOut } from './layout.ts';
import { pageMarks } from './pages.ts';
import type { State } from './state.ts';

/** Two guests' pages, the host's frames, and below them the one access: GVA, GPA, HPA, byte. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layOut(sheet);
  return [
    ...pageMarks(state, layout, sheet),
    ...frameMarks(state, layout),
    ...chainMarks(state, layout),
    ...buttonMarks(state, layout),
  ];
}
