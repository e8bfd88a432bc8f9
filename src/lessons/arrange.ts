import { isLocale, type Locale } from '#kit/text.ts';
import type { Chapter, Outline } from './frontmatter.ts';

/** A lesson as its files say it. */
export interface Lesson extends Outline {
  /** 'memory/two-dimensional-walk', from the path, numbers left out. */
  readonly id: string;
  /** The text's language; not the reader's where a translation is missing. */
  readonly written: Locale;
  /** The translation follows an earlier edition of the English. */
  readonly stale: boolean;
  readonly file: string;
}
export interface ChapterEntry extends Chapter {
  readonly id: string;
  readonly number: number;
  readonly written: Locale;
  readonly file: string;
  readonly lessons: readonly Lesson[];
}
type Files<T> = Readonly<Record<string, T>>;

interface Place {
  readonly locale: Locale;
  /** Folder and file under the language: what twins share. */
  readonly twin: string;
  readonly chapter: string;
  readonly number: number;
  readonly name: string;
}
const PATH = /^\/content\/([^/]+)\/((\d+)-([^/]+)\/(?:\d+-)?([^/]+)\.mdx)$/;

/** What a path says: `/content/en/03-memory/03-walk.mdx` is the lesson `walk` of chapter 3, `memory`, in English. */
export function readPath(file: string): Place | undefined {
  const [, locale, twin, number, chapter, name] = PATH.exec(file) ?? [];
  return isLocale(locale) && twin && chapter && name
    ? { locale, twin, chapter, number: Number(number), name }
    : undefined;
}

/** Chapter and lesson as one number each, so that 3.10 comes after 3.9. */
const inOrder = (a: Lesson, b: Lesson): number => a.number.localeCompare(b.number, 'en', { numeric: true });

/**
 * The course in one language: the English files say what there is, the twin of
 * each says it in this language, and where there is none the English stands.
 */
export function arrange(
  locale: Locale,
  chapters: Files<Chapter>,
  lessons: Files<Outline>,
  drafts: boolean,
): readonly ChapterEntry[] {
  const twinOf = <T>(files: Files<T>, file: string): { file: string; written: Locale; said: T } | undefined => {
    const there = readPath(file);
    const twin = `/content/${locale}/${there?.twin}`;
    const [found, written]: [string, Locale] = Object.hasOwn(files, twin) ? [twin, locale] : [file, 'en'];
    const said = files[found];
    return there?.locale === 'en' && said ? { file: found, written, said } : undefined;
  };
  const lessonOf = (file: string, english: Outline): readonly Lesson[] => {
    const twin = twinOf(lessons, file);
    const place = readPath(file);
    if (!twin || !place || (english.draft && !drafts)) return [];
    const stale = twin.said.edition < english.edition;
    return [{ ...twin.said, id: `${place.chapter}/${place.name}`, written: twin.written, stale, file: twin.file }];
  };
  const all = Object.entries(lessons)
    .flatMap(([file, english]) => lessonOf(file, english))
    .sort(inOrder);
  const chapterOf = (file: string): readonly ChapterEntry[] => {
    const twin = twinOf(chapters, file);
    const place = readPath(file);
    if (!twin || !place) return [];
    const own = all.filter(({ id }) => id.startsWith(`${place.chapter}/`));
    return own.length
      ? [
          {
            ...twin.said,
            id: place.chapter,
            number: place.number,
            written: twin.written,
            file: twin.file,
            lessons: own,
          },
        ]
      : [];
  };
  return Object.keys(chapters)
    .flatMap(chapterOf)
    .sort((a, b) => a.number - b.number);
}
