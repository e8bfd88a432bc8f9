import { useEffect, useRef, useState } from 'react';
import type { Text } from '#kit/text.ts';
import type { Staged } from '#stage/context.ts';
import { LabView } from '#stage/LabView.tsx';
import { useSay } from './locale.ts';
import { quizWords } from './quizWords.ts';
import './ownLab.css';

interface Props {
  readonly how: Text;
  readonly staged: Staged | undefined;
  /** Its picture, its sentence and its transport are enough where nothing is to be set. */
  readonly compact: boolean;
  open(): Promise<void>;
}

/** A question's own lab: a button until it is asked for, then the lab itself. */
export function OwnLab({ how, staged, compact, open }: Props) {
  const { say } = useSay();
  const [state, setState] = useState<'closed' | 'opening' | 'failed'>('closed');
  const place = useRef<HTMLDivElement>(null);
  const asked = state === 'opening' && staged !== undefined;
  useEffect(() => {
    if (asked) place.current?.querySelector<HTMLElement>('.lab')?.focus({ preventScroll: true });
  }, [asked]);
  const onOpen = () => {
    if (state === 'opening') return;
    setState('opening');
    open().catch(() => setState('failed'));
  };
  return (
    <div className="quiz-lab" ref={place}>
      <p className="quiz-how">{say(how)}</p>
      {staged ? (
        <LabView {...staged} compact={compact} />
      ) : (
        <p className="quiz-open">
          <button type="button" className="button" aria-disabled={state === 'opening' || undefined} onClick={onOpen}>
            <span>{say(state === 'opening' ? quizWords.opening : quizWords.openLab)}</span>
          </button>
          <span role="status">{state === 'failed' ? say(quizWords.labFailed) : ''}</span>
        </p>
      )}
    </div>
  );
}
