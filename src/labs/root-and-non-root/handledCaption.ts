import { both, type Text } from '#kit/text.ts';
import type { Deed } from '#sim/vmm/deed.ts';
import { handledBy } from '#sim/vmm/hardware/handledBy.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import { lineText } from './codeMarks.ts';
import { type State, vmmOf } from './model.ts';
import { CPUID, HLT, PORT } from './reasons.ts';
import { grouped, hex } from './words.ts';

type Handle = Extract<Deed, { kind: 'handle' }>;

/** What KVM or QEMU did about the exit. */
export function handledCaption(state: State, deed: Handle): Text {
  const { exit } = vmmOf(state);
  const text = lineText(state, deed.address);
  const { key, operands } = deed.work;
  const vector = vectorText(Number(operands.vector ?? 0));
  switch (key) {
    case 'host':
      return both(
        `The host’s kernel runs its own handler for vector ${vector.en}, in root mode; it could now run another guest.`,
        `宿主机内核在根模式里运行自己的处理程序（向量 ${vector['zh-CN']}）；它现在也可以换一台客户机来跑。`,
      );
    case 'map':
      return both(
        `KVM reads reason 48, finds a frame for guest-physical ${grouped(Number(operands.physical))}, and writes the EPT entry; the instruction will run again.`,
        `KVM 看到原因 48，为客户机物理地址 ${grouped(Number(operands.physical))} 找来页框，写好 EPT 表项；那条指令会重新执行。`,
      );
    case 'inject':
      return both(
        `KVM asks the next entry to inject vector ${vector.en} into the guest.`,
        `KVM 要求下次进入时向客户机注入向量 ${vector['zh-CN']}。`,
      );
    case 'hold':
      return both(
        `The guest cannot take vector ${vector.en} now, so KVM asks for an exit as soon as it can (interrupt window).`,
        `客户机此刻不能接收向量 ${vector['zh-CN']}，KVM 要求它一能接收就退出（中断窗口）。`,
      );
    case 'fill':
      return both(
        `KVM fills its shadow page table for ${grouped(Number(operands.linear))}; the guest knows of nothing.`,
        `KVM 为 ${grouped(Number(operands.linear))} 补上影子页表项，客户机毫不知情。`,
      );
    case 'store':
      return both(
        'KVM makes the store to the guest’s page table and drops the shadow of the entry.',
        'KVM 代写客户机的页表，并丢弃该项的影子。',
      );
    case 'deliver':
      return both(
        `KVM decides that ${text} is an exception, vector ${vector.en}, as on bare metal.`,
        `KVM 判定 ${text} 是一次异常，向量 ${vector['zh-CN']}，与裸机一样。`,
      );
    case 'end':
      return both('That is the guest’s end.', '客户机到此结束。');
    default:
      return exit ? emulated(state, text) : both('The VMM serves it.', 'VMM 为它服务。');
  }
}

function emulated(state: State, text: string): Text {
  const { exit } = vmmOf(state);
  if (exit && handledBy(exit) === 'qemu')
    return both(
      `KVM has no device at port ${hex((exit.qualification ?? 0) >>> 16)}h, so it returns to QEMU, root mode, ring 3, whose device model does ${text}.`,
      `KVM 在端口 ${hex((exit.qualification ?? 0) >>> 16)}h 没有设备，于是返回 QEMU（根模式 ring 3），由它的设备模型完成 ${text}。`,
    );
  switch (exit?.exitReason) {
    case CPUID:
      return both(
        'KVM reads EAX and ECX, puts its own answer into the guest’s registers, and moves RIP past CPUID.',
        'KVM 读出 EAX 和 ECX，把自己准备的答案放进客户机寄存器，再把 RIP 移过 CPUID。',
      );
    case HLT:
      return both(
        'KVM notes that the guest sleeps, and may give the processor to others.',
        'KVM 记下客户机睡了，处理器可以给别人用。',
      );
    case PORT:
      return both(
        `The device behind port ${hex((exit.qualification ?? 0) >>> 16)}h is in KVM itself: it does ${text} in the host’s kernel.`,
        `端口 ${hex((exit.qualification ?? 0) >>> 16)}h 背后的设备就在 KVM 里：${text} 在宿主机内核中完成。`,
      );
    default:
      return both(
        `KVM does what ${text} asks, on the guest’s state, and moves RIP past it.`,
        `KVM 在客户机状态上完成 ${text} 所要求的事，再把 RIP 移过它。`,
      );
  }
}
