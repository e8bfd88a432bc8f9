import type { Locale } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';
import type { ChapterEntry } from './arrange.ts';
import { loadFront } from './catalog.ts';
import { type Stop, stopsAround } from './course.ts';
import { findQuiz, loadQuiz } from './material.ts';

/** Everything the quiz of a chapter shows, brought before it is drawn; no lab is among it. */
export interface ChapterQuizData {
  readonly chapter: ChapterEntry;
  readonly quiz: Quiz;
  /** The page's address after the language, under which its answers are kept. */
  readonly page: string;
  /** The objectives of the chapter's lessons, one lesson after another: its questions count through them. */
  readonly objectives: readonly { readonly text: string; readonly lesson: string; readonly title: string }[];
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}

/** Brings the quiz and the objectives it asks about. */
export async function loadChapterQuiz(locale: Locale, chapter: ChapterEntry): Promise<ChapterQuizData> {
  const fronts = chapter.lessons.map(async ({ id, number, title, file }) =>
    (await loadFront(file)).objectives.map((text) => ({ text, lesson: id, title: `${number} ${title}` })),
  );
  const [objectives] = await Promise.all([Promise.all(fronts), loadQuiz(chapter.id)]);
  const page = `${chapter.id}/quiz`;
  const quiz = findQuiz(chapter.id) ?? {};
  return { chapter, quiz, page, objectives: objectives.flat(), ...stopsAround(locale, page) };
}
