import type { Mark, Sheet } from '#kit/mark.ts';
import { layouts } from './layout.ts';
import { listMarks } from './listMarks.ts';
import type { State } from './model.ts';
import { placeStack } from './place.ts';
import { stackMarks } from './stackMarks.ts';
import { wayMarks } from './wayMarks.ts';

/** The layers as the system’s data puts them, the request on its way through, and the crossings it has made. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  const places = placeStack(state.trace.site, layout.stack, layout.gaps);
  return [...stackMarks(state, places, layout), ...wayMarks(state, places, layout), ...listMarks(state, layout)];
}
