import type { Goal } from '#kit/lab.ts';
import type { Walker } from './model.ts';
import { goalWords as say } from './words.ts';

/** Exit qualification, bit 8: the access itself, not the walk of a guest's table. */
const FINAL = 0x100;

export const goals: Readonly<Record<string, Goal<Walker>>> = {
  'break-in-the-ept': {
    text: say.breakText,
    done: say.breakDone,
    // Write first, then read: W without R would be a misconfiguration.
    solution: { moves: '4 inspect.e1.g4 flip.e1.g4.1 flip.e1.g4.0', at: '11' },
    reached: ({ walk, flips }) =>
      flips > 0 && walk.fault?.kind === 'ept-violation' && (walk.fault.exitQualification & FINAL) === 0,
  },
  'fewest-references': {
    text: say.fewestText,
    done: say.fewestDone,
    solution: { guestPage: '1G', eptPage: '1G', at: '8' },
    reached: ({ walk, plan }) => plan.isNested && walk.hostPhysical !== undefined && walk.references.length <= 8,
  },
  repair: {
    text: say.repairText,
    done: say.repairDone,
    solution: {
      obstacle: 'eptNotPresent',
      moves: '24 inspect.e1.data flip.e1.data.0 flip.e1.data.1 flip.e1.data.2',
      at: '53',
    },
    reached: ({ walk, hasFaulted }) => hasFaulted && walk.byte !== undefined,
  },
};
