import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { endOf, type State } from './model.ts';
import { equivalentOf } from './readings.ts';

const exitsBy = ({ run }: State, part: string): number =>
  [...run.crossings].reduce((sum, [reason, n]) => sum + (reason.includes(part) ? n : 0), 0);

export const goals: Readonly<Record<string, Goal<State>>> = {
  equal: {
    text: both(
      'Choose a technique other than bare metal under which the guest runs to its end exactly as on bare metal.',
      '选一种裸机以外的技术，让客户机运行到底，并与裸机完全一致。',
    ),
    done: both(
      'It sent the same bytes and came to the same end. Where it runs the same instructions beside bare metal, no register, flag or store differed on the way either: such a guest cannot tell where it is, but by the clock on the wall.',
      '它发出的字节与结局都一样。若与裸机并排执行同样的指令，一路上寄存器、标志和写入也没有差别：除了墙上的钟，这样的客户机无从得知自己身在何处。',
    ),
    solution: { technique: 'hardware', at: '6990' },
    reached: (state) =>
      state.params.technique !== 'bare' &&
      state.run.end !== undefined &&
      state.run.instructions > 0 &&
      equivalentOf(state) === true,
  },
  fool: {
    text: both(
      'Break equivalence: find a guest that a deprivileged kernel cannot run as bare metal does, and stop at the instruction that shows it.',
      '打破等价性：找一个客户机，它的内核特权解除之后，无法与裸机上一样运行，停在露出破绽的那条指令上。',
    ),
    done: both(
      'No fault told the monitor: the instruction ran in an outer ring and did something else than in ring 0.',
      '没有任何异常通知监控器：指令在外层的环照常执行，做的却和 ring 0 不同。',
    ),
    solution: { program: '@which-ring', at: '539' },
    reached: ({ run }) => run.vmm.kind === 'deprivileged' && run.divergence !== undefined,
  },
  quiet: {
    text: both(
      'Turn off the execution controls that this guest pays for, until it runs to its end under VT-x with no exit other than EPT violations.',
      '关掉这个客户机为之付费的执行控制，直到它在 VT-x 下运行到底，除 EPT 违例外没有任何退出。',
    ),
    done: both(
      'The guest kept its rings, flags and tables and met the monitor for memory only. It also kept every device that it used: nobody can share them now.',
      '客户机保有自己的环、标志和各种表，除了内存，从未碰到监控器。它用到的设备也归它独占：谁也不能再与它共用了。',
    ),
    solution: { technique: 'hardware', io: 'false', interrupts: 'false', hlt: 'false', at: '6990' },
    reached: (state) => {
      const { run } = state;
      const all = [...run.crossings.values()].reduce((a, b) => a + b, 0);
      return run.vmm.kind === 'hardware' && endOf(state) === 'debug-exit' && all === exitsBy(state, '48 ');
    },
  },
};
