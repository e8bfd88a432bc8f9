import { both, type Text } from '#kit/text.ts';
import type { Crossing, Work } from '#sim/vmm/deed.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import { mmuNames, workNames } from './callWords.ts';
import { mmuextText } from './mmuext.ts';
import { levelOf, type State } from './model.ts';
import { readWord } from './updates.ts';

/** What just happened and why. */
export function caption(state: State): Text {
  const { run, via, from, steps, params } = state;
  if (steps === 0) return beginning(params.kernel);
  if (via) return passing(via);
  if (from === 'xen' && state.work === undefined && run.end === undefined && params.bits === '64') return passed(state);
  if (run.end === 'refused') return refusal(run.endDetail);
  if (run.pending) return leaving(run.pending);
  if (run.end !== undefined) return ending(state);
  if (state.work) return served(state, state.work);
  if (run.deed.kind === 'sleep')
    return both(
      'Nothing is left to do until the next event, so the hypervisor keeps the processor.',
      '下一个事件到来之前无事可做，处理器留在虚拟机管理程序手里。',
    );
  return running(state);
}

const beginning = (kernel: 'ported' | 'unmodified'): Text =>
  kernel === 'ported'
    ? both(
        'The hypervisor is about to start a kernel that was built for it: in ring 1, on flat segments that end below the hypervisor, and the kernel knows.',
        '虚拟机管理程序即将启动一个为它编译的内核：运行在 ring 1，平坦段止于虚拟机管理程序之下，而且内核自己知道。',
      )
    : both(
        'An unmodified kernel, made for ring 0, is about to be started in ring 1.',
        '一个未修改、为 ring 0 编写的内核，即将在 ring 1 启动。',
      );

const passing = (via: 'in' | 'out'): Text =>
  via === 'in'
    ? both(
        'The program’s system call can only enter ring 0, and there sits the hypervisor: in 64-bit mode no segment limit protects it, so the guest’s kernel had to move out to ring 3.',
        '程序的系统调用只能进入 ring 0，而那里坐着虚拟机管理程序：64 位模式没有段界限来保护它，客户机内核只好搬到 ring 3。',
      )
    : both(
        'The kernel cannot go back to its program by itself, because the page tables must be exchanged first: it asks the hypervisor by the iret hypercall.',
        '内核无法自己回到程序，因为要先换页表：它用 iret 超级调用请虚拟机管理程序代劳。',
      );

const passed = (state: State): Text =>
  levelOf(state) === 'kernel'
    ? both(
        'The hypervisor changes to the kernel’s page tables and returns into the kernel, in ring 3 like the program.',
        '虚拟机管理程序换上内核的页表，返回到内核；内核与程序一样在 ring 3。',
      )
    : both(
        'The hypervisor changes to the program’s page tables, in which the kernel is not mapped, and returns to the program.',
        '虚拟机管理程序换上程序的页表（其中没有映射内核），返回到程序。',
      );

const refusal = (detail: string | number | undefined): Text =>
  both(
    `Ring 1 may not do this, and the kernel has named no handler: ${detail}. An unmodified kernel gets no further here.`,
    `ring 1 不许这样做，内核又没有登记处理程序：${detail}。未修改的内核在这里只能到此为止。`,
  );

/** A store of ring 1’s to a page that is there and read-only: the bits of the page fault’s error code. */
const WRITE_TO_PRESENT = 0b011;

function leaving({ reason, hypercall, vector, errorCode }: Crossing): Text {
  if (hypercall !== undefined) {
    const name = reason.replace('hypercall ', '');
    return both(
      `The kernel puts ${hypercall} into EAX and executes INT 82h, because ${name} is for the hypervisor to do.`,
      `内核把 ${hypercall} 放进 EAX 并执行 INT 82h，因为 ${name} 得由虚拟机管理程序来做。`,
    );
  }
  if (reason === '#PF' && errorCode === WRITE_TO_PRESENT)
    return both(
      'The kernel stores straight into its page table, which it has mapped read-only, so the store faults into the hypervisor.',
      '内核直接往页表里写，而页表是以只读方式映射的，于是这次写入触发缺页，进入虚拟机管理程序。',
    );
  if (vector === 6)
    return both(
      'UD2 faults on purpose: with the letters after it, it asks the hypervisor to answer the CPUID that follows.',
      'UD2 是故意触发异常的：它与后面几个字母一起，请虚拟机管理程序来回答随后的 CPUID。',
    );
  if (reason === 'timer')
    return both(
      'The real timer interrupts, and every real interrupt is the hypervisor’s.',
      '真实的定时器中断到来，而真实的中断一律归虚拟机管理程序。',
    );
  return both(
    `The guest leaves by ${reason}, which the hypervisor must look at.`,
    `客户机因 ${reason} 离开，要由虚拟机管理程序来看。`,
  );
}

