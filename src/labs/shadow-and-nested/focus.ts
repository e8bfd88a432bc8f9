import type { State } from './model.ts';
import { doneIn } from './step.ts';

/** What the last line was about: the one mark that is outlined. */
export type Focus = 'guest' | 'map' | 'walked' | 'slot' | 'mmu' | 'vmm' | 'none';

export function focusOf(state: State): Focus {
  const { verb, added, result } = doneIn(state);
  if (state.act) return 'map';
  switch (verb) {
    case undefined:
      return 'none';
    case 'vm':
    case 'balloon':
      return 'vmm';
    case 'process':
      return 'mmu';
    case 'map':
    case 'unmap':
    case 'invlpg':
      return 'guest';
    default:
      if (result?.fault) return 'guest';
      return added.hidden || added.exits['ept-violation'] ? 'walked' : 'slot';
  }
}
