import { both, type Text } from '#kit/text.ts';
import { paidIn, type State } from './model.ts';
import { nameOf } from './names.ts';

const isAhead = (state: State): boolean => {
  const { interpreter, translator } = paidIn(state);
  return (translator ?? 0) <= (interpreter ?? 0);
};

/** A block met for the first time, or translated again; the translator overtaking; the end. */
export function event(before: State, after: State): Text | undefined {
  const { last, end } = after.run;
  if (end) return both('the end', '结束');
  if (before.run.last && isAhead(after) && !isAhead(before)) return both('the translator overtakes', '翻译器反超');
  if (!last || last.translation === 'found') return undefined;
  const name = nameOf(after.program, last.address);
  return last.translation === 'new'
    ? both(`new block ${name}`, `新块 ${name}`)
    : both(`${name} translated again`, `${name} 重新翻译`);
}
