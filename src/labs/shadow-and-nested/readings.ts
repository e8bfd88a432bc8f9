import type { Readings } from '#kit/reading.ts';
import { ofModel } from '#kit/source.ts';
import { both } from '#kit/text.ts';
import { billOf, sumOf } from '#sim/mmu/cost.ts';
import { countExits } from '#sim/mmu/counts.ts';
import { outcomesOf } from '#sim/mmu/resultOf.ts';
import type { State } from './model.ts';
import { causeNames } from './words.ts';

const cycle = { en: 'cycles', 'zh-CN': '周期' };
/** Where the prices come from; the first two are the reader's to set. */
const source = both(
  'model: an exit 2,000 unless set otherwise (a KVM round trip measured at 1,930–2,930), a table entry read 30 unless set otherwise (assumed, between 2 and 100: Bhargava et al. 2008, table 2), a frame supplied 2,000 (assumed), a page fault delivered 1,000 (assumed; 1,093 on a Pentium 4: Adams and Agesen 2006), a TLB hit nothing',
  '模型：一次退出默认 2,000（实测 KVM 往返 1,930～2,930），读一个页表项默认 30（假定，在 2 到 100 之间：Bhargava 等 2008，表 2），提供一个页框 2,000（假定），投递一次缺页 1,000（假定；Pentium 4 上为 1,093：Adams 与 Agesen 2006），TLB 命中不计',
);

/** Everything that is counted, from the first line on. */
export function readingsOf({ machine, trace, prices }: State): Readings {
  const { counts } = machine;
  const bill = billOf(counts, prices);
  return {
    exitCount: { label: { en: 'VM exits', 'zh-CN': '虚拟机退出' }, value: countExits(counts), counter: true },
    hiddenFaults: { label: { en: 'hidden page faults', 'zh-CN': '隐藏缺页' }, value: counts.hidden, counter: true },
    trueFaults: { label: { en: 'true page faults', 'zh-CN': '真实缺页' }, value: counts.delivered, counter: true },
    walkReferences: {
      label: { en: 'table entries read', 'zh-CN': '读页表项次数' },
      value: counts.references,
      counter: true,
    },
    tlbHits: { label: { en: 'TLB hits', 'zh-CN': 'TLB 命中' }, value: counts.hits, counter: true },
    tlbMisses: { label: { en: 'TLB misses', 'zh-CN': 'TLB 未命中' }, value: counts.misses, counter: true },
    tlbFlushes: { label: { en: 'TLB flushes', 'zh-CN': 'TLB 清空' }, value: counts.flushes, counter: true },
    cycles: {
      label: { en: 'cost of translation', 'zh-CN': '地址转换的开销' },
      value: sumOf(bill),
      unit: cycle,
      source,
      counter: true,
    },
    exits: { label: { en: 'VM exits by cause', 'zh-CN': '按原因统计的退出' }, value: counts.exits, names: causeNames },
    paidByVmm: {
      label: { en: 'of it the VMM', 'zh-CN': '其中 VMM 承担' },
      value: bill.vmm,
      unit: cycle,
      source: ofModel,
    },
    paidByHardware: {
      label: { en: 'of it the processor’s walks', 'zh-CN': '其中处理器遍历' },
      value: bill.hardware,
      unit: cycle,
      source: ofModel,
    },
    paidByGuest: {
      label: { en: 'of it the guest’s kernel', 'zh-CN': '其中客户机内核' },
      value: bill.kernel,
      unit: cycle,
      source: ofModel,
    },
    framesSupplied: { label: { en: 'frames supplied on demand', 'zh-CN': '按需提供的页框' }, value: counts.supplied },
    pagesBallooned: { label: { en: 'pages given to the balloon', 'zh-CN': '交给气球的页' }, value: counts.ballooned },
    intrusions: {
      label: { en: 'accesses to another VM’s frame', 'zh-CN': '访问到别的虚拟机页框的次数' },
      value: counts.intrusions,
    },
    // Worked out when it is read: a long trace has a million of them.
    results: {
      label: { en: 'what each access came to', 'zh-CN': '每次访问的结果' },
      get value() {
        return outcomesOf(trace, machine) as readonly Readonly<Record<string, string | number>>[];
      },
    },
  };
}
