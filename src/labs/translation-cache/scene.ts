import type { Mark, Sheet } from '#kit/mark.ts';
import { blockMarks, cacheMarks } from './blockMarks.ts';
import { layouts } from './layout.ts';
import type { State } from './model.ts';
import { billMarks, levelMarks, spaceMarks } from './placeMarks.ts';

/** A block of the guest's beside its translation; the cache of all blocks; the wall in the address space; and who has the processor. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...blockMarks(state, layout),
    ...cacheMarks(state, layout),
    ...spaceMarks(state, layout),
    ...levelMarks(state, layout),
    ...billMarks(state, layout),
  ];
}
