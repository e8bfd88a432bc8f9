import type { Mark, Sheet } from '#kit/mark.ts';
import { codeMarks, handlerMarks } from './codeMarks.ts';
import { layouts } from './layout.ts';
import type { State } from './model.ts';
import { tableMarks } from './tableMarks.ts';
import { vmcsMarks } from './vmcsMarks.ts';

/** Two modes by four rings with the processor in one of them; who dealt with what; the guest's code; and the VMCS. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...tableMarks(state, layout),
    ...handlerMarks(state, layout),
    ...codeMarks(state, layout),
    ...vmcsMarks(state, layout),
  ];
}
