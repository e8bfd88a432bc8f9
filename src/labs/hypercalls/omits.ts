import { both, type Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  both(
    'Our processor is a 32-bit one. The 64-bit way of a system call is told, not run: two visits to the hypervisor, one each way, counted at the price of a hypercall. On real hardware the program enters by SYSCALL; here the instruction stays INT 80h.',
    '我们的处理器是 32 位的。64 位下系统调用的路径是讲述出来的，并没有真的运行：来回各经过虚拟机管理程序一次，按一次超级调用计价。真实硬件上程序用 SYSCALL 进入，这里仍写作 INT 80h。',
  ),
  both(
    'Xen’s interface is made small: two levels of tables, the guest’s frames are the machine’s own, the start tables map all of memory, one timer event instead of event channels, no grant tables, and a GDT that is copied where Xen maps and protects it.',
    'Xen 的接口在此缩小：页表只有两级；客户机的页框就是机器的页框；启动时的页表映射全部内存；只有一个定时器事件，没有成套的事件通道；没有授权表；GDT 是复制来的，而 Xen 是映射并加以保护。',
  ),
  both(
    'A long call is cut off (−7) where Xen would let it go on later. Of the stores that trap, only plain ones of one entry are made for the guest.',
    '过长的调用到限就被打断（−7），Xen 则会稍后接着做。会陷入的写入中，只有写单个表项的普通 MOV 由虚拟机管理程序代做。',
  ),
  both(
    'We found no published figure for a 32-bit Xen hypercall in cycles: it is priced like a trap that is emulated on a Pentium 4, and checking an entry at 100 cycles, both assumed.',
    '我们没有查到 32 位 Xen 超级调用周期数的公开数据：这里按 Pentium 4 上一次陷入并模拟的价格计，检查一个表项按 100 周期计，都是假设。',
  ),
  both(
    'The other guest and its CPUID are a table of what such systems do, not a system that runs.',
    '另一台客户机和它的 CPUID，是一张“这类系统会怎么做”的表，并没有真的运行一个系统。',
  ),
];
