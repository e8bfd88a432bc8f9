import { ChapterQuiz } from '#lessons/ChapterQuiz.tsx';
import type { ChapterQuizData } from '#lessons/chapterQuiz.ts';
import { useSay } from '#lessons/locale.ts';
import { quizWords } from '#lessons/quizWords.ts';
import { words } from '#lessons/words.ts';
import { PageHead } from './PageHead.tsx';

export { loadChapterQuiz } from '#lessons/chapterQuiz.ts';

/** The page of a chapter's quiz and what stands in its head. */
export function QuizRoute({ data }: { data: ChapterQuizData }) {
  const { say } = useSay();
  const { chapter, quiz } = data;
  return (
    <>
      <PageHead
        title={`${say(words.quizOf(chapter.number))} · ${chapter.title}`}
        description={say(quizWords.lead(Object.keys(quiz).length))}
      />
      <ChapterQuiz data={data} />
    </>
  );
}
