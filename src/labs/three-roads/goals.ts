import type { Goal } from '#kit/lab.ts';
import type { State } from './state.ts';
import { goalWords as say } from './words.ts';

/** A workload has this many packets at least. */
const FEWEST = 16;

export const goals: Readonly<Record<string, Goal<State>>> = {
  'few-exits': {
    text: say.fewText,
    done: say.fewDone,
    solution: { road: 'virtio', packets: '32', batch: '8', moves: '60 migrate', at: '400' },
    reached: ({ machine: { counts }, deliveredBefore = 0 }) =>
      deliveredBefore > 0 &&
      counts.delivered > deliveredBefore &&
      counts.delivered >= FEWEST &&
      counts.exits > 0 &&
      counts.exits / counts.delivered < 0.2,
  },
  'no-exits': {
    text: say.noneText,
    done: say.noneDone,
    solution: { road: 'sriov', packets: '16', batch: '4', moves: 'share', at: '400' },
    reached: ({ machine: { counts, guests } }) =>
      guests.length > 1 && counts.exits === 0 && counts.delivered >= 2 * FEWEST,
  },
  neighbour: {
    text: say.neighbourText,
    done: say.neighbourDone,
    solution: { road: 'passthrough', iommu: 'false', moves: 'hostile', at: '7' },
    reached: ({ machine: { counts } }) => counts.breaches > 0,
  },
};
