import { useEffect } from 'react';
import type { Staged } from '#stage/context.ts';
import { watchShown } from '#stage/watchShown.ts';
import { markTried, useProgress } from './progress.ts';

/** Keeps that the reader has run this lab, and which of its goals were reached. */
export function useTried(staged: Staged | undefined): void {
  useEffect(() => {
    if (!staged) return;
    const { id, lab, store } = staged;
    return watchShown(store, (shown) => {
      const { tried } = useProgress.getState();
      const goals = Object.entries(lab.goals).map(([name, goal]) => ({ key: `${id}#${name}`, goal }));
      const reached = goals.filter(
        ({ key, goal }) => !tried.includes(key) && shown.some((state) => goal.reached(state)),
      );
      markTried([id, ...reached.map(({ key }) => key)]);
    });
  }, [staged]);
}
