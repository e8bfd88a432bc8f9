import { createContext, useCallback, useContext, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Lab } from '#kit/lab.ts';
import type { Mark } from '#kit/mark.ts';
import type { Link } from '#kit/run.ts';
import type { Locale } from '#kit/text.ts';
import { afterPaint } from './afterPaint.ts';
import type { LabState, LabStore } from './store.ts';
import { type Say, sayIn } from './words.ts';

/** The lab on the page, as its parts and the lesson's words see it. */
export interface Staged {
  readonly id: string;
  readonly lab: Lab;
  readonly store: LabStore;
  readonly locale: Locale;
  /** The whole address that opens the state a link tells. */
  readonly addressOf: (link: Link) => string;
}
export const StagedContext = createContext<Staged | undefined>(undefined);

/** The lab around this component. Throws outside of one, since a part of a lab makes no sense there. */
export function useStaged(): Staged & { say: Say } {
  const staged = useContext(StagedContext);
  if (!staged) throw new Error('This part belongs inside a <LabView>, which says what lab it is part of.');
  return { ...staged, say: sayIn(staged.locale) };
}

/** A piece of the lab's state; the component is drawn again only when the piece changes. */
export function useLab<T>(pick: (state: LabState) => T): T {
  return useStore(useStaged().store, pick);
}

/**
 * The same, a frame later: the picture and its sentence come first, and whatever
 * stands beside them (the counters, the slider) must not keep them waiting.
 */
export function useLabSoon<T>(pick: (state: LabState) => T): T {
  const { store } = useStaged();
  const subscribe = useCallback((tell: () => void) => store.subscribe(() => afterPaint(tell)), [store]);
  return useSyncExternalStore(
    subscribe,
    () => pick(store.getState()),
    () => pick(store.getInitialState()),
  );
}

/** Runs what draws past React. What it throws is thrown where React sees it, so that the page shows it as it shows its own. */
export function useGuard(): (draw: () => void) => void {
  const [, fail] = useState<never>();
  return useCallback((draw) => {
    try {
      draw();
    } catch (error) {
      fail(() => {
        throw error;
      });
    }
  }, []);
}

/** Draws marks as a string, where a page is written without a screen. In a browser nobody provides it. */
export const PlateContext = createContext<((marks: readonly Mark[], locale: Locale) => string) | undefined>(undefined);
