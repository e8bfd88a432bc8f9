import type { Ask } from './lab.ts';
import type { Model } from './model.ts';
import type { Text } from './text.ts';

/** An option, what is said where it is right, and the belief behind it where it is not. */
export type Bet = readonly [option: Text, whenRight: Text, whenWrong: Text];

/** Asks about a machine's next step; the reasons fit the answer that the step will give. */
export const askAbout =
  <State>({ step }: Pick<Model<never, State>, 'step'>) =>
  (
    state: State,
    key: string,
    question: Text,
    bets: Readonly<Record<string, Bet>>,
    right: (next: State) => string,
  ): Ask<State> => {
    const answer = right(step(state));
    const options = Object.entries(bets).map(([name, [option, yes, no]]) => [
      name,
      { text: option, why: name === answer ? yes : no },
    ]);
    return { key, text: question, options: Object.fromEntries(options), right };
  };
