import { afterPaint } from './afterPaint.ts';
import type { LabStore } from './store.ts';

/**
 * Tells which states of the first lane the reader has brought about, and be it for less than a frame. It tells them once
 * they are drawn: what is counted of a step must not keep it waiting. Answers with a way to stop.
 */
export function watchShown(store: LabStore, tell: (shown: readonly unknown[]) => void): () => void {
  let shown: unknown[] = [];
  const tellAll = () => {
    const all = shown;
    shown = [];
    tell(all);
  };
  return store.subscribe(({ at, moves, params, states: [state] }, before) => {
    if (at === before.at && moves === before.moves && params === before.params) return;
    shown.push(state);
    afterPaint(tellAll);
  });
}
