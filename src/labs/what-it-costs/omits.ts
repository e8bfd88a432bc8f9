import { both, type Text } from '#kit/text.ts';

export const omits: readonly Text[] = [
  both(
    'Cycles are a model: so many events times a price. Caches, TLBs emptied by exits, pipelines and waiting for devices are not in it.',
    '周期数来自模型：次数乘单价。缓存、退出时被清空的 TLB、流水线和等待设备的时间都没有算。',
  ),
  both(
    'The workload is steady: an average rate of each event. Address-space switches, hidden faults of shadow paging, translating code and indirect jumps have no line in the bill.',
    '负载是平稳的，每种事件只有一个平均频率。切换地址空间、影子分页的隐藏缺页、翻译代码本身和间接跳转，都没有列入账单。',
  ),
  both(
    'Prices marked * were found in no source and are assumed. Native prices for interrupts are those of a divide error; those of Xen for page faults are recalled from its paper of 2003.',
    '带 * 的价格没有出处，是假定的。中断的原生价格借用除法错误；Xen 的缺页价格凭 2003 年论文的记忆。',
  ),
  both(
    'The named workloads are fitted: two published percentages fix two rates, system calls and page faults that each write one table entry. What their true rates were, the paper does not say.',
    '有名字的负载是拟合出来的：两个已发表的百分数定出两个频率，即系统调用和缺页（每次缺页写一个页表项）。真实频率论文没有给出。',
  ),
  both(
    'A guest is counted on bare metal at one cycle an instruction; exceptions other than page faults count as system calls; its TLB misses are not counted. Its native prices are those of a processor it does not run on.',
    '客户机在裸机上计数，每条指令按一个周期算；缺页以外的异常归入系统调用；TLB 未命中不数。它的原生价格取自真实处理器，并非这台模型机。',
  ),
];
