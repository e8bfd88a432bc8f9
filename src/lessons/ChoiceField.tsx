import { Check, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { rightOptions } from '#quiz/grade.ts';
import type { ChoiceQuestion } from '#quiz/question.ts';
import { optionOrder } from '#quiz/shuffle.ts';
import type { FieldProps } from './field.ts';
import { useSay } from './locale.ts';
import { Phrase } from './Phrase.tsx';
import { quizWords } from './quizWords.ts';

/** Radio buttons where one option is right, check boxes where several are. */
export function ChoiceField({ question, id, seed, shown, verdict, open, legend, change }: FieldProps<ChoiceQuestion>) {
  const { say } = useSay();
  const right = rightOptions(question);
  const several = right.length > 1;
  const picked = shown?.kind === 'choice' ? shown.picked : [];
  const pick = (key: string, on: boolean) =>
    change({ kind: 'choice', picked: several ? [...picked.filter((k) => k !== key), ...(on ? [key] : [])] : [key] });
  const options = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what was picked before the page was live counts too
  useEffect(() => {
    const before = [...(options.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])];
    if (!shown && before.length > 0) change({ kind: 'choice', picked: before.map(({ value }) => value) });
  }, []);
  /** What is known about an option by now: a picked one after the check, any once the answer is out. */
  const stateOf = (key: string): 'right' | 'wrong' | undefined => {
    if (!verdict || !(open || (picked.includes(key) && !several))) return undefined;
    if (right.includes(key)) return 'right';
    return picked.includes(key) ? 'wrong' : undefined;
  };
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role takes a name
    <div ref={options} className="quiz-options" role={several ? 'group' : 'radiogroup'} aria-labelledby={legend}>
      {several && <p className="quiz-how">{say(quizWords.pickAll)}</p>}
      {optionOrder(question, seed).map((key) => (
        <label key={key} className="quiz-option" data-state={stateOf(key)}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            value={key}
            checked={picked.includes(key)}
            onChange={(event) => pick(key, event.target.checked)}
          />
          <Phrase text={question.options[key]?.text ?? key} />
          <OptionMark state={stateOf(key)} />
        </label>
      ))}
    </div>
  );
}

function OptionMark({ state }: { state: 'right' | 'wrong' | undefined }) {
  const { say } = useSay();
  if (!state) return <i className="quiz-mark" />;
  return (
    <i className="quiz-mark">
      {state === 'right' ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
      <span className="visually-hidden">{say(state === 'right' ? quizWords.optionRight : quizWords.optionWrong)}</span>
    </i>
  );
}
