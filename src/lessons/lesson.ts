import type { MDXContent } from 'mdx/types';
import { createContext, useContext } from 'react';
import type { Lab } from '#kit/lab.ts';
import type { Locale } from '#kit/text.ts';
import { loadLab } from '#stage/shelf.ts';
import type { Lesson } from './arrange.ts';
import { loadBody, loadFront } from './catalog.ts';
import { type Stop, stopsAround } from './course.ts';
import type { Frontmatter } from './frontmatter.ts';

/** A lesson with all that stands in front of it. */
export type WholeLesson = Lesson & Frontmatter;

/** Everything a lesson's page shows, brought before it is drawn. */
export interface LessonData {
  readonly lesson: WholeLesson;
  readonly Body: MDXContent;
  readonly lab: Lab | undefined;
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}

/** Brings a lesson's text and its lab; what it asks and quotes comes when the reader comes near. */
export async function loadLesson(locale: Locale, lesson: Lesson): Promise<LessonData> {
  const [Body, front, lab] = await Promise.all([
    loadBody(lesson.file),
    loadFront(lesson.file),
    lesson.lab === undefined ? undefined : loadLab(lesson.lab),
  ]);
  return { lesson: { ...front, ...lesson }, Body, lab, ...stopsAround(locale, lesson.id) };
}

/** The files that a lesson's page is made of, so that its scripts can be fetched along with it. */
export const filesOf = ({ file, lab }: Lesson): readonly string[] => [
  file.slice(1),
  `${file.slice(1)}?frontmatter`,
  ...(lab === undefined ? [] : [`src/labs/${lab}/lab.ts`]),
];

/** The lesson around a tag. */
export const LessonContext = createContext<WholeLesson | undefined>(undefined);

/** The lesson around this tag. Throws outside of one. */
export function useLesson(): WholeLesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error('This tag belongs inside a lesson.');
  return lesson;
}
