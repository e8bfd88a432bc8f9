import type { ChapterQuizData } from './chapterQuiz.ts';
import { useAddress } from './here.ts';
import { Around } from './LessonFoot.tsx';
import { useSay } from './locale.ts';
import { Questions } from './QuizView.tsx';
import { quizWords } from './quizWords.ts';
import { words } from './words.ts';
import './lesson.css';
import './prose.css';
import './quiz.css';
import './field.css';

/** The quiz that ends a chapter. Its labs stand in the questions that are answered in them. */
export function ChapterQuiz({ data }: { data: ChapterQuizData }) {
  const { locale, say } = useSay();
  const address = useAddress();
  const { chapter, quiz, page, previous, next } = data;
  const objectives = data.objectives.map(({ text, lesson, title }) => ({
    text,
    lesson: { href: address(lesson), title },
  }));
  return (
    <article className="lesson alone chapter-quiz">
      <header className="lesson-head">
        <p className="where" lang={chapter.written === locale ? undefined : chapter.written}>
          {chapter.title}
        </p>
        <h1>{say(words.quizOf(chapter.number))}</h1>
        <p className="lead">{say(quizWords.lead(Object.keys(quiz).length))}</p>
      </header>
      <div className="lesson-text">
        <Questions key={page} quiz={quiz} page={page} objectives={objectives} />
        <footer className="lesson-foot">
          <Around previous={previous} next={next} />
        </footer>
      </div>
    </article>
  );
}
