import { ArrowRight, RotateCcw } from 'lucide-react';
import type { RefObject } from 'react';
import type { Text } from '#kit/text.ts';
import type { MapLesson } from '#lessons/courseMap.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import type { Placement } from '#lessons/placement.ts';
import { courseWords } from './courseWords.ts';
import { placementWords } from './placementWords.ts';

interface Props {
  readonly place: RefObject<HTMLElement | null>;
  readonly placed: Placement;
  onAgain(): void;
}

/** The title of the result, and its reason. */
function wordsOf({ start, missing }: Placement): readonly [title: Text, why: Text] {
  if (start) {
    const title = placementWords.startWith(`${start.number} ${start.title}`);
    if (start === missing[0]) return [title, placementWords.firstNew];
    return [title, missing.includes(start) ? placementWords.firstFinished : placementWords.groundUnwritten];
  }
  return missing.length === 0
    ? [placementWords.allKnown, placementWords.allKnownWhy]
    : [placementWords.unwritten, placementWords.unwrittenWhy];
}

/** Where to begin and why, what is worth reading, what could be skipped, and the way back to the questions. */
export function PlacementResult({ place, placed, onAgain }: Props) {
  const { say } = useSay();
  const address = useAddress();
  const { start, missing, known } = placed;
  const [title, why] = wordsOf(placed);
  return (
    <section ref={place} className="placement-result" tabIndex={-1} aria-labelledby="placement-result">
      <h2 id="placement-result">{say(title)}</h2>
      <p>{say(why)}</p>
      <p className="placement-ways">
        <a className="button strong" href={address(start?.lesson?.id ?? 'contents')}>
          <span>{say(start ? placementWords.open : placementWords.map)}</span>
          <ArrowRight aria-hidden="true" />
        </a>
        <button type="button" className="button" onClick={onAgain}>
          <RotateCcw aria-hidden="true" />
          <span>{say(placementWords.again)}</span>
        </button>
      </p>
      <Lessons name={placementWords.worth} lessons={missing} />
      <Lessons name={placementWords.skip} lessons={known} />
    </section>
  );
}

function Lessons({ name, lessons }: { name: Text; lessons: readonly MapLesson[] }) {
  const { say } = useSay();
  const address = useAddress();
  if (lessons.length === 0) return null;
  return (
    <>
      <h3>{say(name)}</h3>
      <ul>
        {lessons.map(({ number, title, lesson }) => (
          <li key={number}>
            {lesson ? (
              <a href={address(lesson.id)}>{`${number} ${title}`}</a>
            ) : (
              <>
                <span>{`${number} ${title}`}</span> <small>{say(courseWords.beingWritten)}</small>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
