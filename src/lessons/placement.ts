import { grade } from '#quiz/grade.ts';
import type { Answer, Quiz } from '#quiz/question.ts';
import type { MapLesson } from './courseMap.ts';

/** The page whose answers these are, and the mark that says they were given. */
export const PLACEMENT = 'placement';
export const keyOf = (question: string): string => `${PLACEMENT}#${question}`;

export interface Placement {
  /** Lessons whose ground is known already, and those whose ground is not. */
  readonly known: readonly MapLesson[];
  readonly missing: readonly MapLesson[];
  /** Where to begin: undefined where nothing is missing, or nothing of it can be read yet. */
  readonly start: MapLesson | undefined;
}

/**
 * The first written lesson that is missing itself or is built on one that is.
 * What is known is not gone through again, nor is what lies below it.
 * `grounds` says which lesson a question stands for; what is left open is not known.
 */
export function placementOf(
  quiz: Quiz,
  grounds: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, Answer>>,
  lessons: readonly MapLesson[],
): Placement {
  const isKnown = (key: string): boolean => {
    const [question, answer] = [quiz[key], answers[keyOf(key)]];
    return question !== undefined && answer !== undefined && grade(question, answer).right;
  };
  const byNumber = new Map(lessons.map((lesson) => [lesson.number, lesson]));
  const asked = Object.entries(grounds);
  const known = new Set(asked.filter(([key]) => isKnown(key)).map(([, number]) => number));
  const missing = new Set(asked.filter(([key]) => !isKnown(key)).map(([, number]) => number));
  const isBuiltOn = ({ needs }: MapLesson): boolean =>
    needs.some((number) => {
      const need = byNumber.get(number);
      return missing.has(number) || (need !== undefined && !known.has(number) && isBuiltOn(need));
    });
  const of = (numbers: ReadonlySet<string>) => lessons.filter(({ number }) => numbers.has(number));
  const start = lessons.find(
    (lesson) => lesson.lesson && !known.has(lesson.number) && (missing.has(lesson.number) || isBuiltOn(lesson)),
  );
  return { known: of(known), missing: of(missing), start };
}
