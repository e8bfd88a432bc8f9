import type { Controls, ParamsOf } from './controls.ts';
import type { Mark, Sheet } from './mark.ts';
import type { Model, Move } from './model.ts';
import type { Readings } from './reading.ts';
import type { Link } from './run.ts';
import type { Text } from './text.ts';

/** Something to bring about, and one way to do it, so that a test can show it can be done. */
export interface Goal<State> {
  readonly text: Text;
  /** Said once it is reached: what has been shown by reaching it. */
  readonly done: Text;
  readonly solution: Link;
  reached(state: State): boolean;
}

/** The machine's own question about its next step. Wrong options answer the belief behind them. */
export interface Ask<State> {
  /** Asked once for every key in a told run. */
  readonly key: string;
  readonly text: Text;
  readonly options: Readonly<Record<string, { readonly text: string | Text; readonly why: Text }>>;
  /** The key of the right option, read off the state after the step has really been made. */
  right(next: State): string;
}

/**
 * Whatever takes a state is written as a method, so that any lab is a `Lab`
 * and the shelf needs no `any`. A lab's id is its folder's name.
 */
export interface Lab<C extends Controls = Controls, State = unknown, M extends Move = Move> {
  readonly title: Text;
  /** The one-line question that the diagram answers. */
  readonly question: Text;
  readonly controls: C;
  readonly model: Model<ParamsOf<C>, State, M>;
  /** Marks in paint order. Both sheets offer the same moves under the same keys. */
  scene(state: State, sheet: Sheet): readonly Mark[];
  /** What just happened and why: one sentence, present tense. */
  caption(state: State): Text;
  readings(state: State): Readings;
  /** Names what is worth seeing in this step, if anything is; the scrubber shows it as a tick. */
  event?(before: State, after: State): Text | undefined;
  asks?(state: State): Ask<State> | undefined;
  /** Named points of the story. Lessons link to them; tests draw them. */
  readonly moments: Readonly<Record<string, Link>>;
  readonly goals: Readonly<Record<string, Goal<State>>>;
  /** What the model leaves out, shown under every diagram. */
  readonly omits: readonly Text[];
  /** Steps after the last move at which a run is stopped; 10,000 if nothing is said. */
  readonly budget?: number;
}

export const usualBudget = 10_000;

/** Says a lab with its types worked out from its controls and its model. */
export const defineLab = <const C extends Controls, State, M extends Move = never>(
  lab: Lab<C, State, M>,
): Lab<C, State, M> => lab;
