import { useEffect, useRef, useState } from 'react';
import type { NumberQuestion } from '#quiz/question.ts';
import type { FieldProps } from './field.ts';
import { useSay } from './locale.ts';
import { Phrase } from './Phrase.tsx';
import { quizWords } from './quizWords.ts';

/** The number a reader wrote: `24`, `1,024`, `１２`, `0x18`; NaN where it is none. */
export function readNumber(written: string): number {
  const plain = written
    .normalize('NFKC')
    .replace(/[\s,_]/g, '')
    .replace('−', '-');
  return plain === '' ? Number.NaN : Number(plain);
}

/** A field for one number. */
export function NumberField({ question, shown, verdict, legend, change }: FieldProps<NumberQuestion>) {
  const { say } = useSay();
  const [written, setWritten] = useState<string>();
  const value = shown?.kind === 'number' && Number.isFinite(shown.value) ? String(shown.value) : '';
  const field = useRef<HTMLInputElement>(null);
  const write = (text: string) => {
    setWritten(text);
    change({ kind: 'number', value: readNumber(text) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once; what was written before the page was live counts too
  useEffect(() => {
    if (!shown && field.current?.value) write(field.current.value);
  }, []);
  return (
    <label className="quiz-number">
      <span>{say(quizWords.yourNumber)}</span>
      <input
        ref={field}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={24}
        aria-describedby={legend}
        aria-invalid={verdict && !verdict.right ? true : undefined}
        value={written ?? value}
        onChange={(event) => write(event.target.value)}
      />
      {question.unit && <Phrase text={question.unit} />}
    </label>
  );
}
