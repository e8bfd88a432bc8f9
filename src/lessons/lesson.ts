import type { MDXProps } from 'mdx/types';
import { type ComponentType, createContext, useContext } from 'react';
import type { Lab } from '#kit/lab.ts';
import type { Locale } from '#kit/text.ts';
import { loadLab } from '#stage/shelf.ts';
import type { Lesson } from './arrange.ts';
import { lessonsIn, loadBody } from './catalog.ts';
import { loadMaterial, materialOf } from './material.ts';

/** Everything a lesson's page shows, brought before it is drawn. */
export interface LessonData {
  readonly lesson: Lesson;
  readonly Body: ComponentType<MDXProps>;
  readonly lab: Lab | undefined;
  readonly previous: Lesson | undefined;
  readonly next: Lesson | undefined;
}

/** Brings a lesson's text, its lab, and what it asks. */
export async function loadLesson(locale: Locale, lesson: Lesson): Promise<LessonData> {
  const { id } = lesson;
  const name = id.split('/').at(-1) ?? '';
  const [Body, lab] = await Promise.all([
    loadBody(lesson.file),
    lesson.lab === undefined ? undefined : loadLab(lesson.lab),
    loadMaterial(name),
  ]);
  const all = lessonsIn(locale);
  const place = all.findIndex((other) => other.id === id);
  return { lesson, Body, lab, previous: all[place - 1], next: all[place + 1] };
}

/** The files that a lesson's page is made of, so that its scripts can be fetched along with it. */
export function filesOf(lesson: Lesson): readonly string[] {
  const own = materialOf(lesson.id.split('/').at(-1) ?? '');
  return [
    lesson.file.slice(1),
    ...(lesson.lab === undefined ? [] : [`src/labs/${lesson.lab}/lab.ts`]),
    ...own.quizzes.map((id) => `content/quizzes/${id}.ts`),
    ...own.claims.map((id) => `content/claims/${id}.ts`),
  ];
}

/** The lesson around a tag. */
export const LessonContext = createContext<Lesson | undefined>(undefined);

/** The lesson around this tag. Throws outside of one. */
export function useLesson(): Lesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error('This tag belongs inside a lesson.');
  return lesson;
}
