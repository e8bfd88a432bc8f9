import { askAbout, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { type Instruction, instructionToWord } from '#sim/monitor/instruction.ts';
import { model, type State } from './model.ts';
import { nameOf } from './names.ts';

const ask = askAbout(model);

/** A guest reaches for an address outside its memory. */
export function askOutside(state: State, instruction: Instruction): Ask<State> {
  const [name, word] = [nameOf(state.running), instructionToWord(instruction)];
  const bets: Record<string, Bet> = {
    done: [
      both('It is done, in a frame that is not its own', '照做，动到了别人的页框'),
      both(
        'There are no bounds: the base is added to any address, and whatever lies there is used.',
        '没有设边界：给什么地址，都加上基址去用。',
      ),
      both(
        'The bounds are the VMM’s, and every address is compared with them before anything is touched.',
        '边界由 VMM 掌握，每个地址都先比对，比对之前什么也不碰。',
      ),
    ],
    fault: [
      both('It has a memory fault, as it would alone', '得到一次内存异常，与独占机器时一样'),
      both(
        'A bare machine with so little memory would fault as well; so the guest learns nothing about the others.',
        '内存同样小的裸机也会报异常；所以客户机看不出还有别人。',
      ),
      both('Control is off: nothing looks at the address.', '资源控制关着：没有谁去看这个地址。'),
    ],
    ended: [
      both('The VMM stops the guest for good', 'VMM 让这台客户机从此停机'),
      both('', ''),
      both(
        'A real machine does not switch itself off at a wrong address. It faults, and goes on.',
        '真机不会因为一个错误地址就关机：它报异常，然后继续。',
      ),
    ],
  };
  const right = ({ deed }: State): string => (deed.kind === 'ran' && deed.isForeign ? 'done' : 'fault');
  return ask(
    state,
    'outside',
    both(
      `Next: ${name} executes ${word}, outside its memory. What happens?`,
      `下一步：${name} 执行 ${word}，地址越界。会怎样？`,
    ),
    bets,
    right,
  );
}

/** A guest reaches for all the time there is. */
export function askTimer(state: State, instruction: Instruction): Ask<State> {
  const [name, word] = [nameOf(state.running), instructionToWord(instruction)];
  const bets: Record<string, Bet> = {
    slice: [
      both('At the end of the slice, as always', '时间片一到，照常收回'),
      both(
        'What was set is a virtual timer, which counts the guest’s own ticks. The real one is still the VMM’s.',
        '被设的是虚拟定时器，只数这台客户机自己的节拍。真正的那个仍归 VMM。',
      ),
      both(
        'The slice was kept by the timer, and the timer is now the guest’s.',
        '时间片靠定时器来守，而定时器现在归了客户机。',
      ),
    ],
    late: [
      both('Only when that time is over', '要等这段时间过完'),
      both(
        'There is one real timer, and the VMM has let go of it. Until it rings, nothing calls the VMM for sure.',
        '真正的定时器只有一个，VMM 已经放了手。它不响，就没有什么保证能叫来 VMM。',
      ),
      both(
        'It would be so if the instruction reached the real timer. It did not: it was carried out for the guest alone.',
        '指令若真动到了定时器，就会如此。但它没有：效果只做给这台客户机看。',
      ),
    ],
  };
  return ask(
    state,
    'take-timer',
    both(
      `Next: ${name} executes ${word}. When does the VMM have the core back?`,
      `下一步：${name} 执行 ${word}。VMM 什么时候收回处理器？`,
    ),
    bets,
    (next) => (next.alarm > next.due ? 'late' : 'slice'),
  );
}
