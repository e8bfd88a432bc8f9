import { X } from 'lucide-react';
import type { Dropped } from '#kit/link.ts';
import { useSay } from './locale.ts';
import { words } from './words.ts';

/** Faults named one by one; the rest of a hostile link is only counted. */
const NAMED = 5;

/** What a link got wrong and what would have been right. The region is there from the start, so that it is announced. */
export function DroppedNotice({ dropped, onDismiss }: { dropped: readonly Dropped[]; onDismiss: () => void }) {
  const { say } = useSay();
  return (
    <div role="status">
      {dropped.length > 0 && (
        <div className="page-notice">
          <div>
            <p>{say(words.dropped)}</p>
            <ul>
              {dropped.slice(0, NAMED).map(({ name, word, right }) => (
                <li key={name}>
                  <code>{`${name.slice(0, 40)}=${word}`}</code> <span>{say(words.wouldFit)}</span>{' '}
                  <span>{say(right)}</span>
                </li>
              ))}
              {dropped.length > NAMED && <li>{say(words.andMore(dropped.length - NAMED))}</li>}
            </ul>
          </div>
          <button type="button" className="icon-button" aria-label={say(words.dismiss)} onClick={onDismiss}>
            <X aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
