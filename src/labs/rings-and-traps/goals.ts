import type { Goal } from '#kit/lab.ts';
import { outerOf, registersOf } from './registers.ts';
import type { State } from './state.ts';

export const goals: Readonly<Record<string, Goal<State>>> = {
  held: {
    text: {
      en: 'Bring the guest a tick while its virtual IF is 0, and go on until the VMM delivers the very tick that it has kept.',
      'zh-CN': '让一次滴答在虚拟 IF 为 0 时到来，再往下走，直到 VMM 把它留着的这次滴答交付出去。',
    },
    done: {
      en: 'The real processor took the tick at once; the guest got it when it would have got it on bare metal.',
      'zh-CN': '真实处理器立即接下了滴答；客户机拿到它的时刻，与在裸机上相同。',
    },
    solution: { program: '@held-tick', at: '117' },
    reached: ({ run, path }) =>
      outerOf(run)?.masked === true && path?.crossing.reason === 'window' && path.handled?.work.key === 'deliver',
  },
  'shut-out': {
    text: {
      en: 'While the guest’s virtual IF is 0, let the disk of another guest interrupt: can this guest keep it out?',
      'zh-CN': '趁客户机的虚拟 IF 为 0，让另一台客户机的磁盘来中断：这台客户机挡得住吗？',
    },
    done: {
      en: 'It cannot: CLI reaches the virtual flag only, and the real one is what lets the VMM in.',
      'zh-CN': '挡不住：CLI 只够得着虚拟的标志，放 VMM 进来的是真实的那个。',
    },
    solution: { moves: '13 disk 1', at: '15' },
    reached: ({ run, foreign }) => foreign === 'handle' && registersOf(run).virtual?.if === '0',
  },
  broken: {
    text: {
      en: 'Break it: find or write a program that no trap betrays and that still runs otherwise than on bare metal.',
      'zh-CN': '弄坏它：找一个或写一个程序，没有任何陷入露出马脚，运行结果却与裸机不同。',
    },
    done: {
      en: 'The monitor can only put right what traps. Lesson 2.2 lists what does not.',
      'zh-CN': '监控器只能纠正会陷入的指令。不会陷入的有哪些，2.2 课一一列出。',
    },
    solution: { program: '@restore-flags', at: '17' },
    reached: ({ run }) => run.divergence !== undefined,
  },
};
