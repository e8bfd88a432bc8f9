import { both, type Text } from '#kit/text.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';

/** What mmuext_op does, by the number of a command: Xen public header xen.h. */
const clauses: Readonly<Record<number, Text>> = {
  0: both('checks every entry of a page table, once', '把一张页表逐项检查一遍'),
  1: both(
    'checks every entry of a page directory and of the tables behind it, once',
    '把一个页目录及其下各张页表逐项检查一遍',
  ),
  4: both(
    'releases a checked table, which becomes plain memory when nothing uses it',
    '解除一张检查过的表；没有别处用它时，它就变回普通内存',
  ),
  5: both('has the processor walk a checked directory from now on', '让处理器从此走一个检查过的页目录'),
  6: both('empties the TLB, which only ring 0 may do', '清空 TLB，这只有 ring 0 能做'),
  7: both('takes one page out of the TLB, which only ring 0 may do', '从 TLB 里清掉一页，这只有 ring 0 能做'),
};

const COMMAND_SIZE = 12;
/** So many are told one by one; a longer list by its number only. */
const MOST_TOLD = 4;

/** What mmuext_op did with its list of commands: these kernels run where linear addresses are physical. */
export function mmuextText({ guest }: GuestRun, list: number, count: number): Text {
  if (count === 0)
    return both('The hypervisor was given an empty list and does nothing', '列表是空的，虚拟机管理程序什么也不做');
  if (count > MOST_TOLD)
    return both(
      `The hypervisor carries out the ${count} commands of the list in one visit`,
      `虚拟机管理程序一趟做完列表里的 ${count} 条命令`,
    );
  const done = Array.from({ length: count }, (_, i) => clauses[readHost(guest.memory, list + i * COMMAND_SIZE, 4)]);
  const told = done.filter((clause) => clause !== undefined);
  const [en, zh] = [told.map((clause) => clause.en).join('; it '), told.map((clause) => clause['zh-CN']).join('；')];
  if (count === 1) return both(`The hypervisor ${en}`, `虚拟机管理程序${zh}`);
  return both(
    `The hypervisor carries out ${count} commands in one visit: it ${en}`,
    `虚拟机管理程序一趟做完 ${count} 条命令：${zh}`,
  );
}
