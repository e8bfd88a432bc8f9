import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { HORIZON, SWITCH } from '#sim/monitor/machine.ts';
import { instructionsOf, lampsOf, systemOf } from '#sim/monitor/properties.ts';
import type { State } from './model.ts';

const isOver = ({ clock }: State): boolean => clock >= HORIZON;
const usedBy = ({ guests }: State, i: number): number => (guests[i]?.direct ?? 0) + (guests[i]?.served ?? 0);

/** Ticks that the same instructions and switches would have taken, had each been interpreted. */
export const ticksInterpreted = (state: State): number =>
  instructionsOf(state) * state.setup.interpret + state.slices * SWITCH;

/** Whether each guest but the first has as much of the time as any other, and the first half of it, within four parts in a hundred. */
function isHalved(state: State): boolean {
  const used = state.guests.map((_, i) => usedBy(state, i));
  const all = used.reduce((a, b) => a + b, 0);
  const wanted = (i: number): number => (i === 0 ? 0.5 : 0.5 / (used.length - 1));
  return used.every((ticks, i) => Math.abs(ticks / all - wanted(i)) <= 0.04);
}

export const goals: Readonly<Record<string, Goal<State>>> = {
  starve: {
    text: both(
      'Break it: let one guest keep the core so long that another waits 500 ticks or more.',
      '打破它：让一台客户机霸占处理器，使别的客户机等上 500 个节拍以上。',
    ),
    done: both(
      'No result need be wrong for the others to get nothing: without the timer the VMM cannot take the core back.',
      '不必哪里算错，别人也会什么都得不到：没有定时器，VMM 就收不回处理器。',
    ),
    solution: { control: 'false', moves: 'timer.A', at: '600' },
    reached: ({ overrun, guests, clock, began }) => overrun > 0 && guests.length > 1 && clock - began >= 500,
  },
  withstand: {
    text: both(
      'Let one guest take the timer and one write outside its memory, and come to the end with all three lamps lit.',
      '让一台客户机占定时器、一台越界写，跑到底时三盏灯仍然全亮。',
    ),
    done: both(
      'Both attempts trapped. Control is not trust: it is that nothing a guest executes can reach the timer or a foreign frame.',
      '两次企图都引起了陷入。资源控制靠的不是信任，而是客户机执行什么都够不到定时器和别人的页框。',
    ),
    solution: { moves: 'timer.A wild.B', at: '700' },
    reached: (state) =>
      isOver(state) &&
      state.guests.some(({ tried }) => tried.timer) &&
      state.guests.some(({ tried }) => tried.store) &&
      Object.values(lampsOf(state)).every((lamp) => lamp === 'lit'),
  },
  half: {
    text: both(
      'Build it: three guests or more, A with about half of the guests’ time and the others with equal parts of the rest, to the end.',
      '搭出来：三台以上客户机，A 大约占客户机总时间的一半，其余各台平分剩下的，跑到底。',
    ),
    done: both(
      'Weights share out time, not speed: no weight makes a trap cheaper.',
      '权重分的是时间，不是速度：权重再大，一次陷入也不会更便宜。',
    ),
    solution: { weights: '2 1 1 1', at: '1000' },
    reached: (state) => isOver(state) && state.guests.length >= 3 && isHalved(state),
  },
  'port-it': {
    text: both(
      'With 40 or more sensitive instructions in a hundred and a trap of 10 ticks or more, get 300 instructions done, to the end, no property broken but one.',
      '敏感指令占四成以上、一次陷入不少于 10 个节拍，跑到底完成 300 条指令，而且只许打破一条性质。',
    ),
    done: both(
      'Guests that know the VMM save it most of the traps. The price: their programs do not run on the bare machine any more.',
      '知道 VMM 存在的客户机，替它省下大部分陷入。代价是：这样的程序在裸机上不能运行了。',
    ),
    solution: { equivalence: 'false', sensitive: '40', at: '1000' },
    reached: (state) =>
      isOver(state) &&
      systemOf(state) === 'paravirtual' &&
      state.setup.trap >= 10 &&
      instructionsOf(state) >= 300 &&
      state.setup.programs.every((program) => program.kind === 'mix' && program.sensitive >= 40),
  },
  'emulator-wins': {
    text: both(
      'Find prices and a mix at which interpreting everything would have been faster than running directly; come to the end with equivalence and control unbroken.',
      '找出一组单价和比例，使逐条解释反而比直接运行更快；跑到底，而且等价性与资源控制两盏灯都亮着。',
    ),
    done: both(
      'Direct execution pays only while traps are rare or cheap. The first processors with VT-x, on which traps were dear, had just this trouble.',
      '陷入少见或便宜，直接运行才划算。最早支持 VT-x 的处理器陷入很贵，遇到的正是这个问题。',
    ),
    solution: { sensitive: '30', trapCost: '200', at: '1000' },
    reached: (state) => {
      const { equivalence, control } = lampsOf(state);
      const isSound = equivalence === 'lit' && control === 'lit' && state.setup.efficiency;
      return isOver(state) && isSound && instructionsOf(state) >= 10 && ticksInterpreted(state) < state.clock;
    },
  },
};
