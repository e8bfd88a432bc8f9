import { Check } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { type MapChapter, type MapLesson, mapIn } from '#lessons/courseMap.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { useProgress } from '#lessons/progress.ts';
import { courseWords } from './courseWords.ts';
import { MapArrows } from './MapArrows.tsx';
import { words } from './words.ts';
import './map.css';

/** What a lesson is to the one that is pointed at. */
type Part = 'here' | 'first' | 'next';

/** All lessons as tiles, a row for each chapter. The one pointed at or focused shows what it needs and leads to. */
export function CourseMap({ compact = false }: { compact?: boolean }) {
  const { locale, say } = useSay();
  const chapters = useMemo(() => mapIn(locale), [locale]);
  const [lit, setLit] = useState<string>();
  const frame = useRef<HTMLElement>(null);
  const here = chapters.flatMap(({ lessons }) => lessons).find(({ number }) => number === lit);
  const light = (target: EventTarget) => {
    const tile = target instanceof Element ? target.closest<HTMLElement>('[data-lesson]') : null;
    setLit(tile?.dataset.lesson);
  };
  return (
    <nav
      ref={frame}
      className={compact ? 'course-map compact' : 'course-map'}
      aria-label={say(courseWords.map)}
      onPointerOver={({ target }) => light(target)}
      onPointerLeave={() => setLit(undefined)}
      onFocus={({ target }) => light(target)}
      onBlur={() => setLit(undefined)}
    >
      <ol className="map-chapters">
        {chapters.map((chapter) => (
          <ChapterRow key={chapter.number} chapter={chapter} here={here} compact={compact} onLight={setLit} />
        ))}
      </ol>
      <MapArrows frame={frame} here={here} />
      <p className="map-legend">
        <span className="finished">{say(courseWords.finished)}</span>
        <span className="unwritten">{say(courseWords.beingWritten)}</span>
      </p>
      <p className="map-said" role="status" data-lit={lit}>
        <span>{say(here ? courseWords.around(here) : courseWords.how)}</span>
      </p>
    </nav>
  );
}

interface RowProps {
  readonly chapter: MapChapter;
  readonly here: MapLesson | undefined;
  readonly compact: boolean;
  onLight(number: string): void;
}

function ChapterRow({ chapter, here, compact, onLight }: RowProps) {
  const { locale, say } = useSay();
  const address = useAddress();
  return (
    <li className="map-chapter">
      <a className="map-chapter-name" href={`${address('contents')}#${chapter.id}`}>
        <small>{say(words.chapter(chapter.number))}</small>{' '}
        <b lang={chapter.written === locale ? undefined : chapter.written}>{chapter.title}</b>
      </a>
      <ol className="map-lessons">
        {chapter.lessons.map((lesson) => (
          <li key={lesson.number} data-lesson={lesson.number} data-part={partOf(lesson, here)}>
            <Tile lesson={lesson} part={partOf(lesson, here)} compact={compact} onLight={onLight} />
          </li>
        ))}
      </ol>
    </li>
  );
}

function partOf({ number }: MapLesson, here: MapLesson | undefined): Part | undefined {
  if (number === here?.number) return 'here';
  if (here?.needs.includes(number)) return 'first';
  return here?.leads.includes(number) ? 'next' : undefined;
}

interface TileProps {
  readonly lesson: MapLesson;
  readonly part: Part | undefined;
  readonly compact: boolean;
  onLight(number: string): void;
}

function Tile({ lesson, part, compact, onLight }: TileProps) {
  const { locale, say } = useSay();
  const address = useAddress();
  const name = (
    <>
      <span className="map-number">{lesson.number}</span>{' '}
      <span className="map-title" lang={lesson.written === locale ? undefined : lesson.written}>
        {lesson.title}
      </span>{' '}
      <span className="map-facts">
        {lesson.lesson ? (
          <Facts id={lesson.lesson.id} compact={compact} />
        ) : (
          <span className="visually-hidden">{say(courseWords.beingWritten)}</span>
        )}
        {part && part !== 'here' && <span className={`map-part ${part}`}>{say(courseWords[part])}</span>}
      </span>
    </>
  );
  return lesson.lesson ? (
    <a className="map-tile" href={address(lesson.lesson.id)}>
      {name}
    </a>
  ) : (
    // It leads nowhere yet; touched or reached by Tab it shows what it needs.
    <button type="button" className="map-tile unwritten" onClick={() => onLight(lesson.number)}>
      {name}
    </button>
  );
}

/** Whether it has been read, and how many of its questions have been answered. */
function Facts({ id, compact }: { id: string; compact: boolean }) {
  const { say } = useSay();
  const read = useProgress((progress) => progress.read.includes(id));
  const answered = useProgress(({ answers }) => Object.keys(answers).filter((key) => key.startsWith(`${id}#`)).length);
  return (
    <>
      {read && (
        <span className="lesson-read">
          <Check aria-hidden="true" />
          <span>{say(words.read)}</span>
        </span>
      )}
      {answered > 0 && !compact && <span>{say(courseWords.answered(answered))}</span>}
    </>
  );
}
