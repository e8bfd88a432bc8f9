import type { Move } from './model.ts';

/** What was done, in order: the reader's moves, and numbers: so many steps of the machine by itself. */
export type Moves<M extends Move = Move> = readonly (M | number)[];

/**
 * What was chosen and what was done; every state can be told again from it.
 * After the last of the moves the machine steps on until it ends, so those
 * steps go unsaid; `at` may lie among them.
 */
export interface Run<Params = unknown, M extends Move = Move> {
  readonly params: Params;
  readonly moves: Moves<M>;
  /** How many single moves and steps have been made. */
  readonly at: number;
}

/** A run in words: { program: 'busy', moves: '3 interrupt 1', at: '4' }. */
export type Link = Readonly<Record<string, string>>;

/** The first `count` single moves; steps past the end of the list are said as a number. */
export function takeMoves<M extends Move>(moves: Moves<M>, count: number): Moves<M> {
  const taken: (M | number)[] = [];
  let left = count;
  for (const move of moves) {
    if (left <= 0) return taken;
    taken.push(typeof move === 'number' ? Math.min(move, left) : move);
    left -= typeof move === 'number' ? move : 1;
  }
  return left > 0 ? joinSteps([...taken, left]) : taken;
}

/** Neighbouring numbers of steps become one, and none of them is nought. */
export function joinSteps<M extends Move>(moves: Moves<M>): Moves<M> {
  const joined: (M | number)[] = [];
  for (const move of moves) {
    const last = joined.at(-1);
    if (typeof move === 'number' && typeof last === 'number') joined[joined.length - 1] = last + move;
    else if (move !== 0) joined.push(move);
  }
  return joined;
}
