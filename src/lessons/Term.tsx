import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { locales } from '#kit/text.ts';
import { useSay } from './locale.ts';
import { toneOfTerm } from './tones.ts';

interface Props {
  readonly id: string;
  readonly word: string;
  /** The term in the other language. */
  readonly other: string;
  readonly abbr?: string;
  readonly definition: string;
  readonly children: ReactNode;
}

/** Time to move the mouse from the word onto its definition, in milliseconds. */
const LINGER = 160;

/** A word of the glossary: its definition shows on hover, focus and tap, and Escape closes it. */
export function Term({ id, word, other, abbr, definition, children }: Props) {
  const { locale } = useSay();
  const described = useId();
  const { open, live, word: anchor, tip, show, hide } = useTip();
  return (
    <span className="term" onPointerEnter={() => show()} onPointerLeave={() => hide(LINGER)}>
      <dfn
        ref={anchor}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the definition must be within reach of the keyboard
        tabIndex={0}
        title={live ? undefined : definition}
        aria-describedby={described}
        data-tone={toneOfTerm(id)}
        onFocus={() => show()}
        onBlur={() => hide()}
        onClick={() => show()}
        onKeyDown={(event) => event.key === 'Escape' && hide()}
      >
        {children}
      </dfn>
      <span ref={tip} id={described} className="tip" role="tooltip" popover="manual" data-open={open || undefined}>
        <b className="tip-word">
          <span>{abbr ? `${word} (${abbr})` : word}</span>{' '}
          <span className="tip-other" lang={locales.find((each) => each !== locale)}>
            {other}
          </span>
        </b>
        <span className="tip-definition">{definition}</span>
      </span>
    </span>
  );
}

/** Opens and closes one definition, in the browser's top layer where there is one. */
function useTip() {
  const [open, setOpen] = useState(false);
  const [live, setLive] = useState(false);
  const word = useRef<HTMLElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const set = (next: boolean, after = 0) => {
    clearTimeout(timer.current);
    if (after) timer.current = setTimeout(() => setOpen(next), after);
    else setOpen(next);
  };
  useEffect(() => setLive(true), []);
  useEffect(() => {
    if (!open || !word.current || !tip.current) return;
    const [shown, close] = [tip.current, () => setOpen(false)];
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && close();
    shown.showPopover?.();
    place(shown, word.current);
    document.addEventListener('keydown', onKey);
    document.addEventListener('scroll', close, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('scroll', close, { capture: true });
      if (shown.isConnected) shown.hidePopover?.();
    };
  }, [open]);
  return { open, live, word, tip, show: () => set(true), hide: (after?: number) => set(false, after) };
}

const GAP = 6;
const EDGE = 12;

/** Under the first line of the word, or above it where there is no room, and never over the window's edge. */
function place(tip: HTMLElement, word: HTMLElement): void {
  const line = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const below = line.bottom + GAP;
  const fits = below + height + EDGE <= innerHeight;
  tip.style.left = `${Math.max(EDGE, Math.min(line.left - EDGE, innerWidth - width - EDGE))}px`;
  tip.style.top = `${fits ? below : Math.max(EDGE, line.top - GAP - height)}px`;
}
