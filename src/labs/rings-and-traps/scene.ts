import type { Mark, Sheet } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { differenceText } from './difference.ts';
import { canInterrupt } from './foreign.ts';
import { laneMarks } from './laneMarks.ts';
import { type Layout, layouts } from './layout.ts';
import { pathMarks } from './pathMarks.ts';
import { programMarks } from './programMarks.ts';
import { outerOf } from './registers.ts';
import type { State } from './state.ts';
import { tableMarks } from './tableMarks.ts';
import { diskAbout, labels } from './words.ts';

/** The program and both processors on top, the verdict beneath them, and the rings with the trap that goes through them. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...programMarks(state, layout),
    ...tableMarks(state, layout),
    verdictMark(state, layout),
    ...diskMarks(state, layout),
    ...laneMarks(state, layout),
    ...pathMarks(state, layout),
  ];
}

/** Whether the guest is still what it would be on bare metal. */
function verdictMark({ run }: State, { verdict }: Layout): Mark {
  const box = { kind: 'box', key: 'verdict', place: verdict, size: 's' } as const;
  const { divergence } = run;
  if (!outerOf(run)) return { ...box, text: labels.bare };
  if (!divergence) return { ...box, text: labels.same };
  const { name, here, bare } = differenceText(divergence);
  return {
    ...box,
    tone: 'bad',
    text: both(
      `${divergence.instruction}: ${name.en} ${here}, bare metal ${bare}`,
      `${divergence.instruction}：${name['zh-CN'].trim()} 为 ${here}，裸机为 ${bare}`,
    ),
  };
}

/** The other guest's disk, while it can interrupt. */
const diskMarks = (state: State, { disk }: Layout): readonly Mark[] =>
  canInterrupt(state)
    ? [{ kind: 'box', key: 'disk', place: disk, size: 's', text: labels.disk, move: ['disk'], about: diskAbout }]
    : [];
