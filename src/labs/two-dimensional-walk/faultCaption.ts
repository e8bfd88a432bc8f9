import { both, type Text } from '#kit/text.ts';
import type { Fault } from '#sim/paging/fault.ts';
import type { Reference } from '#sim/paging/walk.ts';
import { hex, hexAddress } from './hex.ts';
import type { Walker } from './model.ts';
import { entryWord as entryOf } from './words.ts';

/** What refused the access, and who takes it from here. */
export function faultCaption(state: Walker, fault: Fault, last: Reference | undefined): Text {
  const { isNested } = state.plan;
  switch (fault.kind) {
    case 'general-protection':
      return isNested
        ? both(
            'The processor raises #GP(0) without reading a single entry; the guest’s kernel handles it, and no VM exit takes place.',
            '处理器未读任何表项就引发 #GP(0)；由客户机内核处理，不发生虚拟机退出。',
          )
        : both(
            'The processor raises #GP(0) without reading a single entry; the kernel handles it.',
            '处理器未读任何表项就引发 #GP(0)，由内核处理。',
          );
    case 'guest-page-fault': {
      const why = pageFaultWhy(fault.errorCode, last?.level ?? 0);
      return isNested
        ? both(
            `${why.en}, so the processor raises #PF (error code ${hex(fault.errorCode)}): the guest’s own kernel handles it, without a VM exit.`,
            `${why['zh-CN']}，处理器引发 #PF（错误码 ${hex(fault.errorCode)}）：由客户机自己的内核处理，没有虚拟机退出。`,
          )
        : both(
            `${why.en}, so the processor raises #PF (error code ${hex(fault.errorCode)}), and the kernel handles it.`,
            `${why['zh-CN']}，处理器引发 #PF（错误码 ${hex(fault.errorCode)}），由内核处理。`,
          );
    }
    case 'ept-violation': {
      const why = violationWhy(fault.exitQualification, fault.guestPhysicalAddress);
      return both(
        `${why.en}: EPT violation (exit reason 48), and the hypervisor takes over.`,
        `${why['zh-CN']}：发生 EPT 违例（退出原因 48），由虚拟机管理程序接手。`,
      );
    }
    case 'ept-misconfiguration':
      return both(
        `The EPT entry of level ${last?.level} is not legal, which is found before any right is looked at: EPT misconfiguration (exit reason 49), and the hypervisor takes over.`,
        `EPT 第 ${last?.level} 级表项不合法，这先于一切权限检查被发现：发生 EPT 配置错误（退出原因 49），由虚拟机管理程序接手。`,
      );
  }
}

function pageFaultWhy(code: number, level: number): Text {
  const entry = entryOf(level);
  if (!(code & 1)) return both(`The ${entry} is not present`, `${entry} 不存在`);
  if (code & 8) return both(`A reserved bit is set in the ${entry}`, `${entry} 中有保留位为 1`);
  const kind = code & 16 ? both('fetch', '取指') : code & 2 ? both('write', '写入') : both('read', '读取');
  return both(
    `The tables of all levels, taken together, do not allow this ${kind.en}`,
    `各级页表合起来不允许这次${kind['zh-CN']}`,
  );
}

function violationWhy(qualification: number, physical: number): Text {
  const where = hexAddress(physical);
  if (!(qualification & 0x38))
    return both(`The EPT has nothing for guest-physical ${where}`, `EPT 中没有客户机物理地址 ${where} 的映射`);
  if (qualification & 0x100) {
    const kind =
      qualification & 4 ? both('fetch', '取指') : qualification & 2 ? both('write', '写入') : both('read', '读取');
    return both(
      `The EPT does not allow a ${kind.en} at guest-physical ${where}`,
      `EPT 不允许对客户机物理地址 ${where} 的${kind['zh-CN']}`,
    );
  }
  if ((qualification & 3) === 3)
    return both(
      'With the EPT’s flags on, reading a guest’s table counts as a write, and the EPT does not allow this page to be written',
      '启用 EPT 访问位与脏位后，读客户机页表算作写入，而 EPT 不允许写这一页',
    );
  if (qualification & 2)
    return both(
      'The processor must mark the guest’s entry accessed, and the EPT does not allow this page to be written',
      '处理器须在客户机表项中置访问位，而 EPT 不允许写这一页',
    );
  return both(
    'The guest’s table is in a page that the EPT does not allow to be read',
    '客户机页表所在的页，EPT 不允许读取',
  );
}
