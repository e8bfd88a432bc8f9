import { type FormEvent, useEffect, useRef, useState } from 'react';
import { mapIn } from '#lessons/courseMap.ts';
import { answerEntry, listEntry } from '#lessons/kept.ts';
import { useSay } from '#lessons/locale.ts';
import { keyOf, PLACEMENT, type Placement, placementOf } from '#lessons/placement.ts';
import { keep, useProgress } from '#lessons/progress.ts';
import type { Answer, ChoiceQuestion } from '#quiz/question.ts';
import quiz, { grounds } from '../../content/quizzes/placement.ts';
import { PageHead } from './PageHead.tsx';
import { PlacementQuestion } from './PlacementQuestion.tsx';
import { PlacementResult } from './PlacementResult.tsx';
import { placementWords } from './placementWords.ts';
import '#lessons/lesson.css';
import '#lessons/quiz.css';
import '#lessons/field.css';
import './placement.css';

type Answers = Readonly<Record<string, Answer>>;

const questions: readonly (readonly [key: string, question: ChoiceQuestion])[] = Object.entries(quiz);

/** What was answered here, and whether it has been handed in: it stays until the reader takes the quiz again. */
function useTaken(): { taken: boolean; answers: Answers; handIn(drafts: Answers): void; again(): void } {
  const taken = useProgress(({ read }) => read.includes(PLACEMENT));
  const answers = useProgress((progress) => progress.answers);
  return {
    taken,
    answers,
    handIn: (drafts) =>
      keep([...questions.map(([key]) => answerEntry(keyOf(key), drafts[keyOf(key)])), listEntry('read', PLACEMENT)]),
    again: () => keep([...questions.map(([key]) => answerEntry(keyOf(key))), listEntry('read', PLACEMENT, false)]),
  };
}

/** Ten questions, and the lesson to begin with. What is left open counts as not known; nothing is graded. */
export function PlacementPage() {
  const { locale, say } = useSay();
  const { taken, answers, handIn, again } = useTaken();
  const [drafts, setDrafts] = useState<Answers>({});
  const result = useRef<HTMLElement>(null);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current && taken) result.current?.focus();
    asked.current = false;
  }, [taken]);
  const lessons = mapIn(locale).flatMap((chapter) => chapter.lessons);
  const placed: Placement | undefined = taken ? placementOf(quiz, grounds, answers, lessons) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asked.current = true;
    handIn(drafts);
  };
  const retake = () => {
    setDrafts({});
    again();
    scrollTo({ top: 0 });
  };
  return (
    <article className="lesson alone placement" key={locale}>
      <PageHead title={say(placementWords.title)} description={say(placementWords.lead)} />
      <header className="lesson-head">
        <h1>{say(placementWords.title)}</h1>
        <p className="lead">{say(placementWords.lead)}</p>
      </header>
      <div className="lesson-text">
        {placed && <PlacementResult place={result} placed={placed} onAgain={retake} />}
        <form className="quiz" onSubmit={submit} noValidate>
          {placed && <h2>{say(placementWords.reasons)}</h2>}
          <ol>
            {questions.map(([key, question], i) => (
              <li key={key} data-question={key}>
                <PlacementQuestion
                  id={keyOf(key)}
                  place={[i + 1, questions.length]}
                  question={question}
                  answer={(taken ? answers : drafts)[keyOf(key)]}
                  told={taken}
                  change={(answer) => setDrafts((before) => ({ ...before, [keyOf(key)]: answer }))}
                />
              </li>
            ))}
          </ol>
          {!taken && (
            <div className="quiz-foot">
              <button type="submit" className="button strong">
                <span>{say(placementWords.show)}</span>
              </button>
            </div>
          )}
        </form>
      </div>
    </article>
  );
}
