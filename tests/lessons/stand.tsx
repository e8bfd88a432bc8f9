import { type RenderResult, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { readRun } from '#kit/link.ts';
import type { Locale } from '#kit/text.ts';

import { LessonContext, type WholeLesson } from '#lessons/lesson.ts';
import { LocaleContext } from '#lessons/locale.ts';
import { type Staged, StagedContext } from '#stage/context.ts';
import { createLabStore } from '#stage/store.ts';
import { counter } from '../machine.ts';

/** A lesson about the counter, for whatever stands inside a lesson. */
export const lesson: WholeLesson = {
  id: 'tests/counting',
  number: '9.1',
  title: 'Counting',
  summary: 'It counts.',
  question: 'How far?',
  lab: 'counter',
  minutes: 1,
  needs: ['9.0'],
  objectives: ['count to nine', 'touch it'],
  edition: 1,
  draft: false,
  reading: [],
  written: 'en',
  stale: false,
  file: '/content/en/09-tests/01-counting.mdx',
};

export const stage = (): Staged => ({
  id: 'counter',
  lab: counter as never,
  store: createLabStore(counter as never, readRun(counter.controls, {}).run as never),
  locale: 'en',
  addressOf: (link) => `https://example.org/?${new URLSearchParams(link)}`,
});

/** Something as it stands on a lesson's page. */
export const inLesson = (inner: ReactElement, staged = stage(), locale: Locale = 'en'): ReactElement => (
  <LocaleContext value={locale}>
    <LessonContext value={lesson}>
      <StagedContext value={staged}>{inner}</StagedContext>
    </LessonContext>
  </LocaleContext>
);

/** Draws it, and hands out the lab beside it. */
export const renderInLesson = (
  inner: ReactElement,
  staged = stage(),
  locale: Locale = 'en',
): RenderResult & { staged: Staged } => ({ ...render(inLesson(inner, staged, locale)), staged });
