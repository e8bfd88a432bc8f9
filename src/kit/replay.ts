import type { Controls } from './controls.ts';
import { type Lab, usualBudget } from './lab.ts';
import { type Move, sameMove } from './model.ts';
import type { Moves, Run } from './run.ts';

/** Whether the scene has a mark that makes this move. Only such moves are made. */
export const offers = <State>(lab: Lab<Controls, State>, state: State, move: Move): boolean =>
  lab.scene(state, 'wide').some((mark) => mark.move !== undefined && sameMove(mark.move, move));

/** One move of the reader's; the very same state where the scene does not offer it. */
export const perform = <State>(lab: Lab<Controls, State>, state: State, move: Move): State =>
  lab.model.act && offers(lab, state, move) ? lab.model.act(state, move) : state;

/** So many steps, and how many were made: fewer where the machine ends before. */
export function stepOn<State>(
  { model }: Lab<Controls, State>,
  state: State,
  times: number,
): { readonly state: State; readonly made: number } {
  if (model.advance) return model.advance(state, times);
  let now = state;
  for (let made = 0; made < times; made++) {
    const next = model.step(now);
    if (next === now) return { state: now, made };
    now = next;
  }
  return { state: now, made: times };
}

/** The state after so many steps, or that in which the machine ended before. */
export const stepTimes = <State>(lab: Lab<Controls, State>, state: State, times: number): State =>
  stepOn(lab, state, times).state;

/** The state after all of the moves. */
export const replay = <State>(lab: Lab<Controls, State>, params: Run['params'], moves: Moves): State =>
  moves.reduce<State>(
    (state, move) => (typeof move === 'number' ? stepTimes(lab, state, move) : perform(lab, state, move)),
    lab.model.init(params as never),
  );

/** The state in which the run's story ends: all moves made, then steps until nothing more happens or the budget is spent. */
export const replayToEnd = <State>(lab: Lab<Controls, State>, run: Omit<Run, 'at'>): State =>
  stepTimes(lab, replay(lab, run.params, run.moves), lab.budget ?? usualBudget);
