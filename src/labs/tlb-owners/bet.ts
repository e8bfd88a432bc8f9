import type { Ask } from '#kit/lab.ts';
import type { Text } from '#kit/text.ts';
import { model } from './model.ts';
import type { State } from './state.ts';

/** An option, what is said where it is right, and the belief behind it where it is not. */
export type Bet = readonly [option: Text, whenRight: Text, whenWrong: Text];

/** A question whose reasons fit the answer that the step will give. */
export const ask = (
  state: State,
  key: string,
  question: Text,
  bets: Readonly<Record<string, Bet>>,
  right: (next: State) => string,
): Ask<State> => {
  const answer = right(model.step(state));
  const options = Object.entries(bets).map(([name, [option, yes, no]]) => [
    name,
    { text: option, why: name === answer ? yes : no },
  ]);
  return { key, text: question, options: Object.fromEntries(options), right };
};
