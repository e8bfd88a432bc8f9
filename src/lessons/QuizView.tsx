import { useEffect, useRef, useState } from 'react';
import { isAnswered, needsLab } from '#quiz/grade.ts';
import type { Quiz } from '#quiz/question.ts';
import { bringLab } from './brought.ts';
import { useLesson } from './lesson.ts';
import { useSay } from './locale.ts';
import { findQuiz } from './material.ts';
import { forgetAnswers, useProgress } from './progress.ts';
import { QuestionView } from './QuestionView.tsx';
import { quizWords } from './quizWords.ts';
import { type Objective, Score } from './Score.tsx';
import { words } from './words.ts';

/** A quiz of the lesson's, by its file's name. */
export function QuizView({ id }: { id: string }) {
  const quiz = findQuiz(id);
  const lesson = useLesson();
  const { say } = useSay();
  if (!quiz) return <p className="page-notice">{say(words.noQuiz(id))}</p>;
  return <Questions quiz={quiz} page={lesson.id} objectives={lesson.objectives.map((text) => ({ text }))} />;
}

interface Props {
  readonly quiz: Quiz;
  /** The page that its answers are kept under. */
  readonly page: string;
  /** What its questions ask about; they name it by its place, counted from 1. */
  readonly objectives: readonly Objective[];
}

/** Its questions, one polite region for all that is to be said about them, and the score. */
export function Questions({ quiz, page, objectives }: Props) {
  const { say } = useSay();
  const list = useRef<HTMLOListElement>(null);
  const [said, setSaid] = useState({ text: '', time: 0 });
  const [rounds, setRounds] = useState<Readonly<Record<string, number>>>({});
  const entries = Object.entries(quiz);
  useLabsOfAnswers(quiz, page);
  const retry = (missed: readonly string[]) => {
    forgetAnswers(missed.map((key) => `${page}#${key}`));
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
              id={`${page}#${key}`}
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
      <Score quiz={quiz} page={page} objectives={objectives} onRetry={retry} />
    </section>
  );
}

/** Answers that only a lab can judge bring that lab; where it cannot be fetched they stay unjudged, and say so. */
function useLabsOfAnswers(quiz: Quiz, page: string): void {
  const answers = useProgress((progress) => progress.answers);
  useEffect(() => {
    for (const [key, question] of Object.entries(quiz))
      if (needsLab(question) && isAnswered(question, answers[`${page}#${key}`]))
        bringLab(question.lab).catch(() => undefined);
  }, [quiz, page, answers]);
}
