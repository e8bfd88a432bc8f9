import { both, type Text } from '#kit/text.ts';
import { isCrossing, type State } from './model.ts';
import { nameOf } from './stripMarks.ts';

/** A crossing, a delivery, a byte sent, the first difference and the end are worth seeing. */
export function eventIn(before: State, after: State): Text | undefined {
  const { run, last } = after;
  if (run.divergence && !before.run.divergence)
    return both(`first difference: ${run.divergence.what}`, `首处差异：${run.divergence.what}`);
  if (run.end !== undefined && before.run.end === undefined) return both('the end', '结束');
  if (!last || last === before.last || !isCrossing(last)) return undefined;
  return nameOf(last);
}
