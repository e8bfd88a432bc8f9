import type { Text } from '#kit/text.ts';
import { added, type State } from './state.ts';
import { eventWords as say } from './words.ts';

/** A guest that is left, a thread that is woken, an interrupt, a copy, a wall that held or did not. */
export function event(before: State, after: State): Text | undefined {
  if (after.deed && after.deed !== before.deed)
    return after.deed.refused ? say.refusedMove(after.deed.verb) : say.move(after.deed.verb);
  if (!after.last || after.machine === before.machine) return undefined;
  if (added(after, 'breaches')) return say.breach;
  if (added(after, 'dmaFaults')) return say.fault;
  if (added(after, 'refused')) return say.refused;
  if (added(after, 'exits')) return say.exit(added(after, 'exits'));
  if (added(after, 'keptKicks')) return say.kept;
  if (added(after, 'contextSwitches')) return say.woken;
  if (added(after, 'interrupts')) return say.interrupt;
  if (after.last.do === 'doorbell') return say.doorbell;
  return undefined;
}
