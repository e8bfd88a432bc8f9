import type { Mark, Sheet } from '#kit/mark.ts';
import { gridMarks } from './gridMarks.ts';
import { type Layout, layouts } from './layout.ts';
import type { State } from './model.ts';
import { stackMarks } from './stackMarks.ts';
import { trayMarks } from './trayMarks.ts';
import { marks as say } from './words.ts';

/** The grid, the layers of the system at hand, what came of the rule so far, and the systems to be placed. */
export function sceneOf(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...gridMarks(state, layout),
    ...stackMarks(state, layout),
    ...verdictMarks(state, layout),
    ...trayMarks(state, layout),
  ];
}

/** Only what has been seen is told: the answer is the reader’s to find. */
function verdictMarks({ judged: { examples, holds }, examined }: State, { verdict, seen }: Layout): readonly Mark[] {
  const broken = new Set(
    examples.slice(0, examined).flatMap(({ subject, truth }) => (truth === false ? [subject.name] : [])),
  ).size;
  const isOver = examined === examples.length;
  const told =
    broken > 0
      ? say.broken(broken)
      : examples.length === 0
        ? say.vacuous
        : isOver
          ? holds === null
            ? say.open
            : say.holds
          : undefined;
  return [
    {
      kind: 'box',
      key: 'verdict',
      place: verdict,
      text: told ?? say.concerns(examples.length, examined),
      ...(broken > 0 && { tone: 'bad' as const }),
      ...(told === undefined && { ghost: true }),
    },
    ...(told === undefined
      ? []
      : [
          {
            kind: 'label',
            key: 'seen',
            place: seen,
            align: 'end',
            size: 's',
            text: say.concerns(examples.length, examined),
          } as const,
        ]),
  ];
}
