import type { Lab } from '#kit/lab.ts';
import { type Mark, markOf, needsLab } from '#quiz/grade.ts';
import type { Answer, Quiz } from '#quiz/question.ts';
import type { ChapterEntry, Lesson } from './arrange.ts';
import type { Kept } from './kept.ts';

/** The quiz of a lesson is named as its file is. */
export const quizIdOf = ({ id }: Lesson): string => id.split('/')[1] ?? id;

/** How it stands with an objective: shown by right answers, to be revisited, begun, or not asked yet. */
export type Standing = 'shown' | 'revisit' | 'begun' | 'open';

export interface QuizReport {
  readonly answered: number;
  /** How many questions there are; undefined before its quiz has been brought. */
  readonly all: number | undefined;
  readonly right: number;
}
export interface LessonReport extends QuizReport {
  readonly lesson: Lesson;
  readonly read: boolean;
  readonly run: boolean;
  readonly goals: number;
  readonly objectives: readonly { readonly text: string; readonly standing: Standing }[];
}

/** What has been brought to judge answers with. */
export interface Material {
  quiz(id: string): Quiz | undefined;
  lab(id: string): Lab | undefined;
}

type Judged = readonly { readonly mark: Mark; readonly objective: number | undefined }[];

function judge(quiz: Quiz | undefined, page: string, answers: Kept['answers'], material: Material): Judged {
  return Object.entries(quiz ?? {}).map(([key, question]) => ({
    objective: question.objective,
    mark: markOf(question, answers[`${page}#${key}`], needsLab(question) ? material.lab(question.lab) : undefined),
  }));
}

function standingOf(marks: readonly Mark[]): Standing {
  if (marks.includes('missed')) return 'revisit';
  if (marks.length > 0 && marks.every((mark) => mark === 'right')) return 'shown';
  return marks.some((mark) => mark !== 'open') ? 'begun' : 'open';
}

export const answersOn = (page: string, answers: Readonly<Record<string, Answer>>): readonly string[] =>
  Object.keys(answers).filter((key) => key.startsWith(`${page}#`));

/** What was answered on a page, and how much of it right once its quiz has been brought. */
function countOf(page: string, quiz: Quiz | undefined, judged: Judged, answers: Kept['answers']): QuizReport {
  return {
    answered: quiz ? judged.filter(({ mark }) => mark !== 'open').length : answersOn(page, answers).length,
    all: quiz && judged.length,
    right: judged.filter(({ mark }) => mark === 'right').length,
  };
}

/** The same of the quiz that ends a chapter. */
export function reportOnQuiz({ id }: ChapterEntry, { answers }: Kept, material: Material): QuizReport {
  const page = `${id}/quiz`;
  const quiz = material.quiz(id);
  return countOf(page, quiz, judge(quiz, page, answers, material), answers);
}

/**
 * What the reader has done in each lesson of a chapter. The chapter's quiz
 * counts through the objectives of its lessons, one lesson after another.
 */
export function reportOn(
  chapter: ChapterEntry,
  objectivesOf: (lesson: Lesson) => readonly string[],
  kept: Kept,
  material: Material,
): readonly LessonReport[] {
  const atEnd = judge(material.quiz(chapter.id), `${chapter.id}/quiz`, kept.answers, material);
  let before = 0;
  return chapter.lessons.map((lesson) => {
    const quiz = material.quiz(quizIdOf(lesson));
    const own = judge(quiz, lesson.id, kept.answers, material);
    const first = before;
    const texts = objectivesOf(lesson);
    before += texts.length;
    const marksOn = (place: number): readonly Mark[] => [
      ...own.filter(({ objective }) => objective === place + 1).map(({ mark }) => mark),
      // Of the chapter's quiz only what has been answered: it comes much later.
      ...atEnd
        .filter(({ objective, mark }) => objective === first + place + 1 && mark !== 'open')
        .map(({ mark }) => mark),
    ];
    return {
      lesson,
      read: kept.read.includes(lesson.id),
      run: lesson.lab !== undefined && kept.tried.includes(lesson.lab),
      goals: kept.tried.filter((id) => id.startsWith(`${lesson.lab}#`)).length,
      ...countOf(lesson.id, quiz, own, kept.answers),
      objectives: texts.map((text, place) => ({ text, standing: standingOf(marksOn(place)) })),
    };
  });
}
