import type { Ask } from '#kit/lab.ts';
import { countTranslations } from '#sim/mmu/tlb.ts';
import { afterMove, atCr3 } from './askChange.ts';
import { atExit, backAgain, samePage } from './askCrossing.ts';
import { model } from './model.ts';
import type { GuestName } from './schedule.ts';
import type { State } from './state.ts';
import { entriesOf, ownerOf } from './tags.ts';

/** At the first exit, the first access after coming back, the first of the other guest, and where a page was moved. */
export function asks(state: State): Ask<State> | undefined {
  const deed = state.plan[state.at];
  const last = state.plan[state.at - 1];
  if (deed?.kind === 'exit' && countTranslations(state.tlb) > 1) return atExit(state);
  if (deed?.kind === 'cr3') return hasRoomForDoubt(state, deed.guest) ? atCr3(state) : undefined;
  if (deed?.kind !== 'access' || deed.who === 'host') return undefined;
  if (state.repair === 'changed' && deed.page === 0 && state.moved[`${deed.who}${deed.process * 16}`] !== undefined)
    return afterMove(state);
  if (last?.kind !== 'enter') return undefined;
  if (last.why === 'handled') return isOldPage(state) ? backAgain(state) : undefined;
  return last.guest === 'B' && isAlsoOfA(state, deed.page) ? samePage(state) : undefined;
}

/** Whether the TLB holds entries of the guest's and of others': else “its own” and “everyone's” are the same, or both none. */
function hasRoomForDoubt(state: State, guest: GuestName): boolean {
  const owners = entriesOf(state.tlb).map((entry) => ownerOf(state, entry));
  return owners.includes(guest) && owners.some((owner) => owner !== guest);
}

/** Whether the page has been used before, and nobody has invalidated it on purpose: then the crossing or the room decides. */
function isOldPage(state: State): boolean {
  const { told } = model.step(state);
  return told.kind === 'hit' || (told.kind === 'miss' && ['exit', 'switch', 'noRoom'].includes(told.cause ?? ''));
}

const isAlsoOfA = ({ plan, at }: State, page: number): boolean =>
  plan.slice(0, at).some((deed) => deed.kind === 'access' && deed.who === 'A' && deed.page === page);
