import type { ReactElement } from 'react';
import { isLocale, type Locale, locales } from '#kit/text.ts';
import { addressOf } from '#lessons/address.ts';
import { findLesson, lessonsIn } from '#lessons/catalog.ts';
import { chaptersWithQuiz, filesOfQuiz, findQuizzed } from '#lessons/course.ts';
import { filesOf, loadLesson } from '#lessons/lesson.ts';
import { front } from './front.ts';
import { loadCatalogue, systemIds } from './system.ts';

/** A page with everything it shows, ready to be drawn. */
export interface Page {
  readonly path: string;
  /** Undefined where the address names no language. */
  readonly locale: Locale | undefined;
  /** The address without its language: the same for a page and its twins. */
  readonly name: string;
  readonly body: ReactElement;
}

/** What a host shows for an address that is not there. */
const MISSING = '/404';

/** Brings the page of an address, `/en/contents/`: one that is not there is a page that says so. */
export async function loadPage(path: string): Promise<Page> {
  const [locale = '', ...rest] = path.split('/').filter(Boolean).map(decode);
  const name = rest.join('/');
  if (isLocale(locale)) return { path, locale, name, body: await bodyOf(locale, name) };
  return {
    path,
    locale: undefined,
    name,
    body: locale === '' ? await languagePage() : await notFoundInAll(path, locale),
  };
}

async function languagePage(): Promise<ReactElement> {
  const { LanguagePage } = await import('./LanguagePage.tsx');
  return <LanguagePage />;
}

async function notFoundInAll(path: string, locale: string): Promise<ReactElement> {
  const { NotFoundInAll } = await import('./NotFound.tsx');
  return <NotFoundInAll locale={path === MISSING ? undefined : locale.slice(0, 40)} />;
}

function decode(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return word;
  }
}

async function bodyOf(locale: Locale, name: string): Promise<ReactElement> {
  switch (name) {
    case '': {
      const { Home, loadHome } = await import('./Home.tsx');
      return <Home lab={await loadHome()} />;
    }
    case 'contents': {
      const { Contents, loadContents } = await import('./Contents.tsx');
      return <Contents openings={await loadContents(locale)} />;
    }
    case 'glossary': {
      const [{ GlossaryPage }, { loadGlossary }] = await Promise.all([
        import('./GlossaryPage.tsx'),
        import('#lessons/glossary.ts'),
      ]);
      return <GlossaryPage entries={await loadGlossary()} />;
    }
    case 'systems': {
      const [{ SystemsPage }, { systems }] = await Promise.all([import('./SystemsPage.tsx'), loadCatalogue()]);
      return <SystemsPage systems={systems} />;
    }
    case 'placement': {
      const { PlacementPage } = await import('./PlacementPage.tsx');
      return <PlacementPage />;
    }
    case 'progress': {
      const { ProgressPage } = await import('./ProgressPage.tsx');
      return <ProgressPage />;
    }
    default:
      return name.startsWith('systems/') ? ofCatalogue(name) : ofCourse(locale, name);
  }
}

/** The page of one system. */
async function ofCatalogue(name: string): Promise<ReactElement> {
  const [{ SystemPage }, { systems, references }] = await Promise.all([import('./SystemPage.tsx'), loadCatalogue()]);
  const system = systems.find(({ id }) => name === `systems/${id}`);
  if (system) return <SystemPage system={system} references={references} />;
  const { NotFound } = await import('./NotFound.tsx');
  return <NotFound name={name} />;
}

/** A lesson, or the quiz of a chapter. */
async function ofCourse(locale: Locale, name: string): Promise<ReactElement> {
  const lesson = findLesson(locale, name);
  if (lesson) {
    const [{ LessonRoute }, data] = await Promise.all([import('./LessonRoute.tsx'), loadLesson(locale, lesson)]);
    return <LessonRoute data={data} />;
  }
  const chapter = findQuizzed(locale, name);
  if (chapter) {
    const { loadChapterQuiz, QuizRoute } = await import('./QuizRoute.tsx');
    return <QuizRoute data={await loadChapterQuiz(locale, chapter)} />;
  }
  const { NotFound } = await import('./NotFound.tsx');
  return <NotFound name={name} />;
}

/** Every page that is written to disk as HTML. */
export const pages: readonly string[] = [
  '/',
  MISSING,
  ...locales.flatMap((locale) =>
    [
      ...['', 'contents', 'placement', 'progress', 'glossary', 'systems'],
      ...systemIds.map((id) => `systems/${id}`),
      ...lessonsIn(locale).map(({ id }) => id),
      ...chaptersWithQuiz(locale).map(({ id }) => `${id}/quiz`),
    ].map((name) => addressOf(locale, name)),
  ),
];

/** The modules that a page needs besides the entry, so that its scripts can be fetched along with it. */
export function modulesOf(path: string): readonly string[] {
  const [locale, ...rest] = path.split('/').filter(Boolean);
  const name = rest.join('/');
  if (!isLocale(locale)) return path === '/' ? ['src/app/LanguagePage.tsx'] : [];
  if (name === '') return ['src/app/Home.tsx', `src/labs/${front.lab}/lab.ts`];
  if (name === 'contents') return ['src/app/Contents.tsx'];
  if (name === 'placement') return ['src/app/PlacementPage.tsx'];
  if (name === 'progress') return ['src/app/ProgressPage.tsx'];
  if (name === 'systems') return ['src/app/SystemsPage.tsx', 'content/systems.yaml'];
  if (systemIds.some((id) => name === `systems/${id}`)) return ['src/app/SystemPage.tsx', 'content/systems.yaml'];
  if (name === 'glossary') return ['src/app/GlossaryPage.tsx', 'src/lessons/glossary.ts', 'content/glossary.yaml'];
  const lesson = findLesson(locale, name);
  if (lesson) return ['src/app/LessonRoute.tsx', ...filesOf(lesson)];
  const chapter = findQuizzed(locale, name);
  return chapter ? ['src/app/QuizRoute.tsx', ...filesOfQuiz(chapter)] : [];
}
