import type { Mark, Sheet } from '#kit/mark.ts';
import { billMarks } from './bill.ts';
import { buttonMarks } from './buttons.ts';
import { coreMarks } from './core.ts';
import { layOut } from './layout.ts';
import type { State } from './state.ts';
import { stripMarks } from './strip.ts';
import { tlbMarks } from './tlbMarks.ts';

/** Above, who runs when; below, what the core asks, what the TLB holds and for whom, and what the misses are owed to. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layOut(sheet);
  return [
    ...stripMarks(state, layout, sheet),
    ...tlbMarks(state, layout, sheet),
    ...coreMarks(state, layout, sheet),
    ...billMarks(state, layout),
    ...buttonMarks(state, layout),
  ];
}
