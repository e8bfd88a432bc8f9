import { Check } from 'lucide-react';
import type { Lesson } from '#lessons/arrange.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { useProgress } from '#lessons/progress.ts';
import { words as lessonWords } from '#lessons/words.ts';
import { words } from './words.ts';

/** A lesson in a list: its number, its title, how long it takes, and whether it has been read. */
export function LessonLink({ lesson }: { lesson: Lesson }) {
  const { locale, say } = useSay();
  const address = useAddress();
  const read = useProgress((progress) => progress.read.includes(lesson.id));
  const foreign = lesson.written !== locale;
  return (
    <a className="lesson-link" href={address(lesson.id)}>
      <span className="lesson-number">{lesson.number}</span>
      <span className="lesson-title" lang={foreign ? lesson.written : undefined}>
        {lesson.title}
      </span>
      <span className="lesson-facts">
        <span>{say(lessonWords.minutes(lesson.minutes))}</span>
        {foreign && <span>{say(words.untranslated)}</span>}
        {read && (
          <span className="lesson-read">
            <Check aria-hidden="true" />
            <span>{say(words.read)}</span>
          </span>
        )}
      </span>
    </a>
  );
}
