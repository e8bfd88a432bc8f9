import { both, type Text } from '#kit/text.ts';
import { frameOf } from '#sim/mmu/frames.ts';
import { vaToHex } from '#sim/mmu/trace.ts';
import type { State } from './model.ts';
import { type Done, vmName } from './step.ts';
import { faultNames, pageAddress } from './words.ts';

/** What came of an access, and why. */
export function accessCaption(state: State, { va, added, result }: Done): Text {
  const { machine } = state;
  const at = vaToHex(va);
  if (added.intrusions)
    return both(
      `The wrong entry leads VM ${vmName(state, machine.current)} to frame ${pageAddress(result?.frame ?? 0)}, which is another VM’s: isolation is broken.`,
      `错误的表项把虚拟机 ${vmName(state, machine.current)} 引到页框 ${pageAddress(result?.frame ?? 0)}，那是另一台虚拟机的：隔离被打破了。`,
    );
  if (added.hits)
    return both(
      `The TLB holds the translation of ${at} under this tag, so no table is read.`,
      `TLB 在这个标签下存有 ${at} 的转换，所以一张表也不读。`,
    );
  if (result?.fault) return faultCaption(state, result.fault, at);
  if (added.hidden)
    return both(
      `The guest’s tables allow ${at} but the shadow does not yet, so the VMM takes the page fault, fills the shadow from both maps and resumes: the guest never knows.`,
      `客户机页表允许访问 ${at}，影子页表还没有跟上，于是 VMM 接下缺页异常，按两份映射填好影子再恢复运行：客户机毫不知情。`,
    );
  if (added.exits['ept-violation']) {
    const frame = pageAddress(frameOf(machine, machine.current, result?.page ?? 0));
    return both(
      `EPT does not let guest page ${pageAddress(result?.page ?? 0)} through, so the access exits; the VMM supplies frame ${frame} and it is made again.`,
      `EPT 不放行客户机页 ${pageAddress(result?.page ?? 0)}，访问引起退出；VMM 提供页框 ${frame}，再重新访问。`,
    );
  }
  return walkCaption(state, at, added.references);
}

function faultCaption({ machine }: State, fault: keyof typeof faultNames, at: string): Text {
  const why = faultNames[fault];
  return machine.setup.vmm === 'shadow'
    ? both(
        `The guest’s own table refuses ${at} (${why.en}): the fault exits to the VMM, which hands it on to the guest’s kernel.`,
        `客户机自己的页表拒绝 ${at}（${why['zh-CN']}）：异常先退出到 VMM，再由它转交客户机内核。`,
      )
    : both(
        `The kernel’s own table refuses ${at} (${why.en}): the page fault goes straight to that kernel, without an exit.`,
        `内核自己的页表拒绝 ${at}（${why['zh-CN']}）：缺页异常直接交给该内核，没有退出。`,
      );
}

const entries = (n: number): string => (n === 1 ? 'one entry' : `${n} entries`);

function walkCaption({ machine }: State, at: string, n: number): Text {
  switch (machine.setup.vmm) {
    case 'shadow':
      return both(
        `The TLB has nothing that allows this at ${at}; the processor reads ${entries(n)} of the shadow, as if there were no VMM.`,
        `TLB 中没有允许这样访问 ${at} 的转换；处理器读影子页表的 ${n} 项，与没有 VMM 时一样。`,
      );
    case 'nested':
      return both(
        `The TLB has nothing that allows this at ${at}; the processor reads ${entries(n)}, for each of the guest’s own addresses needs EPT too.`,
        `TLB 中没有允许这样访问 ${at} 的转换；处理器读了 ${n} 项，因为客户机的每个地址还要再走 EPT。`,
      );
    case 'native':
      return both(
        `The TLB has nothing that allows this at ${at}; the processor reads ${entries(n)} of the kernel’s table.`,
        `TLB 中没有允许这样访问 ${at} 的转换；处理器读内核页表的 ${n} 项。`,
      );
  }
}
