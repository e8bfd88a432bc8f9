import { Check, CircleHelp, X } from 'lucide-react';
import { useId } from 'react';
import { ChoiceField } from '#lessons/ChoiceField.tsx';
import { useSay } from '#lessons/locale.ts';
import { Phrase } from '#lessons/Phrase.tsx';
import { quizWords } from '#lessons/quizWords.ts';
import { Reasons } from '#lessons/Reasons.tsx';
import { grade, isAnswered, type Verdict } from '#quiz/grade.ts';
import type { Answer, ChoiceQuestion } from '#quiz/question.ts';
import { seedOf } from '#quiz/shuffle.ts';
import { placementWords } from './placementWords.ts';

interface Props {
  /** The key its answer is kept under. */
  readonly id: string;
  readonly place: readonly [number: number, all: number];
  readonly question: ChoiceQuestion;
  readonly answer: Answer | undefined;
  /** The quiz has been handed in: answers stand, and reasons are shown. */
  readonly told: boolean;
  change(answer: Answer): void;
}

const silent = (): void => {};

/** One question; once all are handed in, the reason of every option. */
export function PlacementQuestion({ id, place, question, answer, told, change }: Props) {
  const { say } = useSay();
  const legend = useId();
  const verdict = told && isAnswered(question, answer) ? grade(question, answer) : undefined;
  /** Left open: the answer and its reason, with nothing of it said before. */
  const untold: Verdict = { right: false, why: quizWords.notAnswered };
  const field = { question, id, seed: seedOf(id), shown: answer, verdict, open: told, legend, announce: silent };
  return (
    <div className="quiz-question">
      <p className="quiz-place">{say(quizWords.question(...place))}</p>
      <p className="quiz-ask" id={legend}>
        <Phrase text={question.ask} />
      </p>
      <fieldset className="placement-field" disabled={told} aria-labelledby={legend}>
        <ChoiceField key={told ? 'told' : 'asked'} {...field} change={change} />
      </fieldset>
      {told && <Said verdict={verdict} />}
      {told && <Reasons question={question} verdict={verdict ?? untold} lab={undefined} />}
    </div>
  );
}

/** What is to be said to the answer; without a verdict nothing was answered. */
function Said({ verdict }: { verdict: Verdict | undefined }) {
  const { say } = useSay();
  const Icon = verdict ? (verdict.right ? Check : X) : CircleHelp;
  const word = verdict ? (verdict.right ? placementWords.known : placementWords.new) : placementWords.leftOpen;
  return (
    <div className="quiz-verdict">
      <Icon aria-hidden="true" />
      <p>
        <b>{say(word)}</b> {verdict && <Phrase text={verdict.why} />}
      </p>
    </div>
  );
}
