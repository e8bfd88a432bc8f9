import { both, type Phrase } from '../../phrase.ts';
import type { Crossing, Work } from '../deed.ts';
import { exitText } from './exitTexts.ts';
import { vectorNumber, vectorText } from './vectorText.ts';

const hex = (n: number | string | undefined): string =>
  Number(n ?? 0)
    .toString(16)
    .toUpperCase();

/** Why the processor leaves the guest, as a clause that goes before what the monitor does. */
export function crossingText({ reason, exitReason, vector = 0 }: Crossing): Phrase {
  if (exitReason !== undefined) {
    const exit = exitText(reason);
    return both(`it leaves by a VM exit, reason ${exit.en}`, `它因虚拟机退出离开客户机，原因 ${exit['zh-CN']}`);
  }
  if (reason.startsWith('hypercall'))
    return both(
      `the guest makes the ${reason.replace('hypercall ', '')} hypercall`,
      `客户机发起 ${reason.replace('hypercall ', '')} 超级调用`,
    );
  if (reason.startsWith('interrupt'))
    return both(`interrupt ${vectorNumber(vector)} enters the VMM`, `中断 ${vectorNumber(vector)} 进入 VMM`);
  if (reason.startsWith('int '))
    return both(`INT ${vectorNumber(vector)} enters the VMM’s gate`, `INT ${vectorNumber(vector)} 进入 VMM 的门`);
  if (reason.startsWith('callout')) return both('its translation calls out to the VMM', '它的译文调用 VMM');
  if (reason === 'window')
    return both('the guest can take the interrupt that was held for it', '客户机可以接收为它保留的中断了');
  if (reason === 'timer') return both('the real timer interrupts', '真实的定时器中断到来');
  if (reason === 'exit') return both('the guest has asked for its end', '客户机要求结束');
  return both(`it faults with ${reason} and the VMM has the processor`, `它引发 ${reason}，处理器转到 VMM`);
}

/** What the monitor does for it. A kind of work that has no words of its own is named by its key. */
export function workText({ key, operands }: Work): Phrase {
  const vector = vectorText(Number(operands.vector ?? 0));
  const linear = `${hex(operands.linear)}h`;
  switch (key) {
    case 'emulate':
      return both('the VMM carries it out on the virtual machine', 'VMM 在虚拟机上代为执行');
    case 'deliver':
      return both(
        `the VMM enters the guest’s handler of vector ${vector.en} for it`,
        `VMM 替客户机进入它自己的处理程序：向量 ${vector['zh-CN']}`,
      );
    case 'inject':
      return both(
        `the VMM injects vector ${vector.en} with the next entry`,
        `VMM 在下次进入时注入向量 ${vector['zh-CN']}`,
      );
    case 'hold':
      return both(
        `the guest cannot take vector ${vector.en} yet, so the VMM holds it back`,
        `客户机此刻还不能接收向量 ${vector['zh-CN']}，VMM 先保留它`,
      );
    case 'fill':
      return both(
        `the VMM fills its shadow entry for ${linear}, and the guest knows of nothing`,
        `VMM 补上 ${linear} 的影子表项，客户机毫不知情`,
      );
    case 'store':
      return both(
        `the VMM makes the store to the watched page table and drops its shadow`,
        'VMM 代为写入受监视的页表，并丢弃对应的影子',
      );
    case 'map':
      return both(
        `the VMM maps guest-physical ${hex(operands.physical)}h in the EPT`,
        `VMM 在 EPT 中映射客户机物理地址 ${hex(operands.physical)}h`,
      );
    case 'checked store':
      return both(
        'the hypervisor checks the new page-table entry and stores it for the guest',
        '虚拟机管理程序检查新的页表项，代客户机写入',
      );
    case 'cpuid':
      return both('the hypervisor answers in the processor’s place', '虚拟机管理程序代替处理器作答');
    case 'event':
      return both('the hypervisor sets the event’s bit in the shared page', '虚拟机管理程序在共享页里置上事件位');
    case 'reflect':
      return both(
        `the hypervisor calls the handler that the guest has named for vector ${vector.en}`,
        `虚拟机管理程序转到客户机登记的处理程序：向量 ${vector['zh-CN']}`,
      );
    case 'refuse':
      return both(
        'the guest has named no handler: it was not made for this hypervisor, and is refused',
        '客户机没有登记处理程序：它不是为这个虚拟机管理程序编写的，被拒绝',
      );
    case 'crash':
      return both(
        'the guest has no handler that could be entered, and is ended',
        '客户机没有可以进入的处理程序，被终止',
      );
    case 'iret':
      return both(
        'the hypervisor returns for the guest and sets its mask',
        '虚拟机管理程序替客户机返回，并设好事件屏蔽',
      );
    case 'end':
      return both('the VMM ends the run', 'VMM 结束运行');
    default:
      if (Number(operands.result ?? 0) < 0)
        return both(
          `the hypervisor refuses ${key} with ${operands.result}`,
          `虚拟机管理程序以 ${operands.result} 拒绝 ${key}`,
        );
      return both(`the VMM performs ${key}`, `VMM 执行 ${key}`);
  }
}
