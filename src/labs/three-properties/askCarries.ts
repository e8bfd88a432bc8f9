import { askAbout, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { type Instruction, instructionToWord } from '#sim/monitor/instruction.ts';
import type { How } from '#sim/monitor/machine.ts';
import { model, type State } from './model.ts';
import { nameOf } from './names.ts';

const ask = askAbout(model);

/** Who will carry the next instruction out. */
export function askCarries(state: State, instruction: Instruction, kind: 'sensitive' | 'innocuous'): Ask<State> {
  const how = howOf(model.step(state));
  const isPorted = how === 'shared' || how === 'call';
  const [name, word] = [nameOf(state.running), instructionToWord(instruction)];
  const bets: Record<string, Bet> = {
    core: [
      both('The core alone, without the VMM', '处理器自己，不经 VMM'),
      how === 'shared' ? sharedRight : coreRight,
      how === 'interpreted' ? interpretedWrong : how === 'call' ? calledWrong : trappedWrong,
    ],
    vmm: [
      both('The VMM, on the guest’s behalf', 'VMM 替客户机做'),
      how === 'interpreted' ? interpretedRight : how === 'call' ? calledRight : trappedRight,
      how === 'shared' ? sharedVmmWrong : kind === 'sensitive' ? uncontrolledVmmWrong : innocuousVmmWrong,
    ],
    none: [both('No one: it is refused', '没有谁：会被拒绝'), both('', ''), isPorted ? refusedPorted : refusedWrong],
  };
  return ask(
    state,
    `carries-${kind}`,
    both(`Next: ${name} executes ${word}. Who carries it out?`, `下一步：${name} 执行 ${word}。由谁来完成？`),
    bets,
    (next) => (['direct', 'shared'].includes(howOf(next)) ? 'core' : 'vmm'),
  );
}

const howOf = ({ deed }: State): How => (deed.kind === 'ran' ? deed.how : 'direct');

const coreRight = both(
  'Nothing traps, so the core executes it as it would on a bare machine.',
  '不发生陷入，处理器像在裸机上一样执行它。',
);
const sharedRight = both(
  'The ported guest uses a page that it shares with the VMM, and need not call.',
  '改写过的客户机用与 VMM 共享的一页，不必调用。',
);
const trappedWrong = both(
  'It would set, show or use what all guests share. The guest runs without privilege, so the core traps instead.',
  '它要设置、读取或占用大家共享的东西。客户机没有特权，处理器不执行它，而是陷入。',
);
const calledWrong = both(
  'The guest was rewritten: in place of this instruction it has a call to the VMM.',
  '客户机改写过：这条指令的位置上是对 VMM 的调用。',
);
const interpretedWrong = both(
  'Efficiency is off: no instruction of a guest ever reaches the core as such.',
  '高效性关着：客户机的指令没有一条直接交给处理器。',
);
const trappedRight = both(
  'It traps, and the VMM gives the guest the effect that the instruction would have alone.',
  '它会陷入，VMM 让客户机得到独占机器时会有的效果。',
);
const calledRight = both('That is what the guest was rewritten to do.', '客户机正是为此改写的。');
const interpretedRight = both(
  'The VMM reads it, decodes it and does it, as it does with every one.',
  'VMM 读出、译码、照做，条条如此。',
);
const innocuousVmmWrong = both(
  'The VMM is only there when something traps, and this does not: that is what makes the guest fast.',
  '有陷入才轮到 VMM，而这一条不陷入：客户机跑得快，靠的就是这个。',
);
const uncontrolledVmmWrong = both(
  'Control is off, and the timer is left to whoever runs: setting it does not trap, and nobody calls the VMM.',
  '资源控制关着，定时器听凭正在运行的客户机：设它不会陷入，也就没有人叫 VMM。',
);
const sharedVmmWrong = both(
  'The VMM will see it later, when it has the core anyway. For now nobody calls it.',
  'VMM 以后拿到处理器时自会看到；眼下没有人叫它。',
);
const refusedPorted = both(
  'A rewritten guest is refused nothing either: it has another way to the same effect. The question is only whether that way leads through the VMM.',
  '改写过的客户机也不会被拒绝：它走另一条路得到同样的效果。问题只是这条路经不经过 VMM。',
);
const refusedWrong = both(
  'That would be a different machine. Whatever a program may do alone it may do here; the question is only who does it.',
  '那就不是原来那台机器了。独占机器时能做的，在这里也能做；问题只是由谁来做。',
);
