import { CircleHelp } from 'lucide-react';
import type { MDXContent } from 'mdx/types';
import type { Locale } from '#kit/text.ts';
import type { ChapterEntry } from '#lessons/arrange.ts';
import { chaptersIn, loadBody } from '#lessons/catalog.ts';
import { quizOf } from '#lessons/course.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { tags } from '#lessons/tags.tsx';
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

/** Every chapter that has a finished lesson, and its lessons. */
export function Contents({ openings }: { openings: Openings }) {
  const { locale, say } = useSay();
  return (
    <div className="contents" key={locale}>
      <PageHead title={say(words.contents)} description={say(words.contentsLead)} />
      <header>
        <h1>{say(words.contents)}</h1>
        <p className="lead">{say(words.contentsLead)}</p>
      </header>
      {chaptersIn(locale).map((chapter) => (
        <ChapterSection key={chapter.id} chapter={chapter} Opening={openings[chapter.id]} />
      ))}
    </div>
  );
}

function ChapterSection({ chapter, Opening }: { chapter: ChapterEntry; Opening: MDXContent | undefined }) {
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
          <li key={lesson.id}>
            <LessonLink lesson={lesson} />
            <p lang={lesson.written === locale ? undefined : lesson.written}>{summaries[lesson.file]}</p>
          </li>
        ))}
        <QuizEntry chapter={chapter} />
      </ul>
    </section>
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
