import { useMemo } from 'react';
import type { Lab } from '#kit/lab.ts';
import { choiceOf } from '#quiz/predict.ts';
import type { PredictQuestion } from '#quiz/question.ts';
import { ChoiceField } from './ChoiceField.tsx';
import type { FieldProps } from './field.ts';
import { Phrase } from './Phrase.tsx';

/** The machine's own question about its next step, once the machine is here. */
export function PredictField({ question, lab, legend, ...rest }: FieldProps<PredictQuestion> & { lab?: Lab }) {
  const choice = useMemo(() => lab && choiceOf(question, lab), [question, lab]);
  if (!choice) return null;
  const asked = `${legend}-asked`;
  return (
    <>
      <p className="quiz-asked" id={asked}>
        <Phrase text={choice.ask} />
      </p>
      <ChoiceField question={choice} legend={asked} {...rest} />
    </>
  );
}
