import { both } from '#kit/text.ts';

/** What the model leaves out. */
export const omits = [
  both(
    'Prices are scaled to fit a strip of 1,000 ticks. A tick is one instruction run directly; really a trap into KVM and back was measured at about 1,900 to 2,900 cycles on a 2019 Xeon, and Bochs, an interpreter, at 30 to 34 times the time of direct execution. With such prices a trap pays only if it is rarer than one instruction in about 70.',
    '单价是按 1,000 个节拍的画面缩小过的。一个节拍指直接执行一条指令；实测中，2019 年的 Xeon 上陷入 KVM 再返回约 1,900 到 2,900 个周期，解释器 Bochs 则是直接执行的 30 到 34 倍。按这样的价格，大约每 70 条指令里陷入不到一次才划算。',
  ),
  both(
    'Popek and Goldberg ask that a “statistically dominant” part of the instructions run directly and give no number; this lab takes more than half.',
    'Popek 与 Goldberg 要求“统计上占绝大多数”的指令直接执行，并没有给出数字；实验取“过半”。',
  ),
  both(
    'A frame holds one number and a guest’s memory is one piece, told by a base and a bound. Real guests have page tables (chapter 3).',
    '一个页框只存一个数，客户机的内存是连续一段，由基址和界限给出。真实的客户机用页表（见第 3 章）。',
  ),
  both(
    'Guests have no interrupt handlers and no user programs of their own: interrupts and faults are counted, and the program goes on.',
    '客户机没有中断处理程序，也没有自己的用户程序：中断和异常只计数，程序接着往下走。',
  ),
  both(
    'Every sensitive instruction traps here. On x86 before 2005 seventeen did not; chapter 2 is about them.',
    '这里的敏感指令条条都会陷入。2005 年以前的 x86 有十七条不会，第 2 章专门讲。',
  ),
  both(
    'A ported guest stands for a paravirtual one. In a container the calls go to a kernel, and not even the kernel is the guest’s own.',
    '改写过的客户机代表半虚拟化。换成容器，调用的是内核，而且连内核都不是客户机自己的。',
  ),
  both(
    'A change of guests costs 4 ticks, an assumption; caches and what one guest could learn from another’s timing are left out.',
    '切换一次客户机算 4 个节拍，是假定的；缓存，以及一台客户机能从时间上窥探到什么，都不在模型里。',
  ),
];
