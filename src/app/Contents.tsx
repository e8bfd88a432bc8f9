import { CircleHelp } from 'lucide-react';
import type { MDXContent } from 'mdx/types';
import type { Locale } from '#kit/text.ts';
import type { ChapterEntry } from '#lessons/arrange.ts';
import { chaptersIn, loadBody } from '#lessons/catalog.ts';
import { quizOf } from '#lessons/course.ts';
import { type MapChapter, type MapLesson, mapIn } from '#lessons/courseMap.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { tags } from '#lessons/tags.tsx';
import { Around } from './Around.tsx';
import { CourseMap } from './CourseMap.tsx';
import { courseWords } from './courseWords.ts';
import { LessonLink } from './LessonLink.tsx';
import { PageHead } from './PageHead.tsx';
import { words } from './words.ts';
import './home.css';

/** One sentence for each lesson, by its file. */
const summaries = import.meta.glob<string>(['/content/*/*/*.mdx', '!/content/*/*/index.mdx'], {
  eager: true,
  query: '?summary',
  import: 'default',
});

/** The opening words of each chapter, by its id. */
type Openings = Readonly<Record<string, MDXContent>>;

/** Brings the opening words of every chapter. */
export async function loadContents(locale: Locale): Promise<Openings> {
  const openings = await Promise.all(
    chaptersIn(locale).map(async ({ id, file }) => [id, await loadBody(file)] as const),
  );
  return Object.fromEntries(openings);
}

/** The map of the course, then every chapter and its lessons in words. */
export function Contents({ openings }: { openings: Openings }) {
  const { locale, say } = useSay();
  const address = useAddress();
  const chapters = mapIn(locale);
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const byNumber = new Map(lessons.map((lesson) => [lesson.number, lesson]));
  const lead = say(courseWords.lead(lessons.filter(({ lesson }) => lesson).length, lessons.length));
  return (
    <div className="contents" key={locale}>
      <PageHead title={say(words.contents)} description={lead} />
      <header>
        <h1>{say(words.contents)}</h1>
        <p className="lead">{lead}</p>
        <p>
          <a href={address('placement')}>{say(courseWords.toStart)}</a>
        </p>
      </header>
      <CourseMap />
      <div className="chapters">
        {chapters.map((chapter) => (
          <ChapterSection key={chapter.number} chapter={chapter} Opening={openings[chapter.id]} byNumber={byNumber} />
        ))}
      </div>
    </div>
  );
}

interface SectionProps {
  readonly chapter: MapChapter;
  readonly Opening: MDXContent | undefined;
  readonly byNumber: ReadonlyMap<string, MapLesson>;
}

function ChapterSection({ chapter, Opening, byNumber }: SectionProps) {
  const { locale, say } = useSay();
  const foreign = chapter.written === locale ? undefined : chapter.written;
  return (
    <section id={chapter.id} className="chapter" aria-labelledby={`${chapter.id}-title`}>
      <p className="where">{say(words.chapter(chapter.number))}</p>
      <h2 id={`${chapter.id}-title`} lang={foreign}>
        {chapter.title}
      </h2>
      <div className="prose" lang={foreign}>
        {Opening ? <Opening components={tags} /> : <p>{chapter.summary}</p>}
      </div>
      <ul className="lesson-list">
        {chapter.lessons.map((lesson) => (
          <li key={lesson.number}>
            <LessonEntry lesson={lesson} />
            <Around lesson={lesson} byNumber={byNumber} />
          </li>
        ))}
        {chapter.entry && <QuizEntry chapter={chapter.entry} />}
      </ul>
    </section>
  );
}

/** A lesson that can be read, or one that is still being written. */
function LessonEntry({ lesson: { number, title, lesson } }: { lesson: MapLesson }) {
  const { locale, say } = useSay();
  if (lesson)
    return (
      <>
        <LessonLink lesson={lesson} />
        <p lang={lesson.written === locale ? undefined : lesson.written}>{summaries[lesson.file]}</p>
      </>
    );
  return (
    <div className="lesson-link unwritten">
      <span className="lesson-number">{number}</span>
      <span className="lesson-title">{title}</span>
      <span className="lesson-facts">
        <span>{say(courseWords.beingWritten)}</span>
      </span>
    </div>
  );
}

/** The quiz that ends the chapter, where it has one. */
function QuizEntry({ chapter }: { chapter: ChapterEntry }) {
  const { say } = useSay();
  const address = useAddress();
  const quiz = quizOf(chapter);
  return quiz ? (
    <li>
      <a className="lesson-link" href={address(quiz.id)}>
        <CircleHelp className="lesson-number" aria-hidden="true" />
        <span className="lesson-title">{say(quiz.title)}</span>
      </a>
    </li>
  ) : null;
}