function ending({ run }: State): Text {
  if (run.end === 'debug-exit')
    return both(
      'The kernel has asked to be shut down (sched_op), so its machine ends.',
      '内核请求关机（sched_op），它的机器到此结束。',
    );
  if (run.end === 'halted')
    return both(
      'The guest sleeps with no event to come, so it will never wake.',
      '客户机睡着了，又没有事件会来，再也不会醒。',
    );
  return both(
    'The guest has no handler that could be entered, so the hypervisor ends it.',
    '客户机没有可以进入的处理程序，虚拟机管理程序只好把它结束。',
  );
}

/** What the hypervisor did, and that the guest has the processor again. */
function served(state: State, work: Work): Text {
  const { key, operands } = work;
  const result = Number(operands.result ?? 0);
  if (key === 'reflect' && state.refused)
    return both(
      'The hypervisor will not make this store, which would have a page table mapped writable: the kernel’s own handler gets the page fault.',
      '虚拟机管理程序不肯代写这一项，否则页表就会变得可写：缺页异常转给内核自己的处理程序。',
    );
  if (key === 'reflect') {
    const vector = vectorText(Number(operands.vector ?? 0));
    return both(
      `The hypervisor calls the handler that the guest has named for vector ${vector.en}, because this is the guest’s own affair.`,
      `这是客户机自己的事，虚拟机管理程序转到它登记的处理程序：向量 ${vector['zh-CN']}。`,
    );
  }
  if (key === 'checked store')
    return both(
      'The hypervisor reads which entry was meant, checks it, stores it and goes on behind the instruction: one crossing for one entry.',
      '虚拟机管理程序读出要写的是哪一项，检查后代为写入，从下一条指令继续：一项就进入一次。',
    );
  if (key === 'multicall') return multicall(state, Number(operands.count ?? 0));
  if (result < 0) return refused(key, result);
  const what =
    key === 'mmuext_op'
      ? mmuextText(state.run, Number(operands.list ?? 0), Number(operands.count ?? 0) >>> 0)
      : (workNames[key] ?? mmuNames);
  if (operands.result === undefined)
    return both(`${what.en}, and the guest goes on.`, `${what['zh-CN']}，客户机继续。`);
  return both(
    `${what.en}, and the kernel goes on with EAX = ${result}.`,
    `${what['zh-CN']}，内核带着 EAX = ${result} 继续。`,
  );
}

function multicall({ refused: refusals }: State, count: number): Text {
  const end = refusals
    ? both(`, and refuses what would make a page table writable`, '，并拒绝会让页表变得可写的那一项')
    : both('', '');
  return both(
    `The hypervisor carries out the ${count === 1 ? 'one call' : `${count} calls`} of the list in one visit, each entry checked as before${end.en}.`,
    `虚拟机管理程序一趟做完列表里的 ${count} 个调用，每一项照样检查${end['zh-CN']}。`,
  );
}

const refused = (key: string, result: number): Text =>
  result === -16
    ? both(
        'The hypervisor refuses with −16 (EBUSY) and changes nothing: the frame is a page table, and a page table may not be mapped writable.',
        '虚拟机管理程序以 −16（EBUSY）拒绝，什么也不改：那个页框是页表，而页表不许映射为可写。',
      )
    : both(
        `The hypervisor refuses ${key} with ${result}, because it has checked what was asked and found it wrong.`,
        `虚拟机管理程序以 ${result} 拒绝 ${key}，因为它检查了请求，发现不对。`,
      );

/** A step in which the hypervisor had no part. */
function running(state: State): Text {
  const queued = readWord(state.run, 'queued') ?? 0;
  if (state.from === 'user')
    return both(
      'INT 80h goes through the gate that the kernel has registered: the processor itself enters ring 1, and the hypervisor hears nothing of it.',
      'INT 80h 走的是内核登记的门：处理器自己进入 ring 1，虚拟机管理程序毫不知情。',
    );
  if (levelOf(state) === 'user')
    return both(
      'IRET leads from ring 1 to ring 3, an outer ring, and that the processor allows without anyone’s help.',
      'IRET 从 ring 1 返回外层的 ring 3，处理器直接放行，不需要谁帮忙。',
    );
  if (queued > 0)
    return both(
      `The kernel writes the update down as entry ${queued} of its list and asks nobody yet: a store to memory, and no crossing.`,
      `内核把这项更新记为列表里的第 ${queued} 项，暂不请求：只是写内存，没有进入。`,
    );
  return both('The guest runs on the processor itself, and nothing leaves it.', '客户机直接在处理器上运行，没有离开。');
}
