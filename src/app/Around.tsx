import { Fragment } from 'react';
import type { MapLesson } from '#lessons/courseMap.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { courseWords } from './courseWords.ts';

interface Props {
  readonly lesson: MapLesson;
  /** The whole course, by number. */
  readonly byNumber: ReadonlyMap<string, MapLesson>;
}

/** What a lesson needs first and what it leads to, in words; what is written can be gone to. */
export function Around({ lesson, byNumber }: Props) {
  const { say } = useSay();
  const { needs, needsAll, helps, leads } = lesson;
  const alone = needsAll ? courseWords.needsAll : courseWords.needsNothing;
  return (
    <p className="lesson-around">
      {needsAll || needs.length === 0 ? (
        <span>{say(alone)}</span>
      ) : (
        <Numbers name={say(courseWords.needs)} numbers={needs} byNumber={byNumber} />
      )}
      {helps.length > 0 && <Numbers name={say(courseWords.helps)} numbers={helps} byNumber={byNumber} />}
      {leads.length > 0 && <Numbers name={say(courseWords.leadsTo)} numbers={leads} byNumber={byNumber} />}
    </p>
  );
}

function Numbers({
  name,
  numbers,
  byNumber,
}: {
  name: string;
  numbers: readonly string[];
  byNumber: Props['byNumber'];
}) {
  const address = useAddress();
  return (
    <span>
      <span>{name}</span>
      {numbers.map((number) => {
        const found = byNumber.get(number);
        return (
          <Fragment key={number}>
            {' '}
            {found?.lesson ? (
              <a href={address(found.lesson.id)} aria-label={`${number} ${found.title}`} title={found.title}>
                {number}
              </a>
            ) : (
              <span title={found?.title}>{number}</span>
            )}
          </Fragment>
        );
      })}
    </span>
  );
}
