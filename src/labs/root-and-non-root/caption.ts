import { both, type Text } from '#kit/text.ts';
import { handledBy } from '#sim/vmm/hardware/handledBy.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import { bitNames, isSet } from './bits.ts';
import { addressIn, lineText } from './codeMarks.ts';
import { handledCaption } from './handledCaption.ts';
import { leftCaption } from './leftCaption.ts';
import { type State, vmmOf, waitOf } from './model.ts';

/** What just happened and why. */
export function captionOf(state: State): Text {
  const { run, done } = state;
  if (done) return done[0] === 'interrupt' ? asked(state) : flippedText(state, done[1]);
  if (run.divergence) return diverged(state);
  const { deed } = run;
  switch (deed.kind) {
    case 'boot':
      return both(
        'KVM has filled the VMCS and stands in root mode, ring 0; its next instruction is VMLAUNCH.',
        'KVM 填好了 VMCS，在根模式 ring 0；下一条指令是 VMLAUNCH。',
      );
    case 'run':
    case 'translate':
      return ranText(state, deed.address);
    case 'leave':
      return leftCaption(state, deed);
    case 'handle':
      return handledCaption(state, deed);
    case 'enter':
      return enteredText(state, deed.inject);
    case 'deliver':
      return both(
        `Vector ${vectorText(deed.vector).en} goes through the guest’s own IDT to the guest’s kernel: no exit.`,
        `向量 ${vectorText(deed.vector)['zh-CN']} 走客户机自己的 IDT，交给客户机内核：没有退出。`,
      );
    case 'sleep':
      return slept(state);
    case 'end':
      return endedText(state);
  }
}

const asked = (state: State): Text =>
  isSet(state.run.settings.controls, 'interrupts')
    ? both(
        'An interrupt for the host, vector ECh, reaches the processor while it is in the guest.',
        '归宿主机管的中断（向量 ECh）到了处理器，而处理器正在客户机里。',
      )
    : both(
        'An interrupt for the host, vector ECh, is here, but nothing says that it exits: the guest’s IF decides.',
        '归宿主机管的中断（向量 ECh）来了，可没有哪一位说它要退出：由客户机的 IF 说了算。',
      );

function flippedText({ run }: State, bit: Parameters<typeof isSet>[1]): Text {
  const value = isSet(run.settings.controls, bit) ? 1 : 0;
  const name = bitNames[bit];
  return both(
    `KVM writes the VMCS (“${name.en}” is now ${value}); from the next entry on it counts.`,
    `KVM 改写 VMCS（“${name['zh-CN']}”现在是 ${value}），下次进入起生效。`,
  );
}

function diverged({ run }: State): Text {
  const { instruction = '', what = '' } = run.divergence ?? {};
  const where = instruction.trim();
  return both(
    `The guest is no longer what it is on bare metal (${what}, at ${where}): something of the host’s went through the guest’s IDT.`,
    `客户机与裸机不再一致（${what}，在 ${where} 处）：宿主机的事走进了客户机的 IDT。`,
  );
}

const guestRing = ({ run }: State): number => run.guest.cpu.cpl;

/** What running without an exit means, for the instructions that one might expect to exit. */
const special: readonly (readonly [RegExp, Text])[] = [
  [
    /^cli|^sti|^popf/,
    both('it acts on the guest’s own IF, and the host is not asked.', '它改的是客户机自己的 IF，不必问宿主机。'),
  ],
  [
    /^int /,
    both(
      'a system call, through the guest’s own IDT to the guest’s own kernel.',
      '一次系统调用，走客户机自己的 IDT，到客户机自己的内核。',
    ),
  ],
  [
    /^mov cr3/,
    both(
      'the guest has its CR3 to itself, for the EPT translates whatever its tables say.',
      'CR3 由客户机自己用，它的页表怎么写，都还要经过 EPT。',
    ),
  ],
  [
    /^out|^in /,
    both('the bitmap has a 0 for the port, so it reaches the device itself.', '位图中该端口为 0，直接到达设备。'),
  ],
  [/^iret/, both('back to where the guest’s stack says, in the guest.', '按客户机栈上所写返回，仍在客户机内。')],
  [/^lgdt|^lidt|^ltr/, both('the register is the guest’s own.', '这个寄存器是客户机自己的。')],
  [/^hlt/, both('the processor itself waits, in non-root mode.', '处理器自己在非根模式里等待。')],
];

function ranText(state: State, address: number): Text {
  const text = lineText(state, address);
  const ring = guestRing(state);
  if (waitOf(state) !== undefined)
    return both(
      `${text} runs in non-root mode, ring ${ring}: the guest’s IF is 0, so the host’s interrupt goes on waiting.`,
      `${text} 在非根模式 ring ${ring} 执行：客户机的 IF 是 0，宿主机的中断只好接着等。`,
    );
  const [, why] = special.find(([pattern]) => pattern.test(text)) ?? [];
  if (why) return both(`${text} runs in non-root mode: ${why.en}`, `${text} 在非根模式里执行：${why['zh-CN']}`);
  return both(
    `${text} runs in non-root mode, ring ${ring}; nobody in the host hears of it.`,
    `${text} 在非根模式 ring ${ring} 执行，宿主机毫不知情。`,
  );
}

function enteredText(state: State, inject: number | undefined): Text {
  const ring = guestRing(state);
  const { exit } = vmmOf(state);
  if (inject !== undefined)
    return both(
      `VM entry: the processor loads the guest state and delivers vector ${vectorText(inject).en} through the guest’s IDT.`,
      `虚拟机进入：处理器装入客户机状态，并经客户机的 IDT 交付向量 ${vectorText(inject)['zh-CN']}。`,
    );
  if (!exit)
    return both(
      'VMLAUNCH: the processor loads the guest state and is in non-root mode, ring 0.',
      'VMLAUNCH：处理器装入客户机状态，进入非根模式 ring 0。',
    );
  const by = handledBy(exit) === 'qemu';
  return both(
    `${by ? 'QEMU calls KVM_RUN, and KVM executes VMRESUME' : 'KVM executes VMRESUME'}: the guest goes on in non-root mode, ring ${ring}.`,
    `${by ? 'QEMU 调用 KVM_RUN，KVM 执行 VMRESUME' : 'KVM 执行 VMRESUME'}：客户机在非根模式 ring ${ring} 继续。`,
  );
}

const slept = (state: State): Text =>
  vmmOf(state).phase === 'entering'
    ? both(
        'The guest sleeps, so KVM does not enter it; the host has the processor for others until the guest’s interrupt comes.',
        '客户机睡着，KVM 不进入它；在它的中断到来之前，处理器可供宿主机另作他用。',
      )
    : both(
        'HLT did not exit: the processor itself sleeps in non-root mode, and the host cannot use it.',
        'HLT 没有退出：处理器自己在非根模式里睡，宿主机用不上它。',
      );

function endedText(state: State): Text {
  const { end } = state.run;
  if (end === 'triple-fault') return both('The guest has shut down: a triple fault.', '客户机三重故障，已关机。');
  if (end === 'halted')
    return both('The guest sleeps with interrupts off: it will never wake.', '客户机关着中断睡下：不会再醒。');
  const text = lineText(state, addressIn(state));
  return both(`The guest has ended; it would go on at ${text}.`, `客户机已结束；它本会从 ${text} 继续。`);
}
