import type { Goal } from '#kit/lab.ts';
import { totalMisses } from './model.ts';
import type { State } from './state.ts';
import { goalWords as say } from './words.ts';

const isOver = ({ at, plan }: State): boolean => at > 0 && at === plan.length;

export const goals: Readonly<Record<string, Goal<State>>> = {
  'exits-cost-most': {
    text: say.exitsText,
    done: say.exitsDone,
    solution: { exits: '4', at: '319' },
    reached: (state) =>
      isOver(state) && !state.params.tags && state.misses.switch > 0 && state.misses.exit >= 3 * state.misses.switch,
  },
  'tags-in-vain': {
    text: say.vainText,
    done: say.vainDone,
    solution: { tags: 'true', guestPages: '16', slice: '40', exits: '1', at: '307' },
    reached: (state) => isOver(state) && state.params.tags && totalMisses(state) > state.hits,
  },
  'stale-and-repaired': {
    text: say.staleText,
    done: say.staleDone,
    solution: { tags: 'true', moves: '10 remap.A 14 invept', at: '32' },
    reached: ({ repair }) => repair === 'fresh',
  },
};
