import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { type State, vmmOf } from './model.ts';

/** So many translations that had been made before. */
const THRASHING = 10;

export const goals: Readonly<Record<string, Goal<State>>> = {
  thrash: {
    text: both(
      `Make the cache thrash: choose a guest, make the cache too small for its loops, and run until ${THRASHING} translations have been of blocks that had been dropped for want of room.`,
      `让缓存颠簸（thrashing）：选一个客户机，把缓存调小到放不下它的循环，直到有 ${THRASHING} 次翻译是在重译因放不下而被丢掉的块。`,
    ),
    done: both(
      'Each return to a dropped block costs 2,300 cycles an instruction again: a translator lives on its cache.',
      '每次回到被丢掉的块，又要付每条指令 2,300 个周期：翻译器靠缓存活着。',
    ),
    solution: { program: '@sieve', cacheBlocks: '2', at: '12367' },
    reached: (state) => vmmOf(state).tally.again >= THRASHING,
  },
  stale: {
    text: both(
      'Run a guest that makes a translation wrong, so that its block must be dropped.',
      '运行一个让译文失效的客户机，使那个块不得不丢弃。',
    ),
    done: both(
      'The guest wrote to its own code. Had the translator not looked, the past would have run.',
      '客户机改写了自己的代码。翻译器若没察觉，执行的就是过去的代码。',
    ),
    solution: { program: '@self-modifying', at: '60' },
    reached: (state) => vmmOf(state).tally.stale > 0,
  },
  breach: {
    text: both(
      'Break the isolation: take the segment limits away, as 64-bit mode did, and let a stray kernel write reach the VMM’s memory.',
      '打破隔离：像 64 位模式那样取消段界限，让内核的一次误写落进 VMM 的内存。',
    ),
    done: both(
      'In ring 1 the page tables do not stop a kernel: they know only user and supervisor. The limit was the wall.',
      'ring 1 的内核，页表拦不住：页表只分用户与管理态。段界限才是那道墙。',
    ),
    solution: { program: '@stray-write', segmentLimits: 'false', at: '1664' },
    reached: (state) => vmmOf(state).breached !== undefined,
  },
};
