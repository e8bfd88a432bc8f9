import type { Answer, Question } from '#quiz/question.ts';

/** What the field of a question is given, whatever its kind. */
export interface FieldProps<Q extends Question> {
  readonly question: Q;
  /** The key its answer is kept under. */
  readonly id: string;
  readonly seed: number;
  /** What stands in the field. */
  readonly shown: Answer | undefined;
  /** Set once what is shown has been checked. */
  readonly verdict: { readonly right: boolean } | undefined;
  /** Whether the right answer may be seen. */
  readonly open: boolean;
  /** The id of the element that holds the question's words. */
  readonly legend: string;
  change(answer: Answer): void;
  announce(text: string): void;
}
