import { both, type Text } from '#kit/text.ts';
import type { Work } from '#sim/vmm/deed.ts';
import { exceptionName } from '#sim/vmm/direct/names.ts';
import { vectorNumber, vectorText } from '#sim/vmm/tell/vectorText.ts';
import { DB } from '#sim/x86/cpu/fault.ts';
import type { Path } from './path.ts';
import { effectOf, exceptionText } from './pathWords.ts';

/** The processor goes to the monitor. */
export function leaveCaption({ text, ring, crossing }: Path): Text {
  const { reason, vector = 0 } = crossing;
  if (reason.startsWith('interrupt'))
    return both(
      'The timer interrupts: the real IF is 1, whatever the guest believes, so the VMM has the processor at once.',
      '定时器来了中断：不管客户机以为怎样，真实 IF 是 1，处理器立刻到了 VMM 手里。',
    );
  if (reason.startsWith('int '))
    return both(
      `\`${text}\` takes gate ${vectorNumber(vector)} of the IDT that the processor really holds, and that one is the VMM’s.`,
      `\`${text}\` 走的是处理器实际持有的那张 IDT 的 ${vectorNumber(vector)} 号门，而那张表是 VMM 的。`,
    );
  if (reason === 'window')
    return both(
      'The VMM let one instruction after STI run in single step; now it has the processor again, with a tick to deliver.',
      'VMM 只放行 STI 之后的一条指令，单步执行；现在处理器回到它手里，还有一次滴答要交付。',
    );
  if (reason === 'exit')
    return both(
      'The guest has asked for the end, and the VMM has the processor.',
      '客户机要求结束，处理器到了 VMM 手里。',
    );
  if (reason === '#PF')
    return both(
      `The tables that the processor really walks refuse what \`${text}\` touches: a page fault, and the VMM has it.`,
      `处理器实际走的页表不许 \`${text}\` 这样访问：产生缺页异常，由 VMM 接下。`,
    );
  if (reason === '#NP')
    return both(
      `\`${text}\` loads a segment that the VMM’s table does not have yet: exception ${exceptionText(crossing)}, and the VMM has the processor.`,
      `\`${text}\` 要装载的段在 VMM 的表里还没有：异常 ${exceptionText(crossing)}，处理器到了 VMM 手里。`,
    );
  if (vector === DB)
    return both(
      `With TF 1 the processor traps behind \`${text}\`: exception #DB, whose gate leads to the VMM in ring 0.`,
      `TF 为 1，处理器在 \`${text}\` 之后陷入：异常 #DB，它的门通向 ring 0 的 VMM。`,
    );
  return both(
    `In ring ${ring} the processor refuses \`${text}\`: exception ${exceptionText(crossing)}, whose gate leads to the VMM in ring 0.`,
    `在 ring ${ring}，处理器拒绝执行 \`${text}\`：异常 ${exceptionText(crossing)}，它的门通向 ring 0 的 VMM。`,
  );
}

/** What the guest's instruction did not reach. */
function keptText({ handled }: Path): Text {
  switch (handled?.changes.at(-1)?.row) {
    case 'if':
      return both('; the real IF stays 1', '；真实 IF 仍是 1');
    case 'cr3':
      return both('; the real CR3 still leads to the VMM’s own tables', '；真实 CR3 仍指向 VMM 自己的页表');
    case 'idt':
    case 'gdt':
      return both('; the real one is still the VMM’s', '；真实的那张仍是 VMM 的');
    default:
      return both('', '');
  }
}

/**
 * The monitor enters the guest's handler. Why is said of the guest's own state, in which a bare machine would do the same:
 * the guest may have differed from bare metal for long.
 */
function deliverCaption({ text, crossing }: Path, operands: Work['operands'], effect: Text): Text {
  const { reason, vector: asked = 0 } = crossing;
  const vector = Number(operands.vector ?? 0);
  const isInterrupt = reason.startsWith('interrupt') || reason === 'window';
  if (isInterrupt && vector === asked)
    return both(
      `The virtual IF is 1, so the VMM enters the guest’s own gate ${vectorNumber(vector)} for it, as the processor would: ${effect.en}.`,
      `虚拟 IF 是 1，VMM 就像处理器那样替它进入客户机自己的 ${vectorNumber(vector)} 号门：${effect['zh-CN']}。`,
    );
  const exception = exceptionText({
    reason: exceptionName(vector),
    ...(operands.errorCode !== undefined && { errorCode: Number(operands.errorCode) }),
  });
  const why = isInterrupt ? shutText(vectorNumber(asked)) : vector === DB ? tracedText(text) : refusedText(text);
  return both(
    `${why.en}, so the VMM hands ${exception} on to the guest’s kernel: ${effect.en}.`,
    `${why['zh-CN']}，于是 VMM 把 ${exception} 转交客户机内核：${effect['zh-CN']}。`,
  );
}

