import { CircleHelp } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useSay } from '#lessons/locale.ts';
import { words } from './words.ts';

const HelpDialog = lazy(async () => ({ default: (await import('./HelpDialog.tsx')).HelpDialog }));
const KEY = 'hypervisible.help-key';

/** A key that is a single character must be one that can be turned off (WCAG 2.1.4). */
function useHelpKey(open: () => void): { on: boolean; turn(on: boolean): void } {
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(KEY) !== 'off');
    } catch {
      // Storage is closed to us: the key stays on.
    }
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const field =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (!on || event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || field) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, open]);
  const turn = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off');
    } catch {
      // It holds for this visit.
    }
  };
  return { on, turn };
}

/** Opens the list of keys, as `?` does. */
export function HelpButton() {
  const { say } = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [asked, setAsked] = useState(false);
  const open = useCallback(() => {
    setAsked(true);
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const { on, turn } = useHelpKey(open);
  return (
    <>
      <button
        type="button"
        className="icon-button help-button"
        aria-label={say(words.help)}
        title={say(words.help)}
        onClick={open}
      >
        <CircleHelp aria-hidden="true" />
      </button>
      {asked && (
        <Suspense>
          <HelpDialog dialog={dialog} on={on} turn={turn} />
        </Suspense>
      )}
    </>
  );
}
