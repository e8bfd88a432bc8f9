import { CircleHelp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChapterEntry, Lesson } from '#lessons/arrange.ts';
import { chaptersIn, lessonsIn } from '#lessons/catalog.ts';
import { quizOf } from '#lessons/course.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { useProgress } from '#lessons/progress.ts';
import { type LessonReport, type QuizReport, reportOn, reportOnQuiz } from '#lessons/report.ts';
import { courseWords } from './courseWords.ts';
import { LessonLink } from './LessonLink.tsx';
import { Objectives } from './Objectives.tsx';
import { PageHead } from './PageHead.tsx';
import { progressWords } from './progressWords.ts';
import { Transfer } from './Transfer.tsx';
import { useMaterial } from './useMaterial.ts';
import { words } from './words.ts';
import './progress.css';

/** What each lesson is to teach, by its file. */
const objectives = import.meta.glob<readonly string[]>(['/content/*/*/*.mdx', '!/content/*/*/index.mdx'], {
  eager: true,
  query: '?objectives',
  import: 'default',
});
const objectivesOf = ({ file }: Lesson): readonly string[] => objectives[file] ?? [];

/** What the reader has read, tried and answered, by chapter and objective; and the way to take it along. */
export function ProgressPage() {
  const { locale, say } = useSay();
  const address = useAddress();
  return (
    <div className="my-progress" key={locale}>
      <PageHead title={say(words.progress)} description={say(progressWords.lead)} />
      <header>
        <h1>{say(words.progress)}</h1>
        <p className="lead">{say(progressWords.lead)}</p>
        <Sums />
        <p>
          <a href={address('placement')}>{say(courseWords.toStart)}</a>
        </p>
      </header>
      {chaptersIn(locale).map((chapter) => (
        <ChapterReport key={chapter.id} chapter={chapter} />
      ))}
      <Transfer />
    </div>
  );
}

/** All of it in three numbers. */
function Sums() {
  const { locale, say } = useSay();
  const { answers, read, tried } = useProgress();
  const lessons = lessonsIn(locale);
  const goals = tried.filter((id) => id.includes('#')).length;
  const done = lessons.filter(({ id }) => read.includes(id)).length;
  const count = Object.keys(answers).length;
  if (done + tried.length + count === 0) return <p className="progress-sums">{say(progressWords.none)}</p>;
  return (
    <p className="progress-sums">
      <span>{say(progressWords.readOf(done, lessons.length))}</span>
      <span>{say(progressWords.labsOf(tried.length - goals, goals))}</span>
      <span>{say(progressWords.answersOf(count))}</span>
    </p>
  );
}

function ChapterReport({ chapter }: { chapter: ChapterEntry }) {
  const { locale, say } = useSay();
  const kept = useProgress();
  const material = useMaterial(chapter);
  return (
    <section className="chapter" aria-labelledby={`${chapter.id}-title`}>
      <p className="where">{say(words.chapter(chapter.number))}</p>
      <h2 id={`${chapter.id}-title`} lang={chapter.written === locale ? undefined : chapter.written}>
        {chapter.title}
      </h2>
      <ul className="lesson-list">
        {reportOn(chapter, objectivesOf, kept, material).map((report) => (
          <li key={report.lesson.id}>
            <LessonLink lesson={report.lesson} />
            <Done report={report} />
            <Objectives report={report} />
          </li>
        ))}
        <QuizDone chapter={chapter} report={reportOnQuiz(chapter, kept, material)} />
      </ul>
    </section>
  );
}

/** The quiz that ends the chapter, where it has one. */
function QuizDone({ chapter, report: { answered, all, right } }: { chapter: ChapterEntry; report: QuizReport }) {
  const { say } = useSay();
  const address = useAddress();
  const quiz = quizOf(chapter);
  if (!quiz) return null;
  return (
    <li>
      <a className="lesson-link" href={address(quiz.id)}>
        <CircleHelp className="lesson-number" aria-hidden="true" />
        <span className="lesson-title">{say(quiz.title)}</span>
      </a>
      <p className="lesson-done">
        {say(answered > 0 ? progressWords.answered(answered, all, right) : progressWords.notBegun)}
      </p>
    </li>
  );
}

/** What was done in a lesson, in a few words. */
function Done({ report: { read, run, goals, answered, all, right } }: { report: LessonReport }) {
  const { say } = useSay();
  const done: readonly ReactNode[] = [
    run && say(progressWords.run),
    goals > 0 && say(progressWords.goals(goals)),
    answered > 0 && say(progressWords.answered(answered, all, right)),
  ].filter(Boolean);
  if (done.length === 0 && !read) return <p className="lesson-done">{say(progressWords.notBegun)}</p>;
  return (
    <p className="lesson-done">
      {done.map((each) => (
        <span key={String(each)}>{each}</span>
      ))}
    </p>
  );
}
