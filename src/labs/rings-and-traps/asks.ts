import type { Ask } from '#kit/lab.ts';
import { askHandler } from './handlerAsks.ts';
import { askInstruction } from './instructionAsks.ts';
import { outerOf } from './registers.ts';
import type { State } from './state.ts';

/** The machine's question about its next step, where there is a belief to be tested. */
export function asksOf(state: State): Ask<State> | undefined {
  const { run, path, foreign } = state;
  if (foreign || run.end !== undefined || !outerOf(run)) return undefined;
  if (run.deed.kind === 'leave') return path && askHandler(state);
  return run.deed.kind === 'handle' ? undefined : askInstruction(state);
}
