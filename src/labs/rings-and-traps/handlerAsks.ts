import { askAbout } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import { model } from './model.ts';
import { registersOf } from './registers.ts';
import type { State } from './state.ts';

const ask = askAbout(model);

/** What the monitor will do with what it has been called for. */
export function askHandler(state: State): Ask<State> | undefined {
  const { crossing, text } = state.path ?? {};
  const next = model.step(state);
  if (crossing?.reason.startsWith('interrupt')) {
    // Right behind STI a tick is held back though IF is 1.
    const held = next.path?.handled?.work.key === 'hold';
    return held === (registersOf(state.run).virtual?.if === '0') ? askTick(state, crossing.vector ?? 0) : undefined;
  }
  const flag = next.path?.handled?.changes.some(({ row }) => row === 'if');
  return flag && text && next.path?.handled?.work.key === 'emulate' ? askFlag(state, text) : undefined;
}

const askFlag = (state: State, text: string): Ask<State> =>
  ask(
    state,
    'which-flag',
    both(
      `The VMM now does \`${text}\` for the guest. Which IF changes?`,
      `VMM 现在替客户机做 \`${text}\`。变的是哪个 IF？`,
    ),
    {
      virtual: [
        both('The virtual one only', '只有虚拟的'),
        both(
          'The guest gets what it asked for, as far as it can see. The real flag stays 1, or a guest could shut the VMM out.',
          '在客户机看得到的范围内，要什么给什么。真实的标志保持 1，否则一台客户机就能把 VMM 关在门外。',
        ),
        both('Not here.', '这里不是。'),
      ],
      real: [
        both('The real one only', '只有真实的'),
        both('The real flag was changed.', '真实的标志变了。'),
        both(
          'Then the guest’s CLI would keep the VMM’s own timer out, and the processor would be the guest’s for good.',
          '那样客户机一条 CLI 就挡住了 VMM 自己的定时器，处理器从此归客户机所有。',
        ),
      ],
      both: [
        both('Both of them', '两个都变'),
        both('Both changed.', '两个都变了。'),
        both(
          'Emulating is not passing on: what the guest does to its own flag, it does to nobody else’s.',
          '模拟不等于转手照办：客户机动的是自己的标志，不会动到别人的。',
        ),
      ],
    },
    ({ run, before }) => {
      const now = registersOf(run);
      const isReal = now.real.if !== before.real.if;
      return now.virtual?.if === before.virtual?.if ? 'real' : isReal ? 'both' : 'virtual';
    },
  );

const askTick = (state: State, vector: number): Ask<State> =>
  ask(
    state,
    `tick-${registersOf(state.run).virtual?.if ?? ''}`,
    both(
      `The VMM has taken interrupt ${vectorNumber(vector)}, which is the guest’s. The virtual IF is ${registersOf(state.run).virtual?.if}. What does the VMM do?`,
      `VMM 接下了中断 ${vectorNumber(vector)}，它是给这台客户机的。虚拟 IF 是 ${registersOf(state.run).virtual?.if}。VMM 怎么做？`,
    ),
    {
      deliver: [
        both('It delivers it at once', '立即交付'),
        both(
          'The guest is ready to be interrupted, so it gets what its own timer has sent.',
          '客户机愿意被打断，自己定时器发来的中断就交给它。',
        ),
        both(
          'The guest has said that it must not be interrupted now; on bare metal it would not be.',
          '客户机说过现在不能打断它；在裸机上也不会打断。',
        ),
      ],
      keep: [
        both('It keeps it for later', '先留着'),
        both(
          'As on bare metal, where the interrupt controller keeps it until IF is 1 again.',
          '与裸机一样：那里由中断控制器留着，等 IF 再变成 1。',
        ),
        both('There is no need: the virtual IF allows it.', '不需要：虚拟 IF 允许。'),
      ],
      drop: [
        both('It drops it', '丢掉'),
        both('It is gone.', '没有了。'),
        both(
          'A kernel that loses ticks loses time. Nothing in the manual allows that.',
          '丢了滴答，内核的时间就不准了。手册里没有哪条允许这样。',
        ),
      ],
    },
    (next) => (next.path?.handled?.work.key === 'hold' ? 'keep' : 'deliver'),
  );
