import { needOf } from './catalog.ts';
import { useAddress } from './here.ts';
import type { WholeLesson } from './lesson.ts';
import { useSay } from './locale.ts';
import { words } from './words.ts';

/** Number, length and prerequisites; the title; and the question that the lesson answers. */
export function LessonHead({ lesson }: { lesson: WholeLesson }) {
  const { locale, say } = useSay();
  const written = lesson.written === locale ? undefined : lesson.written;
  return (
    <header className="lesson-head">
      <p className="where">
        <span>{say(words.lesson(lesson.number))}</span>
        <span>{say(words.minutes(lesson.minutes))}</span>
        {lesson.needs.length > 0 && <Needs needs={lesson.needs} />}
      </p>
      <h1 lang={written}>{lesson.title}</h1>
      <p className="lead" lang={written}>
        {lesson.question}
      </p>
      {written && <p className="page-notice">{say(words.noTranslation)}</p>}
      {lesson.stale && <p className="page-notice">{say(words.stale)}</p>}
      <section className="objectives" aria-labelledby="objectives">
        <h2 id="objectives">{say(words.objectives)}</h2>
        <ul lang={written}>
          {lesson.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </section>
    </header>
  );
}

function Needs({ needs }: { needs: readonly string[] }) {
  const { locale, say } = useSay();
  const address = useAddress();
  return (
    <span>
      <span>{say(words.after)}</span>
      {needs.map((need) => {
        const { number, lesson } = needOf(locale, need);
        return (
          <span key={need} className="need">
            {lesson ? (
              <a href={address(lesson.id)} title={lesson.title}>
                {number}
              </a>
            ) : (
              <span>{number}</span>
            )}
          </span>
        );
      })}
    </span>
  );
}
