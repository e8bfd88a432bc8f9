import type { Locale, Text } from '#kit/text.ts';
import type { ChapterEntry } from './arrange.ts';
import { chaptersIn } from './catalog.ts';
import { hasQuiz } from './material.ts';
import { words } from './words.ts';

/** A page on the way through the course: a lesson, or the quiz that ends a chapter. */
export interface Stop {
  /** Its address after the language. */
  readonly id: string;
  readonly title: string | Text;
}

/** A chapter ends with a quiz where there is one of its name. */
export const quizOf = ({ id, number }: ChapterEntry): Stop | undefined =>
  hasQuiz(id) ? { id: `${id}/quiz`, title: words.quizOf(number) } : undefined;

/** The chapters that end with a quiz. */
export const chaptersWithQuiz = (locale: Locale): readonly ChapterEntry[] => chaptersIn(locale).filter(quizOf);

/** The chapter that a page is the quiz of. */
export const findQuizzed = (locale: Locale, page: string): ChapterEntry | undefined =>
  chaptersWithQuiz(locale).find(({ id }) => page === `${id}/quiz`);

/** The files that the page of a chapter's quiz is made of, so that its scripts can be fetched along with it. */
export const filesOfQuiz = ({ id, lessons }: ChapterEntry): readonly string[] => [
  `content/quizzes/${id}.ts`,
  ...lessons.map(({ file }) => `${file.slice(1)}?frontmatter`),
];

/** What is read before a page, and what after it. */
export function stopsAround(locale: Locale, id: string): { previous: Stop | undefined; next: Stop | undefined } {
  const all = chaptersIn(locale).flatMap((chapter): readonly Stop[] => [
    ...chapter.lessons.map((lesson) => ({ id: lesson.id, title: `${lesson.number} ${lesson.title}` })),
    ...[quizOf(chapter) ?? []].flat(),
  ]);
  const place = all.findIndex((stop) => stop.id === id);
  return { previous: all[place - 1], next: all[place + 1] };
}
