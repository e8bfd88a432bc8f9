import type { Goal } from '#kit/lab.ts';
import { billOf, sumOf } from '#sim/mmu/cost.ts';
import { ownFrame } from '#sim/mmu/frames.ts';
import type { Machine } from '#sim/mmu/machine.ts';
import { compileTrace, sweepTrace, twoTrace } from './gallery.ts';
import { rival, type State } from './model.ts';

/** A workload has this many accesses at least, and a comparison is made of traces up to this long. */
const FEWEST = 20;
const LONGEST = 20_000;

/** Whether the run is over and cost this VMM less than it costs the other. */
function isCheaper(state: State, mine: 'shadow' | 'nested'): boolean {
  const { machine, trace, at, prices } = state;
  const isOver = at > 0 && at === trace.length && at <= LONGEST;
  if (!isOver || machine.setup.vmm !== mine || (machine.results?.count ?? 0) < FEWEST) return false;
  const cost = ({ counts }: Machine) => sumOf(billOf(counts, prices));
  return cost(machine) < cost(rival(state, mine === 'shadow' ? 'nested' : 'shadow'));
}

/** Whether the access made last, after the repair, reached the VM's own frame of the page that was wrong. */
function isMended({ machine }: State): boolean {
  const { mended, wrong, results, counts, current } = machine;
  if (!mended || wrong || counts.intrusions === 0 || !results) return false;
  return (
    current === mended.vm && results.page === mended.page && results.frame === ownFrame(machine, mended.vm, mended.page)
  );
}

const linesOf = (trace: string): string => String(trace.split('\n').filter((line) => !line.startsWith('#')).length);

export const goals: Readonly<Record<string, Goal<State>>> = {
  'shadow-wins': {
    text: {
      en: 'Write a trace of 20 accesses or more that costs shadow paging less than nested paging, and run it to its end under shadow paging.',
      'zh-CN': '写一段至少 20 次访问的轨迹，使影子分页的开销低于嵌套分页，并在影子分页下运行到底。',
    },
    done: {
      en: 'Tables that stand still and a TLB that misses: the shadow is built once, and then every walk reads 4 entries where nested paging reads 24.',
      'zh-CN': '页表不变、TLB 却常常未命中：影子页表只建一次，此后每次遍历只读 4 项，而嵌套分页要读 24 项。',
    },
    solution: { vmm: 'shadow', trace: sweepTrace, at: linesOf(sweepTrace) },
    reached: (state) => isCheaper(state, 'shadow'),
  },
  'nested-wins': {
    text: {
      en: 'Write a trace of 20 accesses or more that costs nested paging less than shadow paging, and run it to its end under nested paging.',
      'zh-CN': '写一段至少 20 次访问的轨迹，使嵌套分页的开销低于影子分页，并在嵌套分页下运行到底。',
    },
    done: {
      en: 'Tables that change all the time: each store, each CR3 load, each INVLPG and each first touch would call the VMM that keeps the shadow.',
      'zh-CN': '页表不停变化：每次写页表、装载 CR3、INVLPG 和首次触碰，都要叫来维护影子页表的 VMM。',
    },
    solution: { vmm: 'nested', trace: compileTrace, at: linesOf(compileTrace) },
    reached: (state) => isCheaper(state, 'nested'),
  },
  isolation: {
    text: {
      en: 'Break the isolation: with two VMs, plant a wrong entry, let the VM read the other’s frame; then repair it and see the VM reach its own frame again.',
      'zh-CN':
        '打破隔离：在有两台虚拟机时埋下一处错误，让其中一台读到另一台的页框；再改回正确，看它重新访问到自己的页框。',
    },
    done: {
      en: 'One wrong frame in one entry of the VMM’s was enough; the guest’s own tables never changed, and the guest could not have noticed.',
      'zh-CN': 'VMM 的一个表项里错一个页框就够了；客户机自己的页表从未改变，客户机也无从察觉。',
    },
    solution: { vmm: 'nested', trace: twoTrace, moves: '14 corrupt 6 repair 6', at: '28' },
    reached: isMended,
  },
};
