import { both, type Text } from '#kit/text.ts';
import { crossingsOf } from './crossing.ts';
import type { State } from './model.ts';

/** The lines cross; the bet is held against them. */
export function event(before: State, after: State): Text | undefined {
  if (after.isOver && !before.isOver) return both('All points are measured', '各点测完');
  const crossings = crossingsOf(after.points);
  const last = crossings.at(-1);
  if (!last || crossings.length === crossingsOf(before.points).length) return undefined;
  return both(`The lines cross at ${Math.round(last.x)}`, `两条线相交于 ${Math.round(last.x)}`);
}
