import { both, type Text } from '#kit/text.ts';
import type { Hop } from '#sim/stacks/hop.ts';
import type { Trace } from '#sim/stacks/traceRequest.ts';
import { causeOf } from './cause.ts';
import { fateCaption } from './fateCaption.ts';
import { isOver, lastHop, madeOf, type State } from './model.ts';
import { insideOf, saidName, tidy } from './names.ts';
import { driversOf } from './stackMarks.ts';
import { beginWords } from './words.ts';

/** What just happened, and why. */
export const caption = (state: State): Text => tidy(captionOf(state));

function captionOf(state: State): Text {
  if (state.last === 'crash' || state.last === 'mend') return fateCaption(state);
  const hop = lastHop(state);
  return hop ? hopCaption(state, hop) : startCaption(state);
}

const join = (...parts: readonly Text[]): Text => {
  const said = parts.filter(({ en }) => en !== '');
  return both(said.map(({ en }) => en).join(' '), said.map((part) => part['zh-CN']).join(''));
};
const nothing = both('', '');

export const refusals: Readonly<Record<NonNullable<Trace['refused']>, Text>> = {
  'no-vmx': both(
    'A guest’s kernel has no VT-x here, real or made over again, and L1 nothing to be a hypervisor with. Nesting asks for that one ability, and for no type.',
    '这里的客户机内核没有 VT-x，真的、再造的都没有，L1 没有东西可用来当虚拟机管理程序。嵌套要的只是这一项能力，与类型无关。',
  ),
  unsupported: both(
    'Nothing in its type forbids it, but whoever makes this system does not support a hypervisor inside its guest.',
    '它的类型并不妨碍嵌套，只是做这个系统的人不支持在客户机里再跑虚拟机管理程序。',
  ),
  'no-machine': both(
    'What runs in here has no machine of its own, and so none in which a second hypervisor could be installed.',
    '这里面运行的东西并没有自己的机器，也就无处再装一个虚拟机管理程序。',
  ),
};

function startCaption(state: State): Text {
  const { trace, params } = state;
  if (trace.refused) return refusals[trace.refused];
  if (trace.hops.length === 0)
    return both(
      'Bytecode has no privileged instruction: there is no way to ask for one, and nobody to be entered.',
      '字节码里没有特权指令：既无从发出，也就不会进入谁。',
    );
  const [begin, start] = [beginWords[params.request], saidName(trace, trace.start)];
  const driver = saidName(trace, driversOf(state).at(-1) ?? trace.start);
  const isForDevice = params.request === 'disk-write' || params.request === 'packet';
  return join(
    both(`${begin.en} begins in ${start.en}.`, `${begin['zh-CN']}从${start['zh-CN']}开始。`),
    isForDevice
      ? both(`The real device’s driver is in ${driver.en}.`, `真实设备的驱动在${driver['zh-CN']}里。`)
      : nothing,
    schedulerText(trace),
    both('Who will be entered on the way?', '途中会进入谁？'),
  );
}

function schedulerText(trace: Trace): Text {
  const { en, 'zh-CN': zh } = saidName(trace, (trace.site.outer ?? trace.site).system.scheduler);
  return both(`What runs next is decided by ${en}.`, `接下来轮到谁运行，由${zh}决定。`);
}

function hopCaption(state: State, hop: Hop): Text {
  const { trace, params } = state;
  const crossings = madeOf(state).filter(({ counted }) => counted).length;
  const number = hop.counted ? both(`Crossing ${crossings}.`, `第 ${crossings} 次穿越。`) : nothing;
  const thread =
    hop.switches && hop.kind !== 'world-switch'
      ? both('Another thread or domain gets the processor for it.', '处理器为此换给了另一个线程或域。')
      : nothing;
  const copied = hop.copies ? both('The data is copied.', '数据复制了一次。') : nothing;
  const cause = causeOf(trace, hop, trace.hops[state.at - 2], params.request);
  const how = howText(trace, hop);
  const sentence = both(`${cause.en}: ${how.en}.`, `${cause['zh-CN']}：${how['zh-CN']}。`);
  return join(sentence, number, thread, copied, isOver(state) ? endText(state, crossings) : nothing);
}

function endText({ params, trace }: State, crossings: number): Text {
  const { en: inside, 'zh-CN': inner } = insideOf(trace).one;
  const times = crossings === 1 ? 'once' : crossings === 2 ? 'twice' : `${crossings} times`;
  if (crossings === 0)
    return both(`It is over, and nobody outside ${inside} was entered.`, `请求完成，${inner}之外谁也没有进入。`);
  return params.request === 'packet'
    ? both(
        `The packet is on the wire; somebody outside ${inside} was entered ${times}.`,
        `数据包上了线；共进入${inner}之外的层 ${crossings} 次。`,
      )
    : both(
        `It is over; somebody outside ${inside} was entered ${times}.`,
        `请求完成，共进入${inner}之外的层 ${crossings} 次。`,
      );
}

/** How control got there, by the kind of hop. */
function howText(trace: Trace, { kind, to, counted }: Hop): Text {
  const { en, 'zh-CN': zh } = saidName(trace, to);
  switch (kind) {
    case 'syscall':
      return counted
        ? both(`a system call enters ${en}`, `系统调用进入${zh}`)
        : both('the guest’s own kernel is entered, as on bare metal', '进入的是客户机自己的内核，与裸机上一样');
    case 'fault':
      return counted
        ? both(`the fault enters ${en}`, `缺页异常进入${zh}`)
        : both('the guest’s own kernel takes the fault', '由客户机自己的内核处理');
    case 'trap':
      return both(`it traps into ${en}`, `陷入${zh}`);
    case 'exit':
      return both(`a VM exit to ${en}`, `虚拟机退出到${zh}`);
    case 'hypercall':
      return both(`a hypercall to ${en}`, `超级调用进入${zh}`);
    case 'interrupt':
      return both(`its interrupt enters ${en}`, `中断进入${zh}`);
    case 'entry':
      return both(`a VM entry into ${en}`, `经虚拟机进入转到${zh}`);
    case 'return':
      return both(`control goes up to ${en}`, `控制向上交给${zh}`);
    case 'world-switch':
      return both(
        `a world switch to ${en}; registers, page tables and interrupt gates are all exchanged`,
        `世界切换到${zh}，寄存器、页表、中断门全部换掉`,
      );
    case 'call':
      return both(
        `an ordinary call, since ${en} is in the same address space`,
        `${zh}就在同一地址空间里，普通调用即可`,
      );
    case 'emulated':
      return both(
        `${en} is next; all of it is data of one process, and nothing is crossed`,
        `接着是${zh}；都是同一个进程里的数据，什么也没有穿越`,
      );
    case 'doorbell':
      return both(
        'the driver writes to the device’s registers, and the data goes by DMA',
        '驱动写设备寄存器，数据走 DMA',
      );
  }
}
