import { both, type Text } from '#kit/text.ts';
import { type Instruction, instructionToWord } from '#sim/monitor/instruction.ts';
import type { Deed, Setup } from '#sim/monitor/machine.ts';
import type { State } from './model.ts';
import { nameOf, ownerWords } from './names.ts';

type Ran = Extract<Deed, { kind: 'ran' }>;

/** What became of a guest’s instruction, and who carried it out. */
export function ranCaption(state: State, deed: Ran): Text {
  const [name, word] = [nameOf(deed.guest), instructionToWord(deed.instruction)];
  if (deed.isForeign) return foreignCaption(state, deed, name, word);
  if (deed.tookTimer) return timerCaption(state, deed, name, word);
  const { trap, interpret } = state.setup;
  switch (deed.how) {
    case 'direct':
      return both(
        `The core executes ${word} of ${name} by itself in one tick: it touches nothing that is shared, and the VMM does not even hear of it.`,
        `${name} 的 ${word} 由处理器直接执行，一个节拍：它不碰任何共享的东西，VMM 连知道都不知道。`,
      );
    case 'shared':
      return sharedCaption(deed.instruction, name, word);
    case 'interpreted':
      return both(
        `The VMM reads ${word} of ${name}, works out what it means and does it, in ${interpret} ticks: even an addition goes through its hands.`,
        `VMM 读出 ${name} 的 ${word}，弄清含义再替它做，用了 ${interpret} 个节拍：连一次加法也要经它的手。`,
      );
    case 'trap':
      return trapCaption(deed.instruction, name, word, trap);
    case 'call':
      return both(
        `${name} was rewritten for this VMM: instead of ${word} it calls the VMM, which takes ${trap} ticks${deed.instruction.verb === 'out' ? ' and fetches all the outputs that were waiting' : ''}.`,
        `${name} 已为这个 VMM 改写：不执行 ${word}，而是调用 VMM，用 ${trap} 个节拍${deed.instruction.verb === 'out' ? '，把攒下的输出一并取走' : ''}。`,
      );
    case 'caught':
      return caughtCaption(state.setup, name, word);
  }
}

function sharedCaption({ verb }: Instruction, name: string, word: string): Text {
  return verb === 'clock'
    ? both(
        `Instead of ${word}, ${name} reads the time in a page it shares with the VMM: one tick, and no call.`,
        `${name} 不执行 ${word}，而是从与 VMM 共享的一页里读时间：一个节拍，不用调用。`,
      )
    : both(
        `Instead of ${word}, ${name} leaves its output in a page it shares with the VMM, which will fetch it later: one tick, and no call.`,
        `${name} 不执行 ${word}，而是把输出放进与 VMM 共享的一页，留待 VMM 来取：一个节拍，不用调用。`,
      );
}

function trapCaption({ verb, operand }: Instruction, name: string, word: string, ticks: number): Text {
  switch (verb) {
    case 'timer':
      return both(
        `${word} is sensitive and traps; the VMM gives ${name} a timer of its own, to count ${operand} of ${name}’s ticks, and leaves the real one as it is: ${ticks} ticks.`,
        `${word} 是敏感指令，于是陷入；VMM 给 ${name} 一个虚拟定时器，只数 ${name} 自己的 ${operand} 个节拍，真的那个不动：用 ${ticks} 个节拍。`,
      );
    case 'clock':
      return both(
        `clock is sensitive and traps; the VMM answers with ${name}’s own time, in which the others’ turns do not count: ${ticks} ticks.`,
        `clock 是敏感指令，于是陷入；VMM 答以 ${name} 自己的时间，别人占用的不算在内：用 ${ticks} 个节拍。`,
      );
    default:
      return both(
        `${word} is sensitive and traps, for there is one console; the VMM writes ${name}’s number where ${name}’s output goes: ${ticks} ticks.`,
        `${word} 是敏感指令，于是陷入，因为控制台只有一个；VMM 把数写到 ${name} 的输出里：用 ${ticks} 个节拍。`,
      );
  }
}

const caughtCaption = ({ efficiency }: Setup, name: string, word: string): Text =>
  efficiency
    ? both(
        `${word} of ${name} lies outside the bounds, so the processor traps before anything is touched; the VMM lets ${name} have the memory fault it would have had alone.`,
        `${name} 的 ${word} 越出边界，处理器在碰到任何东西之前就陷入；VMM 让 ${name} 得到它独占机器时同样会有的内存异常。`,
      )
    : both(
        `The VMM checks the address of ${word} before it acts: outside ${name}’s memory. ${name} gets a memory fault, as it would alone.`,
        `VMM 动手之前先查 ${word} 的地址：不在 ${name} 的内存里。${name} 得到一次内存异常，与独占机器时一样。`,
      );

function foreignCaption(state: State, { frame = 0, instruction }: Ran, name: string, word: string): Text {
  const whose = ownerWords(state, frame);
  const isStore = instruction.verb === 'store';
  return both(
    `Nobody checks bounds: ${word} of ${name} ${isStore ? 'overwrites' : 'reads'} frame ${frame}, which is ${whose.en}.`,
    `没有人检查边界：${name} 的 ${word} ${isStore ? '改写' : '读出'}了页框 ${frame}，而那是${whose['zh-CN']}。`,
  );
}

function timerCaption({ alarm, due }: State, { how }: Ran, name: string, word: string): Text {
  const late = alarm - due;
  const because =
    how === 'direct' ? both('nothing traps', '不会陷入') : both('the VMM does what the guest asks', 'VMM 有求必应');
  if (late === 0)
    return both(
      `${name} sets the real timer by ${word} (${because.en}): it interrupts at tick ${alarm}, just when its slice is over anyway.`,
      `${name} 用 ${word} 设了真正的定时器（${because['zh-CN']}）：第 ${alarm} 个节拍中断，正好是它的时间片结束的时候。`,
    );
  return late > 0
    ? both(
        `${name} sets the real timer by ${word} (${because.en}): the VMM gets the core back at tick ${alarm}, ${late} later than it meant to.`,
        `${name} 用 ${word} 设了真正的定时器（${because['zh-CN']}）：VMM 要到第 ${alarm} 个节拍才收回处理器，比打算的晚 ${late} 个。`,
      )
    : both(
        `${name} sets the real timer by ${word} (${because.en}): it interrupts at tick ${alarm}, before its slice is over.`,
        `${name} 用 ${word} 设了真正的定时器（${because['zh-CN']}）：第 ${alarm} 个节拍就中断，比它的时间片结束得还早。`,
      );
}
