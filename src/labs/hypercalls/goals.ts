import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { type State, vmmOf } from './model.ts';
import { updatesOf } from './updates.ts';

const madeOf = (state: State): number => updatesOf(state.run).filter((update) => update === 'made').length;

export const goals: Readonly<Record<string, Goal<State>>> = {
  'one-crossing': {
    text: both(
      'Have all 64 updates made with a single crossing into the hypervisor.',
      '只进入虚拟机管理程序一次，就完成全部 64 项更新。',
    ),
    done: both(
      'Sixty-four questions, one visit: each entry is still checked, but the way there is paid once.',
      '六十四个请求，只跑一趟：每一项照样检查，路费只付一次。',
    ),
    solution: { how: 'multicall', batch: '64', at: '76' },
    reached: (state) => madeOf(state) === 64 && state.updating.crossings === 1,
  },
  refused: {
    text: both(
      'Break it: have the hypervisor refuse one update and make all the others.',
      '去破坏：让虚拟机管理程序拒绝一项更新，其余照做。',
    ),
    done: both(
      'A page table that its guest could write to would let it map any frame of the machine; so the entry stays as it was, and the guest is told: −16 for a hypercall, a page fault for a store.',
      '客户机若能直接写页表，就能映射机器上的任何页框；所以那一项保持原样，并告知客户机：超级调用得到 −16，写内存则得到缺页异常。',
    ),
    solution: { how: 'multicall', batch: '64', moves: 'spoil.9 76', at: '77' },
    reached: (state) => madeOf(state) === 63 && vmmOf(state).tally.refused > 0,
  },
  'calls-cost-more': {
    text: both(
      'Find settings under which system calls cross into the hypervisor more often than the 64 updates do, and run to the end.',
      '找出一组设置，使系统调用进入虚拟机管理程序的次数超过 64 项更新，并运行到底。',
    ),
    done: both(
      'Only 64-bit mode can do it: without segment limits the kernel must share ring 3 with its programs, and every call visits the hypervisor twice.',
      '只有 64 位模式做得到：没有段界限，内核只能与程序同处 ring 3，每次系统调用都要经过虚拟机管理程序两趟。',
    ),
    solution: { how: 'multicall', batch: '64', bits: '64', at: '94' },
    reached: (state) =>
      state.run.end === 'debug-exit' && state.visits > state.updating.crossings && madeOf(state) === 64,
  },
};
