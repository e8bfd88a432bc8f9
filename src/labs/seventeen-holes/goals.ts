import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { sentBy } from './guest.ts';
import { isSorted, type State } from './model.ts';
import { mended } from './program.ts';

const WINS = 8;
const TICKED = 2000;

export const goals: Readonly<Record<string, Goal<State>>> = {
  bets: {
    text: both(
      'Bet on eight instructions of an x86 without VT-x, at least three of them holes, without a miss.',
      '在不带 VT-x 的 x86 上押八条指令，其中至少三条是漏洞，一条也不押错。',
    ),
    done: both(
      'You told sensitive from privileged. That an instruction matters and that it traps are two questions.',
      '你分清了敏感与特权。一条指令要紧不要紧，与它陷入不陷入，是两个问题。',
    ),
    solution: {
      moves:
        'pick.popf place.hole pick.pushf place.hole pick.sidt place.hole pick.verw place.hole pick.cli place.caught pick.hlt place.caught pick.out place.caught pick.add place.neither',
      at: '16',
    },
    reached: (state) => {
      if (state.kind !== 'sorting' || (state.cpu !== 'pentium' && state.cpu !== 'umip')) return false;
      const bets = Object.values(state.placed).filter(({ guess }) => guess !== undefined);
      const holes = bets.filter(({ region }) => region === 'hole').length;
      return bets.length >= WINS && holes >= 3 && bets.every(({ guess, region }) => guess === region);
    },
  },
  'no-holes': {
    text: both(
      'Find an x86 on which the condition holds, and try all of its instructions.',
      '找一种条件成立的 x86，把它的指令全部试完。',
    ),
    done: both(
      'VT-x made none of the holes trap. It gave the guest a ring 0 and a state of its own, so that they matter no more.',
      'VT-x 没有让哪个漏洞改成陷入；它给了客户机自己的 ring 0 和自己的状态，于是它们不再要紧。',
    ),
    solution: { cpu: 'vtx', at: '30' },
    reached: (state) =>
      state.kind === 'sorting' &&
      state.cpu === 'vtx' &&
      isSorted(state) &&
      Object.values(state.placed).every(({ region }) => region !== 'hole'),
  },
  'break-it': {
    text: both(
      'Break a guest: let it fail a thousand instructions or more after the instruction that caused it.',
      '弄坏一台客户机：让它在肇事指令之后一千条指令以上才出错。',
    ),
    done: both(
      'Where it fails nothing points to the instruction that caused it. That is why a hole cannot be left to testing.',
      '出错的地方没有任何东西指向肇事的指令。所以漏洞不能指望靠测试来发现。',
    ),
    solution: { part: 'guest', at: '3000' },
    reached: (state) => {
      if (state.kind !== 'running' || !state.guest?.symptom) return false;
      return state.guest.symptom.at - (state.guest.divergedAt ?? 0) >= 1000;
    },
  },
  'mend-it': {
    text: both(
      'Mend the guest: edit its program so that the Pentium runs it to its end as bare metal does, both jobs printed, the clock still ticking.',
      '修好客户机：改它的程序，使它在 Pentium 上与裸机一样跑到底，两件活都打印出来，时钟也照走。',
    ),
    done: both(
      'You changed the guest’s source so that it fits the monitor. That is the idea of paravirtualization, in one line.',
      '你改了客户机的源程序，让它迁就监控器。这一行，就是半虚拟化的想法。',
    ),
    solution: { part: 'guest', program: mended, at: '3000' },
    reached: (state) => {
      if (state.kind !== 'running' || !state.guest || state.cpu === 'vtx') return false;
      const { run, bare, divergedAt } = state.guest;
      const printed = sentBy(run);
      return (
        run.end === 'debug-exit' &&
        divergedAt === undefined &&
        printed === sentBy(bare) &&
        ['first job', 'second job'].every((job) => printed.includes(job)) &&
        run.instructions >= TICKED &&
        (run.crossings.get('interrupt 20') ?? 0) > 0
      );
    },
  },
};
