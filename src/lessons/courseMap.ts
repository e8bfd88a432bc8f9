import type { Locale } from '#kit/text.ts';
import { type CourseChapter, type CourseLesson, course } from '../../content/course.ts';
import type { ChapterEntry, Lesson } from './arrange.ts';
import { chaptersIn, lessonsIn } from './catalog.ts';

/** A lesson on the map: what it is called, what stands around it, and the lesson itself once it is written. */
export interface MapLesson {
  readonly number: string;
  readonly title: string;
  /** The title's language. */
  readonly written: Locale;
  readonly needs: readonly string[];
  /** It needs every lesson before it, which nobody wants to see listed. */
  readonly needsAll: boolean;
  readonly helps: readonly string[];
  /** The lessons that name this one among their needs. */
  readonly leads: readonly string[];
  readonly lesson: Lesson | undefined;
}
export interface MapChapter {
  readonly number: number;
  /** Its place on the contents page. */
  readonly id: string;
  readonly title: string;
  readonly written: Locale;
  readonly summary: string;
  readonly lessons: readonly MapLesson[];
  /** Its written part. */
  readonly entry: ChapterEntry | undefined;
}

const all: readonly CourseLesson[] = course.flatMap(({ lessons }) => lessons);
const leadsOf = (number: string): readonly string[] =>
  all.filter(({ needs }) => needs !== 'all' && needs.includes(number)).map((lesson) => lesson.number);
const before = (number: string): readonly string[] =>
  all
    .slice(
      0,
      all.findIndex((lesson) => lesson.number === number),
    )
    .map((lesson) => lesson.number);

function mapLesson({ number, title, needs, helps = [] }: CourseLesson, locale: Locale): MapLesson {
  const lesson = lessonsIn(locale).find((each) => each.number === number);
  return {
    number,
    title: lesson?.title ?? title[locale],
    written: lesson?.written ?? locale,
    needs: needs === 'all' ? before(number) : needs,
    needsAll: needs === 'all',
    helps,
    leads: leadsOf(number),
    lesson,
  };
}

function mapChapter({ number, title, summary, lessons }: CourseChapter, locale: Locale): MapChapter {
  const entry = chaptersIn(locale).find((chapter) => chapter.number === number);
  return {
    number,
    id: entry?.id ?? `chapter-${number}`,
    title: entry?.title ?? title[locale],
    written: entry?.written ?? locale,
    summary: entry?.summary ?? summary[locale],
    lessons: lessons.map((lesson) => mapLesson(lesson, locale)),
    entry,
  };
}

/** The whole course in one language: what is written, and what is still to be. */
export const mapIn = (locale: Locale): readonly MapChapter[] => course.map((chapter) => mapChapter(chapter, locale));
