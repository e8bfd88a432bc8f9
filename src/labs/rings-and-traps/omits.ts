import type { Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  {
    en: 'Page faults by which the VMM fills its own page tables are made in passing: counted and paid for, not drawn. Guest-physical addresses are the host’s here; chapter 3 separates them.',
    'zh-CN':
      'VMM 为自己的页表补表项引起的缺页一带而过：计入次数和开销，但不画出来。这里客户机物理地址就是宿主机物理地址，第 3 章再把两者分开。',
  },
  {
    en: 'There is one guest. The other one, whose disk can interrupt, is only a vector; what its handler does is left out.',
    'zh-CN': '客户机只有一台。磁盘会来中断的另一台只是一个向量，它的处理程序做什么，略去不表。',
  },
  {
    en: 'The real timer ticks when the guest’s virtual one is due. A VMM would program it for its own time slices too.',
    'zh-CN': '真实定时器就在客户机虚拟定时器到期时滴答。VMM 本来还会用它划分自己的时间片。',
  },
  {
    en: 'What the VMM does inside is one step, and its own interrupt flag meanwhile is not modelled; the real IF shown is the one with which the guest runs.',
    'zh-CN': 'VMM 内部的工作算作一步，其间它自己的中断标志没有建模；图中的真实 IF 是客户机运行时的那个。',
  },
  {
    en: 'Any other instruction takes one cycle, and time for the guest is counted in instructions. Caches, pipelines and the cost of leaving a warm TLB are not in it.',
    'zh-CN': '其余指令一律算一个周期，客户机的时间按指令数计。缓存、流水线、TLB 变冷的代价都不在内。',
  },
  {
    en: 'SYSENTER and SYSCALL, faster ways into a kernel than INT, are left out, and so is 64-bit mode, where a deprivileged kernel has to share ring 3.',
    'zh-CN': '比 INT 更快的 SYSENTER、SYSCALL 没有收入；64 位模式也没有，在那里特权被解除的内核只能与应用同处 ring 3。',
  },
];
