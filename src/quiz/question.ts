import type { Link } from '#kit/run.ts';
import type { Text } from '#kit/text.ts';

interface Common {
  readonly ask: Text;
  /** Why the right answer is right. Shown once the reader has committed to one. */
  readonly why: Text;
  /** Which of the lesson's objectives it asks about, or of the chapter's lessons one after another, counted from 1: what to revisit after a miss. */
  readonly objective?: number;
}
export interface Option {
  readonly text: string | Text;
  readonly right?: boolean;
  /** Answers the belief behind this very option; a right one may leave it to the question's `why`. */
  readonly why?: Text;
}
/** Options are known by key, so that reordering them never re-marks an old answer. One right one: pick one; more: pick all. */
export interface ChoiceQuestion extends Common {
  readonly kind: 'choice';
  readonly options: Readonly<Record<string, Option>>;
  /** Shown in the order they are written: yes and no, rings, sizes. Numbers are noticed without it. */
  readonly ordered?: boolean;
}
export interface NumberQuestion extends Common {
  readonly kind: 'number';
  readonly answer: number;
  /** How far off still counts. */
  readonly within?: number;
  readonly unit?: string | Text;
  /** Wrong numbers that a known belief leads to, and what to say to it. */
  readonly slips?: readonly { readonly value: number; readonly why: Text }[];
}
/** Items are written in the right order, and shown in another. */
export interface OrderQuestion extends Common {
  readonly kind: 'order';
  readonly items: Readonly<Record<string, string | Text>>;
}
/** The reader brings a lab to one of its goals. */
export interface ReachQuestion extends Common {
  readonly kind: 'reach';
  readonly lab: string;
  readonly goal: string;
}
/** What the lab does next: its own question at that state is asked, and its own step says what is right. */
export interface PredictQuestion extends Common {
  readonly kind: 'predict';
  readonly lab: string;
  readonly at: Link;
}
/** Answered with a machine, and judged by it. */
export type LabQuestion = ReachQuestion | PredictQuestion;
export type Question = ChoiceQuestion | NumberQuestion | OrderQuestion | LabQuestion;
/** Questions by key. An answer is kept under its key, so a key is never used again for another question. */
export type Quiz = Readonly<Record<string, Question>>;

/** What is bet on a lab's next step is a choice among its options. */
export type Answer =
  | { readonly kind: 'choice'; readonly picked: readonly string[] }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'order'; readonly order: readonly string[] }
  | { readonly kind: 'reach'; readonly run: Link };
