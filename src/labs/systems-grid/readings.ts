import type { Readings } from '#kit/reading.ts';
import type { Truth } from './judge.ts';
import { type State, trayOf } from './model.ts';
import { readingWords as say } from './words.ts';

const truthWords = (truth: Truth) => (truth === null ? say.neither : truth ? say.yes : say.no);

/** `holds` and `counterexamples` are of the whole catalogue, whatever has been stepped through. */
export function readingsOf(state: State): Readings {
  const { params, judged, examined, placed } = state;
  const placings = Object.values(placed);
  const seen = judged.examples.slice(0, examined);
  return {
    examined: { label: say.examined, value: examined, counter: true },
    broken: { label: say.broken, value: seen.filter(({ truth }) => truth === false).length, counter: true },
    right: { label: say.right, value: placings.filter(({ right }) => right).length, counter: true },
    misses: { label: say.misses, value: placings.reduce((sum, { misses }) => sum + misses, 0), counter: true },
    placed: { label: say.placed, value: placings.length },
    tray: { label: say.tray, value: trayOf(state).length },
    rule: { label: say.rule, value: params.rule.trim() },
    holds: { label: say.holds, value: judged.holds, words: truthWords(judged.holds) },
    counterexamples: { label: say.counterexamples, value: judged.counterexamples },
    concerned: { label: say.concerned, value: judged.examples.length },
  };
}
