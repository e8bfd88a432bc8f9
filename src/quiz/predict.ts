import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { replay } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import type { ChoiceQuestion, Option, PredictQuestion } from './question.ts';

/** The lab's own question at that state as a choice, the step made to see what is right; undefined where it asks nothing. */
export function choiceOf({ lab: _, at, kind: __, ...common }: PredictQuestion, lab: Lab): ChoiceQuestion | undefined {
  const { run } = readRun(lab.controls, at);
  const state = replay(lab, run.params, takeMoves(run.moves, run.at));
  const ask = lab.asks?.(state);
  if (!ask) return undefined;
  const right = ask.right(lab.model.step(state));
  const options = Object.entries(ask.options).map(([key, { text, why }]): [string, Option] => [
    key,
    { text, right: key === right, ...(why.en && { why }) },
  ]);
  return { ...common, kind: 'choice', ask: ask.text, options: Object.fromEntries(options) };
}
