import type { Ask } from '#kit/lab.ts';
import { countTranslations } from '#sim/mmu/tlb.ts';
import { afterMove, atCr3 } from './askChange.ts';
import { atExit, backAgain, samePage } from './askCrossing.ts';
import type { State } from './state.ts';

/** At the first exit, the first access after coming back, the first of the other guest, and where a page was moved. */
export function asks(state: State): Ask<State> | undefined {
  const deed = state.plan[state.at];
  const last = state.plan[state.at - 1];
  if (deed?.kind === 'exit' && countTranslations(state.tlb) > 1) return atExit(state);
  if (deed?.kind === 'cr3') return atCr3(state);
  if (deed?.kind !== 'access' || deed.who === 'host') return undefined;
  if (state.repair === 'changed' && deed.page === 0 && state.moved[`${deed.who}${deed.process * 16}`] !== undefined)
    return afterMove(state);
  if (last?.kind !== 'enter') return undefined;
  if (last.why === 'handled') return backAgain(state);
  return last.guest === 'B' ? samePage(state) : undefined;
}
