import { ArrowRight, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { queryOf } from '#lessons/address.ts';
import { lessonsIn } from '#lessons/catalog.ts';
import { mapIn } from '#lessons/courseMap.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { LabView } from '#stage/LabView.tsx';
import { loadLab } from '#stage/shelf.ts';
import { createLabStore, type LabStore } from '#stage/store.ts';
import { CourseMap } from './CourseMap.tsx';
import { courseWords } from './courseWords.ts';
import { front } from './front.ts';
import { PageHead } from './PageHead.tsx';
import { words } from './words.ts';
import './home.css';

/** Brings the front page's diagram. */
export const loadHome = (): Promise<Lab> => loadLab(front.lab);

/** What this is, in five seconds: one sentence and one machine that runs; then the map of the course. */
export function Home({ lab }: { lab: Lab }) {
  const { locale, say } = useSay();
  const address = useAddress();
  const [first] = lessonsIn(locale);
  return (
    <div className="home">
      <PageHead description={say(words.description)} />
      <header className="hero">
        <h1>{say(words.headline)}</h1>
        <p className="lead">{say(words.pitch)}</p>
        <p className="hero-ways">
          {first && (
            <a className="button strong" href={address(first.id)}>
              <span>{say(words.startHere)}</span>
              <ArrowRight aria-hidden="true" />
            </a>
          )}
          <a className="button" href={address('contents')}>
            <span>{say(words.contents)}</span>
          </a>
        </p>
      </header>
      <FrontLab lab={lab} />
      <Course />
    </div>
  );
}

function FrontLab({ lab }: { lab: Lab }) {
  const { locale, say } = useSay();
  const lesson = lessonsIn(locale).find((each) => each.lab === front.lab);
  const address = useAddress();
  const href = address(lesson?.id);
  const [store] = useState(() => {
    const made = createLabStore(lab, readRun(lab.controls, lab.moments[front.moment] ?? {}).run);
    made.getState().ask(false);
    return made;
  });
  const open = (link: Readonly<Record<string, string>>) =>
    new URL(href + queryOf(link), globalThis.location?.href).href;
  return (
    <div className="front-lab">
      <p className="front-lab-how">
        <span>{say(words.tryIt)}</span>
        <button type="button" className="button" onClick={() => stepOrRestart(store)}>
          <span>{say(words.step)}</span>
          <ChevronRight aria-hidden="true" />
        </button>
        {lesson && <a href={href}>{say(words.itsLesson)}</a>}
      </p>
      <LabView id={front.lab} lab={lab} store={store} locale={locale} addressOf={open} compact />
    </div>
  );
}

/** One step on, and from the end back to the start. */
function stepOrRestart(store: LabStore): void {
  const { at, known, ended, step, seek } = store.getState();
  if (ended && at >= known) seek(0);
  else step();
}

/** The whole course in small, and a way in for who does not know where to begin. */
function Course() {
  const { locale, say } = useSay();
  const address = useAddress();
  const lessons = mapIn(locale).flatMap((chapter) => chapter.lessons);
  const ready = lessons.filter(({ lesson }) => lesson).length;
  return (
    <section className="home-course" aria-labelledby="course">
      <h2 id="course">{say(courseWords.course)}</h2>
      <p className="home-course-lead">{say(courseWords.lead(ready, lessons.length))}</p>
      <CourseMap compact />
      <p>
        <a href={address('placement')}>{say(courseWords.toStart)}</a>
      </p>
    </section>
  );
}
