import { RotateCcw } from 'lucide-react';
import { useContext, useRef, useState } from 'react';
import { grade, isAnswered } from '#quiz/grade.ts';
import type { Quiz } from '#quiz/question.ts';
import { StagedContext } from '#stage/context.ts';
import { useLesson } from './lesson.ts';
import { useSay } from './locale.ts';
import { findQuiz } from './material.ts';
import { forgetAnswers, useProgress } from './progress.ts';
import { QuestionView } from './QuestionView.tsx';
import { quizWords, words } from './words.ts';

/** A quiz of the lesson's, by its file's name. */
export function QuizView({ id }: { id: string }) {
  const quiz = findQuiz(id);
  const { say } = useSay();
  return quiz ? <Questions quiz={quiz} /> : <p className="page-notice">{say(words.noQuiz(id))}</p>;
}

/** Its questions, one polite region for all that is to be said about them, and the score. */
export function Questions({ quiz }: { quiz: Quiz }) {
  const { say } = useSay();
  const lesson = useLesson();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState({ text: '', time: 0 });
  const [rounds, setRounds] = useState<Readonly<Record<string, number>>>({});
  const entries = Object.entries(quiz);
  const retry = (missed: readonly string[]) => {
    forgetAnswers(missed.map((key) => `${lesson.id}#${key}`));
    setRounds({ ...rounds, ...Object.fromEntries(missed.map((key) => [key, (rounds[key] ?? 0) + 1])) });
    setSaid({ text: '', time: 0 });
    list.current?.querySelector<HTMLElement>(`[data-question="${missed[0]}"]`)?.focus();
  };
  return (
    <section className="quiz" aria-label={say(quizWords.questions)}>
      <ol ref={list}>
        {entries.map(([key, question], i) => (
          <li key={key} data-question={key} tabIndex={-1}>
            <QuestionView
              key={rounds[key] ?? 0}
              id={`${lesson.id}#${key}`}
              question={question}
              place={say(quizWords.question(i + 1, entries.length))}
              announce={(text) => setSaid({ text, time: said.time + 1 })}
            />
          </li>
        ))}
      </ol>
      <div className="visually-hidden" role="status">
        <span key={said.time}>{said.text}</span>
      </div>
      <Score quiz={quiz} onRetry={retry} />
    </section>
  );
}

/** How far the reader has come, what to revisit, and a way to try the missed ones again. */
function Score({ quiz, onRetry }: { quiz: Quiz; onRetry: (missed: readonly string[]) => void }) {
  const { say } = useSay();
  const lesson = useLesson();
  const lab = useContext(StagedContext)?.lab;
  const answers = useProgress((progress) => progress.answers);
  const graded = Object.entries(quiz).map(([key, question]) => {
    const answer = answers[`${lesson.id}#${key}`];
    return { key, question, right: isAnswered(question, answer) ? grade(question, answer, lab).right : undefined };
  });
  const missed = graded.filter(({ right }) => right === false);
  const open = graded.filter(({ right }) => right === undefined).length;
  const revisit = [...new Set(missed.map(({ question }) => lesson.objectives[(question.objective ?? 0) - 1]))];
  return (
    <div className="score" data-begun={open < graded.length || undefined}>
      <p>
        <b>{say(quizWords.score(graded.length - missed.length - open, graded.length))}</b>
        {open > 0 && <span className="score-open">{say(quizWords.open(open))}</span>}
      </p>
      {open === 0 && missed.length > 0 && (
        <>
          <p>
            <span>{say(quizWords.revisit)}</span>
          </p>
          <ul>{revisit.map((text) => text && <li key={text}>{text}</li>)}</ul>
          <button type="button" className="button" onClick={() => onRetry(missed.map(({ key }) => key))}>
            <RotateCcw aria-hidden="true" />
            <span>{say(quizWords.retry)}</span>
          </button>
        </>
      )}
    </div>
  );
}
