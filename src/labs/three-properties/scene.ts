import type { Mark, Sheet } from '#kit/mark.ts';
import { lampMarks } from './lamps.ts';
import { layOut } from './layout.ts';
import { memoryMarks } from './memory.ts';
import type { State } from './model.ts';
import { nowMarks } from './nowMarks.ts';
import { shareMarks } from './shares.ts';
import { stripMarks } from './strip.ts';

/** Above, who has the core when; below, shares and memory; at the foot the lamps, and the system they make. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layOut(sheet);
  return [
    ...stripMarks(state, layout),
    ...shareMarks(state, layout),
    ...memoryMarks(state, layout),
    ...nowMarks(state, layout),
    ...lampMarks(state, layout),
  ];
}
