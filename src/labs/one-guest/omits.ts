import { both, type Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  both(
    'Time is counted in guest instructions, so that a tick comes at the same instruction under every technique. On a real machine a slow monitor also shifts every tick.',
    '时间按客户机指令计数，因此无论哪种技术，滴答都落在同一条指令上。真实机器上，监控器慢了，每次滴答也会跟着推移。',
  ),
  both(
    'Guest-physical addresses are host-physical: the monitor’s memory lies above the guest’s 16 MiB and, in every address space, in the top 4 MiB. Chapter 3 separates the two.',
    '客户机物理地址就是宿主机物理地址：监控器的内存位于客户机 16 MiB 之上，在每个地址空间里占最高的 4 MiB。第 3 章把两者分开。',
  ),
  both(
    'Cycles are a bill: a price for each kind of event, added up. Caches, pipelines and the cost of a cold TLB are not in it.',
    '周期是一张账单：每类事件一个价格，累加而成。缓存、流水线和 TLB 变冷的代价不在其中。',
  ),
  both(
    'Binary translation stands on a processor with user-mode instruction prevention; on one without, a SIDT in user code, which runs directly, would tell the monitor’s table.',
    '二进制翻译假定处理器具有用户态指令防护（UMIP）；没有它，用户代码直接运行时的 SIDT 会读出监控器的表。',
  ),
  both(
    'One processor, no 64-bit mode, no task switching by hardware, no virtual-8086 mode; of the devices only serial port, interrupt controllers, timer channel 0 and debug exit.',
    '只有一个处理器；没有 64 位模式、硬件任务切换和虚拟 8086 模式；设备只有串口、中断控制器、定时器通道 0 和 debug-exit。',
  ),
];
