import { both, type Text } from '#kit/text.ts';
import { vaToHex } from '#sim/mmu/trace.ts';
import { accessCaption } from './accessCaption.ts';
import type { LabMove, State } from './model.ts';
import { type Done, doneIn, processName, vmName } from './step.ts';
import { pageAddress } from './words.ts';

/** One sentence on the last line, and why it went as it did. */
export function captionOf(state: State): Text {
  const { machine, at, act, trace } = state;
  const done = doneIn(state);
  if (act) return actCaption(state, act);
  if (at === 0)
    return trace.length
      ? both(
          'Nothing has run yet: the guest has no tables, and the TLB is empty.',
          '还没有运行：客户机没有页表，TLB 也是空的。',
        )
      : both('The trace is empty: write a line such as read 1000.', '轨迹是空的：写一行，例如 read 1000。');
  switch (done.verb) {
    case 'vm':
      return vmCaption(state, done);
    case 'process':
      return processCaption(state, done);
    case 'map':
    case 'unmap':
      return storeCaption(state, done);
    case 'invlpg':
      return machine.setup.vmm === 'shadow'
        ? both(
            'INVLPG exits: the VMM drops its shadow entry for the page, and the TLB drops its own.',
            'INVLPG 引起退出：VMM 丢弃该页的影子表项，TLB 也丢弃自己的那一项。',
          )
        : both(
            'INVLPG stays in the guest, because the processor walks the guest’s own table: only the TLB drops the page.',
            'INVLPG 不退出，因为处理器走的就是客户机自己的页表：只有 TLB 丢弃该页。',
          );
    case 'balloon':
      return balloonCaption(state, done);
    default:
      return accessCaption(state, done);
  }
}

function actCaption({ machine, ...state }: State, verb: LabMove[0]): Text {
  const { wrong, mended } = machine;
  if (verb === 'corrupt' && wrong) {
    const name = vmName({ ...state, machine }, wrong.vm);
    return both(
      `The VMM’s entry for guest page ${pageAddress(wrong.page)} of VM ${name} now names frame ${pageAddress(wrong.frame)}, which belongs to another VM: a bug is planted.`,
      `VMM 里虚拟机 ${name} 的客户机页 ${pageAddress(wrong.page)} 如今指向页框 ${pageAddress(wrong.frame)}，而它属于另一台虚拟机：错误埋下了。`,
    );
  }
  const page = pageAddress(mended?.page ?? 0);
  return both(
    `The VMM’s entry for guest page ${page} names the VM’s own frame again, and what was cached from the wrong one is flushed.`,
    `客户机页 ${page} 的表项重新指向自己的页框，由错误表项缓存下来的内容已清空。`,
  );
}

function vmCaption(state: State, { exits, added }: Done): Text {
  const name = vmName(state, state.machine.current);
  if (state.machine.setup.vmm === 'native')
    return both(
      `Machine ${name} runs; natively each VM of the trace is a machine of its own, so nothing is switched.`,
      `机器 ${name} 运行；原生方式下，轨迹里的每台虚拟机都是独立的机器，没有什么要切换。`,
    );
  if (exits === 0)
    return both(`VM ${name} runs; no other was left for it.`, `虚拟机 ${name} 运行；此前没有别的虚拟机要让出处理器。`);
  return added.flushes
    ? both(
        `The VMM takes the processor back and runs VM ${name}; without VPID the exit empties the TLB.`,
        `VMM 收回处理器，改为运行虚拟机 ${name}；没有 VPID，这次退出清空了 TLB。`,
      )
    : both(
        `The VMM takes the processor back and runs VM ${name}; tags tell the VMs’ translations apart, so the TLB keeps them.`,
        `VMM 收回处理器，改为运行虚拟机 ${name}；标签能区分各虚拟机的转换，所以 TLB 全都保留。`,
      );
}

function processCaption(state: State, { added }: Done): Text {
  const { current, vms, setup } = state.machine;
  const name = processName(state, current, vms[current]?.current ?? 0);
  const isKept = setup.pcid && added.flushes === 0;
  const tlb = isKept
    ? both('the TLB keeps what it has', 'TLB 保留原有内容')
    : both('the TLB loses what it had', 'TLB 丢掉原有内容');
  if (added.exits['cr3-load'])
    return both(
      `The guest’s kernel loads CR3 for ${name} and exits, because the real CR3 must hold the root of the shadow; ${tlb.en}.`,
      `客户机内核为 ${name} 装载 CR3 并引起退出，因为真正的 CR3 必须指向影子页表的根；${tlb['zh-CN']}。`,
    );
  return both(
    `The kernel loads CR3 for ${name}, and no one else takes part; ${tlb.en}.`,
    `内核为 ${name} 装载 CR3，无须他人参与；${tlb['zh-CN']}。`,
  );
}

function storeCaption({ machine }: State, { verb, va, added }: Done): Text {
  const stores = added.exits['page-table-write'];
  const at = vaToHex(va);
  const what =
    verb === 'map'
      ? both(`writes the entry for ${at}`, `写入 ${at} 的表项`)
      : both(`clears the entry for ${at}`, `清除 ${at} 的表项`);
  if (added.exits.invlpg && stores)
    return both(
      `The guest’s kernel ${what.en} and flushes the old one: the table is write-protected and INVLPG exits, so the VMM is called ${stores + 1} times.`,
      `客户机内核${what['zh-CN']}并清掉旧项：页表受写保护，INVLPG 也会退出，所以 VMM 被叫来 ${stores + 1} 次。`,
    );
  if (added.exits.invlpg)
    return both(
      `The guest’s kernel ${what.en} in a table left writable, so the store does not exit; its INVLPG of the old entry does.`,
      `内核${what['zh-CN']}，这张页表允许直接写，写入不退出；但为旧项执行的 INVLPG 引起退出。`,
    );
  if (stores)
    return both(
      `The guest’s kernel ${what.en}; a table that has a shadow is write-protected, so the store exits and the VMM carries it out.`,
      `客户机内核${what['zh-CN']}；有影子的页表受写保护，所以这次写入退出，由 VMM 代为完成。`,
    );
  if (machine.setup.vmm === 'shadow')
    return both(
      `The guest’s kernel ${what.en} without an exit, because this table has no shadow yet or is left writable until the next synchronisation.`,
      `客户机内核${what['zh-CN']}，没有退出，因为这张页表还没有影子，或在下次同步前允许直接写。`,
    );
  return both(
    `The kernel ${what.en}; the processor walks this very table, so no one need be told.`,
    `内核${what['zh-CN']}；处理器走的就是这张表，不必通知任何人。`,
  );
}

function balloonCaption({ machine }: State, { added }: Done): Text {
  if (machine.setup.vmm === 'native')
    return both(
      'There is no VMM to give memory to, so the balloon does nothing.',
      '没有 VMM 可以交还内存，气球不起作用。',
    );
  const n = added.ballooned;
  return both(
    `The guest’s balloon gives ${n} of its pages to the VMM, which takes their frames and flushes every translation to them.`,
    `客户机的气球把 ${n} 页交给 VMM，VMM 收回页框，并清空通向它们的所有转换。`,
  );
}
