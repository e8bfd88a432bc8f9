import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Text } from '#kit/text.ts';
import type { Stop } from './course.ts';
import { useAddress } from './here.ts';
import type { WholeLesson } from './lesson.ts';
import { languageOf, useSay } from './locale.ts';
import { markRead, useProgress } from './progress.ts';
import { words } from './words.ts';

interface Props {
  readonly lesson: WholeLesson;
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}

/** Further reading, a mark that the lesson has been read, and the way on. */
export function LessonFoot({ lesson, previous, next }: Props) {
  const { say } = useSay();
  const read = useProgress((progress) => progress.read.includes(lesson.id));
  return (
    <footer className="lesson-foot">
      {lesson.reading.length > 0 && (
        <section className="reading" aria-labelledby="reading">
          <h2 id="reading">{say(words.reading)}</h2>
          <ul>
            {lesson.reading.map(({ text, url }) => (
              <li key={text} lang={languageOf(text)}>
                {url === undefined ? <span>{text}</span> : <a href={url}>{text}</a>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <label className="mark-read">
        <input type="checkbox" checked={read} onChange={(event) => markRead(lesson.id, event.target.checked)} />
        <span>{say(words.markRead)}</span>
      </label>
      <Around previous={previous} next={next} />
    </footer>
  );
}

/** The way on and the way back. */
export function Around({ previous, next }: Omit<Props, 'lesson'>) {
  const { say } = useSay();
  return (
    <nav className="around" aria-label={say(words.around)}>
      {previous && <Way to={previous} name={words.previous} before={<ArrowLeft aria-hidden="true" />} />}
      {next && <Way to={next} name={words.next} after={<ArrowRight aria-hidden="true" />} />}
    </nav>
  );
}

function Way({ to, name, before, after }: { to: Stop; name: Text; before?: ReactNode; after?: ReactNode }) {
  const { say } = useSay();
  const address = useAddress();
  return (
    <a className={after ? 'way onward' : 'way'} href={address(to.id)} rel={after ? 'next' : 'prev'}>
      {before}
      <span>
        <small>{say(name)}</small>
        <b>{say(to.title)}</b>
      </span>
      {after}
    </a>
  );
}
