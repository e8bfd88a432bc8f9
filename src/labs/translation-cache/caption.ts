import { both, type Text } from '#kit/text.ts';
import type { Deed } from '#sim/vmm/deed.ts';
import type { Piece } from '#sim/vmm/translation/block.ts';
import { IF } from '#sim/x86/cpu/state.ts';
import { lineText } from './doing.ts';
import { type State, vmmOf } from './model.ts';
import { addressToHex } from './pieces.ts';

/** What just happened and why. */
export function captionOf(state: State): Text {
  const { run } = state;
  if (run.divergence) return diverged(state);
  const { deed } = run;
  switch (deed.kind) {
    case 'boot':
      return both(
        'The guest’s kernel stands at its first instruction; nothing of it will run before it is translated.',
        '客户机内核停在第一条指令；不翻译，它一条也不会执行。',
      );
    case 'run':
      return ran(state, deed.address, deed.where);
    case 'translate':
      return translated(state, deed.address);
    case 'leave':
      return left(state, deed);
    case 'handle':
      return handled(state, deed);
    case 'enter':
      return deed.inject === undefined
        ? both('The processor goes back to the guest.', '处理器交还客户机。')
        : both(
            'The guest goes on in its own handler; if that is kernel code, a translation of it runs.',
            '客户机转到自己的处理程序继续；那是内核代码，执行的仍是译文。',
          );
    case 'deliver':
      return both('The guest’s handler is entered.', '转入客户机的处理程序。');
    case 'sleep':
      return both('The guest waits in HLT, and the VMM waits with it.', '客户机在 HLT 里等待，VMM 也陪着等。');
    case 'end':
      return ended(state);
  }
}

function diverged({ run }: State): Text {
  const { line = 0, instruction = '', what = '' } = run.divergence ?? {};
  return both(
    `After ${instruction} (line ${line}) ${what} differs from bare metal: the wall is gone, and a store went to the VMM’s memory instead.`,
    `执行 ${instruction}（第 ${line} 行）后，${what} 与裸机不同：墙没了，有一次写入落进了 VMM 的内存。`,
  );
}

const pieceAt = (state: State, address: number): Piece | undefined =>
  [...vmmOf(state).cache.values()].flatMap(({ pieces }) => pieces).find((piece) => piece.address === address);

function ran(state: State, address: number, where: string): Text {
  const text = lineText(state, address);
  if (state.news === 'breach')
    return both(
      `${text} was copied unchanged, and with no segment limit its store arrives in the VMM’s memory.`,
      `${text} 是照抄的，又没有段界限拦着，这次写入落进了 VMM 的内存。`,
    );
  if (where !== 'translated')
    return both(
      `${text} is user code: it runs on the processor in ring 3, untranslated.`,
      `${text} 是用户代码：在 ring 3 直接执行，不经翻译。`,
    );
  switch (pieceAt(state, address)?.form) {
    case 'inCache':
      return both(
        `${text} would show or change privileged state, so the translator’s own code runs instead, on the virtual processor’s variables; nothing traps.`,
        `${text} 会读到或改动特权状态，所以换成翻译器自己的代码，操作虚拟处理器的变量；没有陷入。`,
      );
    case 'simulate':
      return both(
        `${text} kept faulting on a watched page, so its translation now stores and updates the shadow table by itself.`,
        `${text} 屡次在被监视的页上触发异常，现在的译文自己写入，并更新影子页表。`,
      );
    case 'branch':
      return both(
        `${text} goes on in the cache: its target is another block, or the VMM, which will find or make that block.`,
        `${text} 在缓存里继续：目标是另一个块，或者先到 VMM 去找出、译出那个块。`,
      );
    case 'indirect':
      return both(
        `${text} takes its target from a register or the stack, so the block is looked up each time.`,
        `${text} 的目标来自寄存器或栈，每次都得查表找块。`,
      );
    default:
      return both(
        `${text} was copied unchanged and runs at full speed in ring 1.`,
        `${text} 原样照抄，在 ring 1 全速执行。`,
      );
  }
}

