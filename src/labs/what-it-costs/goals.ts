import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { isOver } from './caption.ts';
import { isListed } from './costControls.ts';
import { mixer } from './mixer.ts';
import type { State } from './model.ts';
import { percentOf } from './percentOf.ts';
import type { PlatformId } from './platforms.ts';

/** Steps to the end where no guest is counted: seven bills and the crossings. */
const END = '8';

const between = (state: State, id: PlatformId, from: number, to: number): boolean => {
  const percent = percentOf(state, id);
  return isOver(state) && percent >= from && percent <= to;
};
/** A workload is to be found: what other prices would make of it does not count. */
const areListed = ({ params }: State, ...ids: readonly PlatformId[]): boolean =>
  ids.every((id) => isListed(params, id));

export const goals: Readonly<Record<string, Goal<State>>> = {
  translated: {
    text: both(
      'Find a workload on which binary translation reaches 80 to 85 % of native, and run to the end.',
      '找一份负载，让二进制翻译达到原生的 80% 到 85%，并运行到底。',
    ),
    done: both(
      'Some hundred system calls in a million cycles do it. Half as many, or twice as many, and the figure is another.',
      '每百万周期约百次系统调用就能做到。减半或加倍，数字就变了。',
    ),
    solution: { calls: '105', tables: '0', at: END },
    reached: (state) => areListed(state, 'binary-translation') && between(state, 'binary-translation', 80, 85),
  },
  hardware: {
    text: both(
      'Find a workload on which VT-x of 2006 reaches 85 % of native, to within half a point.',
      '找一份负载，让 2006 年的 VT-x 达到原生的 85%，误差不超过半个百分点。',
    ),
    done: both(
      'Fourteen page-table writes in a million cycles cost 15 %. On EPT the same workload costs nothing.',
      '每百万周期十四次写页表就损失 15%。换成 EPT，同一份负载毫无损失。',
    ),
    solution: { calls: '0', tables: '14', at: END },
    reached: (state) => areListed(state, 'vt-x') && between(state, 'vt-x', 84.5, 85.5),
  },
  paravirtual: {
    text: both(
      'Find a workload on which 32-bit Xen PV reaches 90 to 95 % while the 64-bit one falls below 80 %.',
      '找一份负载，让 32 位 Xen PV 达到 90% 到 95%，而 64 位的低于 80%。',
    ),
    done: both(
      'The same technique, the same workload, another width of the guest: one percentage cannot speak for both.',
      '同一种技术、同一份负载，只是客户机换了位数：一个百分数代表不了两者。',
    ),
    solution: { calls: '150', faults: '25', tables: '0', at: END },
    reached: (state) =>
      areListed(state, 'pv-32', 'pv-64') && between(state, 'pv-32', 90, 95) && percentOf(state, 'pv-64') < 80,
  },
  hundredfold: {
    text: both(
      'Make the interpreter a hundred times slower than native, or worse. Its prices can be set.',
      '让解释器比原生慢一百倍以上。它的价格可以改。',
    ),
    done: both(
      'It takes more than a hundred cycles for every instruction: an interpreter of the plainest kind. Bochs was measured at 30 to 34 times, QEMU’s translator at 2.5 to 6 on integer code.',
      '要每条指令花上一百多个周期：最朴素的解释器。实测 Bochs 慢 30 到 34 倍，QEMU 的翻译器跑整数代码慢 2.5 到 6 倍。',
    ),
    solution: { technique: 'interpreter', costPlain: '120', at: END },
    reached: (state) => between(state, 'interpreter', 0, 1),
  },
  'all-at-once': {
    text: both(
      'Make three old figures true at once: BT 80–85 %, VT-x of 2006 84.5–85.5 %, 32-bit PV 90–95 %.',
      '让三个旧说法同时成立：BT 80–85%，2006 年 VT-x 84.5–85.5%，32 位 PV 90–95%。',
    ),
    done: both(
      'Such a workload exists. Move any rate a little and one of the three is false: they describe a workload, not the techniques.',
      '这样的负载是有的。随便哪个频率动一动，三者就有一个不成立：它们描述的是负载，不是技术。',
    ),
    solution: { calls: '75', faults: '18', tables: '0', at: END },
    reached: (state) =>
      areListed(state, 'binary-translation', 'vt-x', 'pv-32') &&
      between(state, 'binary-translation', 80, 85) &&
      between(state, 'vt-x', 84.5, 85.5) &&
      between(state, 'pv-32', 90, 95),
  },
  'guest-at-95': {
    text: both(
      'Write a guest that makes at least five system calls while it is counted and still reaches 95 % under binary translation.',
      '写一个客户机：计数期间至少有五次系统调用，在二进制翻译下仍达到 95% 以上。',
    ),
    done: both(
      'It calls its kernel seldom enough. Nothing about the technique has changed since it stood at 39 %.',
      '它进内核的次数够少。从 39% 到现在，技术本身什么也没有变。',
    ),
    solution: { workload: 'guest', program: mixer.text.replace('WORK   1000 ', 'WORK   48000'), at: '19' },
    reached: (state) =>
      isOver(state) &&
      areListed(state, 'binary-translation') &&
      (state.guest?.counts.events.calls ?? 0) >= 5 &&
      percentOf(state, 'binary-translation') >= 95,
  },
  loses: {
    text: both(
      'Break “hardware beats software”: a workload on which VT-x of 2006 falls ten points or more behind binary translation.',
      '打破“硬件总比软件快”：找一份负载，让 2006 年的 VT-x 落后二进制翻译十个百分点以上。',
    ),
    done: both(
      'Each table write exits, and adaptive translation spares exactly these. A kernel build of 2006 lost so, 54.8 to 67.4 %.',
      '每次写页表都退出，而自适应翻译省的正是这个。2006 年编译内核就是这样输的：54.8% 对 67.4%。',
    ),
    solution: { workload: 'build', at: END },
    reached: (state) =>
      isOver(state) &&
      areListed(state, 'vt-x', 'binary-translation') &&
      percentOf(state, 'vt-x') <= percentOf(state, 'binary-translation') - 10,
  },
  wins: {
    text: both(
      'Now one on which VT-x of 2006 leads binary translation by ten points or more.',
      '再找一份负载，让 2006 年的 VT-x 领先二进制翻译十个百分点以上。',
    ),
    done: both(
      'System calls stay inside the guest: the same two price lists, and the order is reversed.',
      '系统调用留在客户机内部：还是那两张价目表，名次却反了过来。',
    ),
    solution: { calls: '200', tables: '0', at: END },
    reached: (state) =>
      isOver(state) &&
      areListed(state, 'vt-x', 'binary-translation') &&
      percentOf(state, 'vt-x') >= percentOf(state, 'binary-translation') + 10,
  },
};
