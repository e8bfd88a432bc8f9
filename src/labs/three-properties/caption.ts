import { both, type Text } from '#kit/text.ts';
import { instructionToWord } from '#sim/monitor/instruction.ts';
import type { Deed } from '#sim/monitor/machine.ts';
import type { State } from './model.ts';
import { nameOf } from './names.ts';
import { ranCaption } from './ranCaption.ts';

/** One sentence on the last step, and why it went as it did. */
export function caption(state: State): Text {
  const { deed, guests } = state;
  switch (deed.kind) {
    case 'start':
      return both(
        `Nothing has run yet: memory is shared out among ${guests.length} guest${guests.length > 1 ? 's' : ''}, and the VMM has the core.`,
        `还没有运行：内存已分给 ${guests.length} 台客户机，处理器在 VMM 手里。`,
      );
    case 'asked':
      return askedCaption(state, deed);
    case 'switch':
      return switchCaption(state, deed);
    case 'ran':
      return ranCaption(state, deed);
  }
}

function askedCaption({ guests, setup }: State, { guest, instruction }: Extract<Deed, { kind: 'asked' }>): Text {
  const [name, word] = [nameOf(guest), instructionToWord(instruction)];
  if (instruction.verb === 'timer')
    return both(
      `When ${name} runs next it executes ${word}, and from then on it sets its timer as far each time: it means to keep the core.`,
      `${name} 下次运行时先执行 ${word}，此后每次都把定时器设到这么远：它想霸占处理器。`,
    );
  const size = guests[guest]?.size ?? 0;
  return both(
    `When ${name} runs next it executes ${word}, though it was granted only ${size} frame${size > 1 ? 's' : ''}: addresses 0 to ${size - 1}. ${setup.control ? 'The bounds are set.' : 'No bounds are set.'}`,
    `${name} 下次运行时先执行 ${word}，可它只分到 ${size} 个页框，地址为 0 到 ${size - 1}。${setup.control ? '边界已设。' : '没有设边界。'}`,
  );
}

function switchCaption({ setup, due }: State, { from, to, late }: Extract<Deed, { kind: 'switch' }>): Text {
  const [was, name] = [nameOf(from), nameOf(to)];
  if (from < 0)
    return both(
      `The VMM gives the core to ${name} and sets the timer: at tick ${due} it will have the core back.`,
      `VMM 把处理器交给 ${name}，并设好定时器：到第 ${due} 个节拍收回。`,
    );
  if (late > 0)
    return both(
      `The timer was ${was}’s own, so ${was} kept the core ${late} ${late === 1 ? 'tick' : 'ticks'} past its slice; only now can the VMM give it to ${name}.`,
      `定时器由 ${was} 自己设，时间片到了它又占了 ${late} 个节拍；VMM 到现在才能把处理器交给 ${name}。`,
    );
  if (from === to)
    return both(
      `The timer interrupts and the VMM has the core; no other guest has had less for its weight, so ${name} runs on.`,
      `定时器中断，处理器回到 VMM 手里；按权重算，没有哪台客户机得到的更少，于是 ${name} 接着运行。`,
    );
  return both(
    `The timer interrupts: the VMM has the core back from ${was} and gives ${setup.slice} ticks to ${name}, which has had least for its weight.`,
    `定时器中断：VMM 从 ${was} 手里收回处理器，交给 ${name} 用 ${setup.slice} 个节拍，因为按权重算，它得到的最少。`,
  );
}
