import { X } from 'lucide-react';
import { type RefObject, useEffect, useId } from 'react';
import { useSay } from '#lessons/locale.ts';
import { helpWords, keyWords } from './helpWords.ts';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Whether `?` opens it. */
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** The keys of every diagram. It is brought when it is first asked for, and opens then. */
export function HelpDialog({ dialog, on, turn }: Props) {
  const { say } = useSay();
  const title = useId();
  useEffect(() => dialog.current?.showModal(), [dialog]);
  return (
    <dialog ref={dialog} className="help" aria-labelledby={title} closedby="any">
      <header>
        <h2 id={title}>{say(helpWords.title)}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={say(helpWords.close)}
          onClick={() => dialog.current?.close()}
        >
          <X aria-hidden="true" />
        </button>
      </header>
      <p>{say(helpWords.focus)}</p>
      <dl>
        {keyWords.map(([keys, does]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(does)}</dd>
          </div>
        ))}
      </dl>
      <label className="help-key">
        <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} />
        <span>{say(helpWords.anywhere)}</span>
      </label>
    </dialog>
  );
}
