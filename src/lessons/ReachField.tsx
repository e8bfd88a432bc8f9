import { useContext } from 'react';
import type { ReachQuestion } from '#quiz/question.ts';
import { StagedContext } from '#stage/context.ts';
import type { FieldProps } from './field.ts';
import { LAB_PLACE, showLab } from './Go.tsx';
import { useSay } from './locale.ts';
import { quizWords } from './words.ts';

/** The reader brings the page's lab to a goal; what is checked is the run as it stands there. */
export function ReachField({ question }: Pick<FieldProps<ReachQuestion>, 'question'>) {
  const { say } = useSay();
  const staged = useContext(StagedContext);
  if (staged?.id !== question.lab) return <p className="quiz-how">{say(quizWords.otherLab)}</p>;
  return (
    <p className="quiz-how">
      <span>{say(quizWords.reachHow)}</span>{' '}
      <a
        className="go"
        href={`#${LAB_PLACE}`}
        onClick={(event) => {
          event.preventDefault();
          showLab();
        }}
      >
        {say(quizWords.toLab)}
      </a>
    </p>
  );
}
