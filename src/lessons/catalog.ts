import type { MDXContent } from 'mdx/types';
import type { Locale } from '#kit/text.ts';
import { arrange, type ChapterEntry, type Lesson } from './arrange.ts';
import type { Chapter, Frontmatter, Outline } from './frontmatter.ts';

const lessonFiles = import.meta.glob<Outline>(['/content/*/*/*.mdx', '!/content/*/*/index.mdx'], {
  eager: true,
  query: '?outline',
  import: 'default',
});
const chapterFiles = import.meta.glob<Chapter>('/content/*/*/index.mdx', {
  eager: true,
  query: '?frontmatter',
  import: 'default',
});
const fronts = import.meta.glob<Frontmatter>(['/content/*/*/*.mdx', '!/content/*/*/index.mdx'], {
  query: '?frontmatter',
  import: 'default',
});
const bodies = import.meta.glob<MDXContent>('/content/*/*/*.mdx', { import: 'default' });

const drafts = import.meta.env.DEV;
const catalogs: Readonly<Record<Locale, readonly ChapterEntry[]>> = {
  en: arrange('en', chapterFiles, lessonFiles, drafts),
  'zh-CN': arrange('zh-CN', chapterFiles, lessonFiles, drafts),
};

/** The chapters that have a finished lesson, in their order, each with its lessons. */
export const chaptersIn = (locale: Locale): readonly ChapterEntry[] => catalogs[locale];

/** The finished lessons of all chapters, in the order they are read. */
export const lessonsIn = (locale: Locale): readonly Lesson[] => catalogs[locale].flatMap((chapter) => chapter.lessons);

/** A lesson by its id, `memory/two-dimensional-walk`. */
export const findLesson = (locale: Locale, id: string): Lesson | undefined =>
  lessonsIn(locale).find((lesson) => lesson.id === id);

/** Brings the text of one file, and nothing of the others. */
export async function loadBody(file: string): Promise<MDXContent> {
  const load = bodies[file];
  if (!load) throw new Error(`there is no text at ${file}`);
  return load();
}

/** Brings all that stands in front of one lesson, and nothing of the others. */
export async function loadFront(file: string): Promise<Frontmatter> {
  const load = fronts[file];
  if (!load) throw new Error(`there is no lesson at ${file}`);
  return load();
}

/** The lesson, or the number of one not yet written, that a lesson names among its needs. */
export function needOf(locale: Locale, need: string): { number: string; lesson?: Lesson } {
  const lesson = lessonsIn(locale).find(({ id, number }) => id === need || number === need);
  return lesson ? { number: lesson.number, lesson } : { number: need };
}