const shutText = (gate: string): Text =>
  both(`The guest’s own gate ${gate} cannot be entered`, `客户机自己的 ${gate} 号门进不去`);
const tracedText = (text: string): Text =>
  both(`With TF 1 an exception follows \`${text}\``, `TF 为 1，\`${text}\` 之后就来一次异常`);
const refusedText = (text: string): Text =>
  both(
    `Bare metal in the guest’s state would refuse \`${text}\` too`,
    `裸机处在客户机这样的状态，同样会拒绝 \`${text}\``,
  );

/** The monitor does its work. */
export function handleCaption(path: Path): Text {
  const { text, crossing, handled } = path;
  const { reason, vector = 0 } = crossing;
  const effect = effectOf(path) ?? both('', '');
  const kept = keptText(path);
  switch (handled?.work.key) {
    case 'hold':
      if (handled.behindSti)
        return both(
          'The virtual IF is 1, but STI lets an interrupt in only behind the instruction after it: so long the VMM keeps the tick.',
          '虚拟 IF 是 1，但 STI 之后还要再执行一条指令，中断才能进来：在那之前 VMM 先把滴答留着。',
        );
      return both(
        'The virtual IF is 0, so the VMM keeps the tick for later, as the controller of a bare machine does while IF is 0.',
        '虚拟 IF 是 0，VMM 先把滴答留着；裸机的 IF 为 0 时，留着它的是中断控制器。',
      );
    case 'deliver':
      return deliverCaption(path, handled.work.operands, effect);
    case 'store':
      return both(
        'The store would change a page table that the VMM watches: the VMM makes it, and puts its own tables right.',
        '这次写入会改动 VMM 监视的页表：由 VMM 代写，并改好自己的表。',
      );
    default:
      if (reason.startsWith('int '))
        return both(
          `The VMM does what the processor would have done: it enters gate ${vectorNumber(vector)} of the guest’s own IDT (${effect.en}).`,
          `VMM 做处理器本来会做的事：进入客户机自己 IDT 的 ${vectorNumber(vector)} 号门（${effect['zh-CN']}）。`,
        );
      return both(
        `The VMM carries \`${text}\` out on the virtual machine: ${effect.en}${kept.en}.`,
        `VMM 在虚拟机上执行 \`${text}\`：${effect['zh-CN']}${kept['zh-CN']}。`,
      );
  }
}

/** The guest goes on. */
export function enterCaption({ back, handled }: Path): Text {
  const { ring = 0, text = '', inject } = back ?? {};
  if (handled?.asleep)
    return both(
      'The virtual processor waits in HLT, and the real one is free for other guests.',
      '虚拟处理器在 HLT 里等待，真实处理器可以去跑别的客户机。',
    );
  return inject === undefined
    ? both(
        `The VMM returns to ring ${ring}, and the guest goes on at \`${text}\` as if the processor had done it.`,
        `VMM 返回 ring ${ring}，客户机从 \`${text}\` 继续，就像处理器自己做完了一样。`,
      )
    : both(
        `The VMM returns to ring ${ring}, and the guest finds itself in its own handler of vector ${vectorText(inject).en}.`,
        `VMM 返回 ring ${ring}，客户机发现自己到了自己的处理程序里：向量 ${vectorText(inject)['zh-CN']}。`,
      );
}

/** The three thirds of an interrupt that is not for this guest. */
export function foreignCaption({ back, text }: Path, stage: 'leave' | 'handle' | 'enter'): Text {
  switch (stage) {
    case 'leave':
      return both(
        'The disk of another guest interrupts: the real IF is 1, so the VMM has the processor, and this guest was not asked.',
        '另一台客户机的磁盘来了中断：真实 IF 是 1，处理器到了 VMM 手里，没有问过这台客户机。',
      );
    case 'handle':
      return both(
        'The VMM hands the interrupt to the guest it is for; of this guest nothing changes.',
        'VMM 把中断交给它所属的那台客户机；这台客户机什么也没变。',
      );
    case 'enter':
      return both(
        `This guest goes on at \`${back?.text ?? text}\` and knows of nothing.`,
        `这台客户机从 \`${back?.text ?? text}\` 继续，毫不知情。`,
      );
  }
}
