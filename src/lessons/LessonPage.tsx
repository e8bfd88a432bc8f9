import { type ReactNode, useMemo } from 'react';
import type { Lab } from '#kit/lab.ts';
import { StagedContext } from '#stage/context.ts';
import { LabView } from '#stage/LabView.tsx';
import { DroppedNotice } from './DroppedNotice.tsx';
import { LAB_PLACE } from './Go.tsx';
import { useSearch } from './here.ts';
import { LessonFoot } from './LessonFoot.tsx';
import { LessonHead } from './LessonHead.tsx';
import { LessonContext, type LessonData } from './lesson.ts';
import { useSay } from './locale.ts';
import { tags } from './tags.tsx';
import { useLinkedRun, usePageLab } from './usePageLab.ts';
import { useTried } from './useTried.ts';
import './lesson.css';
import './prose.css';
import './figure.css';
import './claims.css';
import './quiz.css';
import './field.css';

/** A lesson: its text, and beside it the lab it is about. A change of language keeps the lab as it stands. */
export function LessonPage({ data }: { data: LessonData }) {
  const { lesson, lab } = data;
  return (
    <LessonContext value={lesson}>
      {lab && lesson.lab !== undefined ? (
        <WithLab key={lesson.id} id={lesson.lab} lab={lab} data={data} />
      ) : (
        <article key={lesson.id} className="lesson alone">
          <LessonHead lesson={lesson} />
          <LessonText data={data} />
        </article>
      )}
    </LessonContext>
  );
}

function WithLab({ id, lab, data }: { id: string; lab: Lab; data: LessonData }) {
  const { locale } = useSay();
  const staged = usePageLab(id, lab, locale, data.lesson.id);
  const { dropped, dismiss } = useLinkedRun(staged, useSearch());
  useTried(staged);
  return (
    <StagedContext value={staged}>
      <article className="lesson">
        <LessonHead lesson={data.lesson} />
        <div id={LAB_PLACE} className="lesson-lab">
          <DroppedNotice dropped={dropped} onDismiss={dismiss} />
          <LabView {...staged} />
        </div>
        <LessonText data={data} />
      </article>
    </StagedContext>
  );
}

function LessonText({ data: { lesson, Body, previous, next } }: { data: LessonData }) {
  const { locale } = useSay();
  const body = useMemo(() => <Body components={tags} />, [Body]);
  return (
    <div className="lesson-text">
      <InOwnLanguage
        key={`${locale} ${lesson.written}`}
        written={lesson.written === locale ? undefined : lesson.written}
      >
        {body}
      </InOwnLanguage>
      <LessonFoot lesson={lesson} previous={previous} next={next} />
    </div>
  );
}

/** The author's words, marked where they are in another language than the page. */
function InOwnLanguage({ written, children }: { written: string | undefined; children: ReactNode }) {
  return (
    <div className="prose" lang={written}>
      {children}
    </div>
  );
}
