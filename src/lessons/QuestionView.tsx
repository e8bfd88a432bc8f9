import { Check, CircleHelp, X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { writeRun } from '#kit/link.ts';
import { grade, isAnswered, needsLab, type Verdict } from '#quiz/grade.ts';
import type { Answer, Question } from '#quiz/question.ts';
import { seedOf } from '#quiz/shuffle.ts';
import { type Staged, StagedContext } from '#stage/context.ts';
import { emptyWords, Field } from './Field.tsx';
import { useSay } from './locale.ts';
import { OwnLab } from './OwnLab.tsx';
import { Phrase } from './Phrase.tsx';
import { keepAnswer, useProgress } from './progress.ts';
import { quizWords } from './quizWords.ts';
import { Reasons } from './Reasons.tsx';
import { makeStep, useQuestionLab } from './useQuestionLab.ts';

/** After so many misses nobody is left stranded: the answer is shown, with its reason. */
const MISSES = 2;

interface Props {
  /** The key its answer is kept under. */
  readonly id: string;
  readonly question: Question;
  /** 'Question 2 of 6'. */
  readonly place: string;
  readonly announce: (text: string) => void;
}

/** One question: its lab where it has one of its own, its field, Check, and what is to be said to the answer. */
export function QuestionView({ id, question, place, announce }: Props) {
  const { say } = useSay();
  const own = useQuestionLab(question);
  const { staged, lab } = own;
  const legend = useId();
  const kept = useProgress((progress) => progress.answers[id]);
  const [draft, setDraft] = useState<Answer>();
  const [misses, setMisses] = useState(0);
  const [empty, setEmpty] = useState(false);
  const shown = draft ?? (isAnswered(question, kept) ? kept : undefined);
  const isKept = !draft && isAnswered(question, kept);
  const verdict = isKept && (lab || !needsLab(question)) ? grade(question, kept, lab) : undefined;
  const open = verdict !== undefined && (verdict.right || misses >= MISSES);
  const change = (answer: Answer) => {
    setDraft(answer);
    setEmpty(false);
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    const answer = question.kind === 'reach' && staged ? runAsAnswer(staged) : shown;
    const isReady = isAnswered(question, answer) && (lab || !needsLab(question));
    setEmpty(!isReady);
    if (!isReady) return announce(say(emptyWords(question, own)));
    const { right, why } = grade(question, answer, lab);
    keepAnswer(id, answer);
    setDraft(undefined);
    if (!right) setMisses(misses + 1);
    if (question.kind === 'predict' && staged && (right || misses + 1 >= MISSES)) makeStep(staged, question.at);
    announce(`${say(right ? quizWords.right : quizWords.notYet)} ${say(why)}`);
  };
  const field = { own, id, seed: seedOf(id), shown, verdict, open, legend, change, announce };
  return (
    <StagedContext value={staged}>
      <div className="quiz-question" data-verdict={verdict && (verdict.right ? 'right' : 'wrong')}>
        <p className="quiz-place">{place}</p>
        <p className="quiz-ask" id={legend}>
          <Phrase text={question.ask} />
        </p>
        {own.isOwn && (
          <OwnLab
            how={question.kind === 'predict' ? quizWords.predictHow : quizWords.reachHere}
            staged={staged}
            compact={question.kind === 'predict'}
            open={() => own.open(kept)}
          />
        )}
        <form onSubmit={check} noValidate>
          <Field question={question} {...field} />
          <div className="quiz-foot">
            <button type="submit" className="button">
              <span>{say(verdict && !verdict.right ? quizWords.checkAgain : quizWords.check)}</span>
            </button>
            {empty && (
              <p className="quiz-verdict unanswered">
                <CircleHelp aria-hidden="true" />
                <b>{say(emptyWords(question, own))}</b>
              </p>
            )}
            {isKept && !verdict && <p className="quiz-how">{say(quizWords.unjudged)}</p>}
          </div>
        </form>
        {verdict && <VerdictLine verdict={verdict} />}
        {open && <Reasons question={question} verdict={verdict} lab={lab} />}
      </div>
    </StagedContext>
  );
}

function VerdictLine({ verdict: { right, why } }: { verdict: Verdict }) {
  const { say } = useSay();
  return (
    <div className={`quiz-verdict ${right ? 'right' : 'wrong'}`}>
      {right ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      <p>
        <b>{say(right ? quizWords.right : quizWords.notYet)}</b> <Phrase text={why} />
      </p>
    </div>
  );
}

/** The run as it stands in the lab. */
const runAsAnswer = ({ lab, store }: Staged): Answer => ({
  kind: 'reach',
  run: writeRun(lab.controls, store.getState()),
});
