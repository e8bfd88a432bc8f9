import type { Goal } from '#kit/lab.ts';
import type { State } from './state.ts';
import { goalWords as say } from './words.ts';

export const goals: Readonly<Record<string, Goal<State>>> = {
  'same-address-two-frames': {
    text: say.sameText,
    done: say.sameDone,
    solution: { moves: '3 read.B.1', at: '7' },
    reached: ({ done }) => {
      const found = done.filter(({ gpa }) => gpa >= 0x5000 && gpa < 0x6000);
      return found.some((one) => found.some((two) => one.guest !== two.guest && one.hpa !== two.hpa));
    },
  },
  'hypervisor-handles-it': {
    text: say.handlerText,
    done: say.handlerDone,
    solution: { moves: 'pick.A.5 unback.A.5', at: '8' },
    reached: ({ counts, walk }) => counts.exits > 0 && counts.guestFaults === 0 && walk.byte !== undefined,
  },
  'moved-unseen': {
    text: say.unseenText,
    done: say.unseenDone,
    solution: { moves: '3 frame.62 frame.22', at: '8' },
    reached: ({ done, counts }) => counts.swaps > 0 && done.some((one) => done.some((two) => isMoved(one, two))),
  },
  'share-and-lose': {
    text: say.copyText,
    done: say.copyDone,
    solution: { moves: 'pick.A.7 share.A.7 read.A.2 write.A.2', at: '9' },
    reached: ({ counts }) => counts.copies > 0,
  },
};

type Done = State['done'][number];
const isMoved = (one: Done, two: Done): boolean =>
  one.guest === two.guest && one.address.hex === two.address.hex && one.byte === two.byte && one.hpa !== two.hpa;
