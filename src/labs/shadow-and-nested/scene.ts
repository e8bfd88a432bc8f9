import type { Mark, Sheet } from '#kit/mark.ts';
import { billMarks, bugMarks } from './bill.ts';
import { mmuMarks, tlbMarks } from './hardware.ts';
import { headMarks } from './head.ts';
import { layouts } from './layout.ts';
import type { State } from './model.ts';
import { tableMarks, walkLines } from './tables.ts';

/** The line and its result on top, the tables, then the MMU and its TLB, and at the foot who paid for the line. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...headMarks(state, layout),
    ...walkLines(state, layout),
    ...tableMarks(state, layout),
    ...mmuMarks(state, layout),
    ...tlbMarks(state, layout),
    ...billMarks(state, layout),
    ...bugMarks(state, layout),
  ];
}
