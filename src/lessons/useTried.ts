import { useEffect } from 'react';
import type { Staged } from '#stage/context.ts';
import { markTried, useProgress } from './progress.ts';

/** Keeps that the reader has run this lab, and which of its goals were reached. */
export function useTried(staged: Staged | undefined): void {
  useEffect(() => {
    if (!staged) return;
    const { id, lab, store } = staged;
    return store.subscribe(({ at, moves, params, states: [state] }, before) => {
      if (at === before.at && moves === before.moves && params === before.params) return;
      const { tried } = useProgress.getState();
      const goals = Object.entries(lab.goals).map(([name, goal]) => ({ key: `${id}#${name}`, goal }));
      const reached = goals.filter(({ key, goal }) => !tried.includes(key) && goal.reached(state));
      markTried([id, ...reached.map(({ key }) => key)]);
    });
  }, [staged]);
}
