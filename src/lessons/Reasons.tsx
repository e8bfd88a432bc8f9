import { type MouseEvent, type ReactNode, useContext } from 'react';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import type { Text } from '#kit/text.ts';
import { rightOptions, type Verdict } from '#quiz/grade.ts';
import { choiceOf } from '#quiz/predict.ts';
import type { ChoiceQuestion, Question, ReachQuestion } from '#quiz/question.ts';
import { StagedContext } from '#stage/context.ts';
import { showLab } from './Go.tsx';
import { useSay } from './locale.ts';
import { Phrase } from './Phrase.tsx';
import { quizWords } from './quizWords.ts';

interface Props {
  readonly question: Question;
  readonly verdict: Verdict;
  /** The lab that has judged it, where one has. */
  readonly lab: Lab | undefined;
}

/** Once the answer is out: the answer itself after two misses, and for whoever asks, the reason of every option. */
export function Reasons({ question: asked, verdict: { right, why }, lab }: Props) {
  const question = (asked.kind === 'predict' && lab && choiceOf(asked, lab)) || asked;
  return (
    <>
      {!right && <RightAnswer question={question} said={why} />}
      {question.kind === 'choice' && <EveryOption question={question} />}
      {question.kind === 'reach' && <OneWay question={question} />}
    </>
  );
}

/** `said` is the reason that stands above already. */
function RightAnswer({ question, said }: { question: Question; said: Text }) {
  const { say } = useSay();
  return (
    <div className="quiz-answer">
      <p>
        <b>{say(quizWords.answerIs)}</b> {answerOf(question)}
      </p>
      {question.why !== said && (
        <p>
          <Phrase text={question.why} />
        </p>
      )}
    </div>
  );
}

function answerOf(question: Question): ReactNode {
  switch (question.kind) {
    case 'choice':
      return rightOptions(question).map((key) => (
        <span key={key} className="quiz-right">
          <Phrase text={question.options[key]?.text ?? key} />
        </span>
      ));
    case 'number':
      return (
        <span className="quiz-right">
          <span>{question.answer}</span> {question.unit && <Phrase text={question.unit} />}
        </span>
      );
    case 'order':
      return (
        <span className="quiz-right">
          {Object.entries(question.items).map(([key, text], i) => (
            <span key={key}>
              <span>{i ? ' → ' : ''}</span>
              <Phrase text={text} />
            </span>
          ))}
        </span>
      );
    case 'reach':
    case 'predict':
      return null;
  }
}

function EveryOption({ question: { options, why } }: { question: ChoiceQuestion }) {
  const { say } = useSay();
  return (
    <details className="quiz-reasons">
      <summary>
        <span>{say(quizWords.whyEach)}</span>
      </summary>
      <dl>
        {Object.entries(options).map(([key, option]) => (
          <div key={key}>
            <dt>
              <Phrase text={option.text} />{' '}
              <small>{say(option.right ? quizWords.optionRight : quizWords.optionWrong)}</small>
            </dt>
            <dd>
              <Phrase text={option.why ?? why} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Opens the end of one way to the goal in the lab that the question is answered in. */
function OneWay({ question }: { question: ReachQuestion }) {
  const { say } = useSay();
  const staged = useContext(StagedContext);
  const goal = staged?.id === question.lab ? staged.lab.goals[question.goal] : undefined;
  if (!staged || !goal) return null;
  const open = ({ currentTarget }: MouseEvent) => {
    staged.store.getState().open(readRun(staged.lab.controls, goal.solution).run);
    showLab(currentTarget.closest('.quiz-question')?.querySelector('.quiz-lab') ?? undefined);
  };
  return (
    <button type="button" className="button" onClick={open}>
      <span>{say(quizWords.solution)}</span>
    </button>
  );
}
