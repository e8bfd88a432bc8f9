import type { Text } from '#kit/text.ts';
import type { Question } from '#quiz/question.ts';
import { ChoiceField } from './ChoiceField.tsx';
import type { FieldProps } from './field.ts';
import { NumberField } from './NumberField.tsx';
import { OrderField } from './OrderField.tsx';
import { PredictField } from './PredictField.tsx';
import { quizWords } from './quizWords.ts';
import { ReachField } from './ReachField.tsx';
import type { QuestionLab } from './useQuestionLab.ts';

type Props = FieldProps<Question> & { readonly own: QuestionLab };

/** Where the answer to a question is given. */
export function Field({ question, own, ...rest }: Props) {
  switch (question.kind) {
    case 'choice':
      return <ChoiceField question={question} {...rest} />;
    case 'number':
      return <NumberField question={question} {...rest} />;
    case 'order':
      return <OrderField question={question} {...rest} />;
    case 'reach':
      return own.isOwn ? null : <ReachField />;
    case 'predict':
      return <PredictField question={question} {...(own.lab && { lab: own.lab })} {...rest} />;
  }
}

/** Why nothing was checked. */
export function emptyWords(question: Question, { isOwn, staged }: QuestionLab): Text {
  if (isOwn && !staged) return quizWords.openFirst;
  switch (question.kind) {
    case 'choice':
    case 'predict':
      return quizWords.notAnswered;
    case 'number':
      return quizWords.writeNumber;
    case 'order':
      return quizWords.moveFirst;
    case 'reach':
      return quizWords.reachFirst;
  }
}
