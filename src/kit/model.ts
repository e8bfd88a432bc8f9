/** What the reader does: a verb and its operands, e.g. ['touch', 3]. In words: `touch.3`. */
export type Move = readonly [verb: string, ...operands: (string | number)[]];

/**
 * A machine as three pure functions. `step` is what it does by itself; `act`
 * is what the reader does to it, and is only given moves its scene offers.
 * Either answers with the very same state when nothing happens.
 */
export interface Model<Params, State, M extends Move = never> {
  init(params: Params): State;
  step(state: State): State;
  /**
   * So many steps at once, where a machine can make them faster than one by one:
   * the state that as many calls of `step` give, and how many of them did something.
   */
  advance?(state: State, times: number): { readonly state: State; readonly made: number };
  act?(state: State, move: M): State;
}

/** Whether two moves are the same verb on the same operands. */
export const sameMove = (a: Move, b: Move): boolean => a.length === b.length && a.every((word, i) => word === b[i]);