function translated(state: State, address: number): Text {
  const block = vmmOf(state).cache.get(address);
  const count = block?.pieces.length ?? 0;
  const same = block?.pieces.filter(({ form }) => form === 'ident').length ?? 0;
  const name = addressToHex(address);
  const why = whyTranslated(state.news, name);
  return both(
    `${why.en}: the VMM translates ${count} ${count === 1 ? 'instruction' : 'instructions'} (unchanged: ${same}) and keeps the result.`,
    `${why['zh-CN']}：VMM 翻译 ${count} 条指令，其中 ${same} 条原样照抄，结果存入缓存。`,
  );
}

function whyTranslated(news: State['news'], name: string): Text {
  switch (news) {
    case 'stale':
      return both(
        `The source at ${name} is no longer what was translated, so the block is dropped`,
        `${name} 处的源码已不是译过的样子，那个块被丢掉`,
      );
    case 'again':
      return both(
        `The block at ${name} had been dropped for want of room, and is needed again`,
        `以 ${name} 开头的块因放不下被丢掉过，现在又要用`,
      );
    default:
      return both(`No block begins at ${name}`, `没有以 ${name} 开头的块`);
  }
}

function left(state: State, deed: Extract<Deed, { kind: 'leave' }>): Text {
  const text = lineText(state, deed.address);
  if (deed.reason.startsWith('callout'))
    return both(`The translation of ${text} is a call into the VMM.`, `${text} 的译文是对 VMM 的一次调用。`);
  if (deed.reason.startsWith('int '))
    return both(
      `${text} enters a gate of the VMM’s IDT: the guest’s own is not the processor’s.`,
      `${text} 进入的是 VMM 的 IDT 里的门：处理器用的不是客户机那张 IDT。`,
    );
  if (deed.reason.startsWith('interrupt') || deed.reason === 'window')
    return both('The timer interrupts: the VMM has the processor.', '定时器中断：处理器到了 VMM 手里。');
  if (deed.reason === 'exit') return both('The guest has asked for its end.', '客户机请求结束。');
  return both(
    `${text} faults (${deed.reason}): the VMM has the processor.`,
    `${text} 引发异常（${deed.reason}）：处理器到了 VMM 手里。`,
  );
}

function handled(state: State, { address, work }: Extract<Deed, { kind: 'handle' }>): Text {
  const text = lineText(state, address);
  switch (work.key) {
    case 'fill':
      return both(
        'The shadow table lacked this page; the guest knows of nothing.',
        '影子页表里缺这一页，补上即可；客户机毫不知情。',
      );
    case 'store':
      return both(
        'The store hit one of the guest’s page tables: the VMM makes it and forgets what its shadow made of that entry.',
        '这次写入碰到了客户机的页表：VMM 代为写入，并作废影子里对应的表项。',
      );
    case 'hold':
      return (state.run.guest.cpu.eflags & IF) !== 0
        ? both(
            'The guest’s STI takes effect behind the next instruction, so until then the VMM holds the interrupt back.',
            '客户机的 STI 要到下一条指令之后才生效，在那之前 VMM 先扣住这个中断。',
          )
        : both('The virtual IF is 0, so the VMM holds the interrupt back.', '虚拟 IF 为 0，VMM 先扣住这个中断。');
    case 'deliver':
      return both('The VMM builds the frame that the guest’s handler expects.', 'VMM 按客户机处理程序的期望搭好栈帧。');
    case 'end':
      return ended(state);
    default:
      return both(
        `The VMM carries out ${text} on the machine that the guest believes in.`,
        `VMM 在客户机所相信的那台机器上执行 ${text}。`,
      );
  }
}

function ended({ run }: State): Text {
  const count = run.instructions.toLocaleString('en');
  const many = run.instructions === 1 ? 'instruction' : 'instructions';
  return run.end === 'debug-exit'
    ? both(
        `The guest has ended after ${count} ${many}, and no register or store ever differed from bare metal.`,
        `客户机执行 ${count} 条指令后结束，寄存器和写入始终与裸机一致。`,
      )
    : both(`The guest has stopped after ${count} ${many}.`, `客户机执行 ${count} 条指令后停住。`);
}
