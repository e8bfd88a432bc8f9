import { Check, CircleHelp, X } from 'lucide-react';
import { type FormEvent, useContext, useId, useState } from 'react';
import { writeRun } from '#kit/link.ts';
import type { Text } from '#kit/text.ts';
import { grade, isAnswered } from '#quiz/grade.ts';
import type { Answer, Question } from '#quiz/question.ts';
import { seedOf } from '#quiz/shuffle.ts';
import { type Staged, StagedContext } from '#stage/context.ts';
import { ChoiceField } from './ChoiceField.tsx';
import type { FieldProps } from './field.ts';
import { useSay } from './locale.ts';
import { NumberField } from './NumberField.tsx';
import { OrderField } from './OrderField.tsx';
import { Phrase } from './Phrase.tsx';
import { keepAnswer, useProgress } from './progress.ts';
import { ReachField } from './ReachField.tsx';
import { Reasons } from './Reasons.tsx';
import { quizWords } from './words.ts';

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

/** One question: its field, Check, and what is to be said to the answer. */
export function QuestionView({ id, question, place, announce }: Props) {
  const { say } = useSay();
  const staged = useStagedFor(question);
  const legend = useId();
  const kept = useProgress((progress) => progress.answers[id]);
  const [draft, setDraft] = useState<Answer>();
  const [misses, setMisses] = useState(0);
  const [empty, setEmpty] = useState(false);
  const shown = draft ?? (isAnswered(question, kept) ? kept : undefined);
  const verdict = !draft && isAnswered(question, kept) ? grade(question, kept, staged?.lab) : undefined;
  const open = verdict !== undefined && (verdict.right || misses >= MISSES);
  const change = (answer: Answer) => {
    setDraft(answer);
    setEmpty(false);
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    const answer = question.kind === 'reach' && staged ? runAsAnswer(staged) : shown;
    setEmpty(!isAnswered(question, answer));
    if (!isAnswered(question, answer)) return announce(say(emptyWords(question)));
    const { right, why } = grade(question, answer, staged?.lab);
    keepAnswer(id, answer);
    setDraft(undefined);
    if (!right) setMisses(misses + 1);
    announce(`${say(right ? quizWords.right : quizWords.notYet)} ${say(why)}`);
  };
  const field = { id, seed: seedOf(id), shown, verdict, open, legend, change, announce };
  return (
    <form
      className="quiz-question"
      onSubmit={check}
      data-verdict={verdict && (verdict.right ? 'right' : 'wrong')}
      noValidate
    >
      <p className="quiz-place">{place}</p>
      <p className="quiz-ask" id={legend}>
        <Phrase text={question.ask} />
      </p>
      <Field question={question} {...field} />
      <div className="quiz-foot">
        <button type="submit" className="button">
          <span>{say(verdict && !verdict.right ? quizWords.checkAgain : quizWords.check)}</span>
        </button>
        {empty && (
          <p className="quiz-verdict unanswered">
            <CircleHelp aria-hidden="true" />
            <b>{say(emptyWords(question))}</b>
          </p>
        )}
      </div>
      {verdict && (
        <div className={`quiz-verdict ${verdict.right ? 'right' : 'wrong'}`}>
          {verdict.right ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
          <p>
            <b>{say(verdict.right ? quizWords.right : quizWords.notYet)}</b> <Phrase text={verdict.why} />
          </p>
        </div>
      )}
      {open && <Reasons question={question} verdict={verdict} />}
    </form>
  );
}

/** The page's lab, where the question is about it or about none. */
function useStagedFor(question: Question): Staged | undefined {
  const staged = useContext(StagedContext);
  return question.kind === 'reach' && staged?.id !== question.lab ? undefined : staged;
}

/** The run as it stands in the lab. */
const runAsAnswer = ({ lab, store }: Staged): Answer => ({
  kind: 'reach',
  run: writeRun(lab.controls, store.getState()),
});

/** Why nothing was checked. */
function emptyWords(question: Question): Text {
  switch (question.kind) {
    case 'choice':
      return quizWords.notAnswered;
    case 'number':
      return quizWords.writeNumber;
    case 'order':
      return quizWords.moveFirst;
    case 'reach':
      return quizWords.reachFirst;
  }
}

function Field({ question, ...rest }: FieldProps<Question>) {
  switch (question.kind) {
    case 'choice':
      return <ChoiceField question={question} {...rest} />;
    case 'number':
      return <NumberField question={question} {...rest} />;
    case 'order':
      return <OrderField question={question} {...rest} />;
    case 'reach':
      return <ReachField question={question} />;
  }
}
