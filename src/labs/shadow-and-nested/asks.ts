import type { Ask } from '#kit/lab.ts';
import { vaToHex, verbAt } from '#sim/mmu/trace.ts';
import { model, type State } from './model.ts';
import { doneIn } from './step.ts';

/** The machine's question about its next line, where there is a belief to be tested. */
export function askAbout(state: State): Ask<State> | undefined {
  const next = model.step(state);
  const done = doneIn(next);
  const { added, result, verb } = done;
  if (next === state) return undefined;
  if (result?.fault || added.hidden || added.exits['ept-violation']) return askFault(next);
  if (verb === 'map') return askStore(next);
  // Natively each VM of the trace is a machine of its own, and none loses the processor to another.
  const isSwitch = verb === 'process' || (verb === 'vm' && state.machine.setup.vmm !== 'native');
  if (isSwitch && state.machine.counts.misses > 0) return askSwitch(next);
  if (result && added.misses && [4, 24].includes(added.references)) return askWalk(next);
  return undefined;
}

function askFault(next: State): Ask<State> {
  const { va } = doneIn(next);
  const at = vaToHex(va);
  const verb = verbAt(next.trace, next.at - 1);
  return {
    key: `fault-${doneIn(next).result?.fault ?? 'first-touch'}`,
    text: { en: `Next: ${verb} ${at}. Who is called?`, 'zh-CN': `下一行：${verb} ${at}。会叫来谁？` },
    options: {
      vmm: {
        text: { en: 'The VMM alone', 'zh-CN': '只有 VMM' },
        why: {
          en: 'The VMM alone cures a lack in its own table. What the guest’s table refuses, the guest’s kernel must hear of.',
          'zh-CN': '只有 VMM 自己的表有欠缺时，才由它独自补上。客户机页表拒绝的访问，必须让客户机内核知道。',
        },
      },
      guest: {
        text: { en: 'The guest’s kernel alone', 'zh-CN': '只有客户机内核' },
        why: {
          en: 'The guest’s kernel alone is called where the processor walks its table and that table refuses. Under shadow paging every page fault exits first.',
          'zh-CN': '处理器走的是客户机自己的页表、且被它拒绝时，才只叫客户机内核。影子分页下，缺页异常一律先退出。',
        },
      },
      both: {
        text: { en: 'The VMM, then the guest’s kernel', 'zh-CN': '先 VMM，再客户机内核' },
        why: {
          en: 'Both are called where the shadow refuses and the guest’s own table does too: a true fault under shadow paging.',
          'zh-CN': '影子页表拒绝、客户机自己的页表也拒绝时，两者都会被叫到：这是影子分页下的真实缺页。',
        },
      },
    },
    right: (after) => {
      const { added, exits } = doneIn(after);
      if (added.delivered) return exits ? 'both' : 'guest';
      return 'vmm';
    },
  };
}

function askStore(next: State): Ask<State> {
  const at = vaToHex(doneIn(next).va);
  const isExit = doneIn(next).added.exits['page-table-write'] > 0;
  return {
    key: `store-${isExit ? 'exits' : 'stays'}`,
    text: {
      en: `Next: the guest’s kernel maps ${at}. Does its store to the page table exit?`,
      'zh-CN': `下一行：客户机内核映射 ${at}。写页表会引起退出吗？`,
    },
    options: {
      yes: {
        text: { en: 'Yes', 'zh-CN': '会' },
        why: {
          en: 'It exits only where the VMM keeps a shadow of that table and has write-protected it.',
          'zh-CN': '只有 VMM 为这张页表保有影子并对它写保护时，才会退出。',
        },
      },
      no: {
        text: { en: 'No', 'zh-CN': '不会' },
        why: {
          en: 'It stays in the guest where the processor walks the guest’s own tables, or where the table has no protected shadow.',
          'zh-CN': '处理器走的是客户机自己的页表，或这张表没有受保护的影子时，写入才留在客户机内。',
        },
      },
    },
    right: (after) => (doneIn(after).added.exits['page-table-write'] ? 'yes' : 'no'),
  };
}

function askSwitch(next: State): Ask<State> {
  const verb = verbAt(next.trace, next.at - 1);
  return {
    key: `switch-${verb}`,
    text:
      verb === 'vm'
        ? { en: 'Next: another VM runs. What becomes of the TLB?', 'zh-CN': '下一行：换另一台虚拟机运行。TLB 会怎样？' }
        : {
            en: 'Next: the kernel loads CR3 for another process. What becomes of the TLB?',
            'zh-CN': '下一行：内核为另一个进程装载 CR3。TLB 会怎样？',
          },
    options: {
      keeps: {
        text: { en: 'It keeps everything', 'zh-CN': '全部保留' },
        why: {
          en: 'It can, if tags tell whose translations they are: PCID for processes, VPID for VMs.',
          'zh-CN': '有标签能区分转换归谁时才可以：进程靠 PCID，虚拟机靠 VPID。',
        },
      },
      loses: {
        text: { en: 'It is flushed', 'zh-CN': '被清空' },
        why: {
          en: 'It must be, where no tag tells one address space from the other. With tags a switch flushes nothing.',
          'zh-CN': '没有标签区分两个地址空间时必须清空。有标签时，切换不清空任何内容。',
        },
      },
    },
    right: (after) => (doneIn(after).added.flushes ? 'loses' : 'keeps'),
  };
}

function askWalk(next: State): Ask<State> {
  const at = vaToHex(doneIn(next).va);
  return {
    key: 'walk',
    text: {
      en: `The TLB has nothing that allows the next access, at ${at}. How many table entries does the processor read?`,
      'zh-CN': `TLB 中没有允许下一次访问 ${at} 的转换。处理器要读几个页表项？`,
    },
    options: {
      four: {
        text: '4',
        why: {
          en: 'Four is one walk of one table: natively, and under shadow paging too, for the shadow already leads to the host’s frame.',
          'zh-CN': '4 次是走一张表：原生如此，影子分页也如此，因为影子页表直接通向宿主机页框。',
        },
      },
      eight: {
        text: '8',
        why: {
          en: 'Eight would be one walk after the other. But each of the guest’s four table addresses is guest-physical and needs a walk of its own.',
          'zh-CN': '8 次是两张表先后各走一遍。但客户机四级页表的每个地址都是客户机物理地址，各自还要再走一遍。',
        },
      },
      many: {
        text: '24',
        why: {
          en: 'Twenty-four, (4+1)(4+1)−1, is the walk of the guest’s table through EPT. A shadow spares it.',
          'zh-CN': '24 次即 (4+1)(4+1)−1，是经 EPT 走客户机页表的次数。影子页表免去了它。',
        },
      },
    },
    right: (after) => (doneIn(after).added.references === 24 ? 'many' : 'four'),
  };
}
