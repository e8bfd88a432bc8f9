import { both, type Text } from '#kit/text.ts';

export const omits: readonly Text[] = [
  both(
    'One request at a time on one processor, with paravirtual devices: a write is one notification and one interrupt. Emulated devices take several accesses for it, each an exit (lesson 4.1).',
    '一个处理器、一次一个请求，设备都是半虚拟化的：写一次只有一次通知、一次中断。模拟设备要访问好几次，每次都退出（4.1 课）。',
  ),
  both(
    'A device model serves a request on the thread of the virtual processor that made it. By default KVM wakes another thread of QEMU’s by an ioeventfd, and the three roads wake one too: one context switch more.',
    '设备模型就在发出请求的虚拟处理器线程上办事。KVM 默认是经 ioeventfd 唤醒 QEMU 的另一个线程，“三条路”也是唤醒线程：多一次上下文切换。',
  ),
  both(
    'Copies are those of the plain way: write() into a kernel, memory of a guest mapped by its server. Caches, zero-copy sends and persistent grants change them.',
    '复制按最普通的路算：write() 进内核复制一次，服务者映射着客户机内存。缓存、零拷贝发送和持久授权都会改变它。',
  ),
  both(
    'Cycles are for getting from layer to layer; what a layer does by itself, and the disk’s own time, are not in them. Prices without a published source are marked as assumed.',
    '周期只算层与层之间的往来；各层自己的工作和磁盘的时间都不算在内。没有公开来源的价格都注明是假设。',
  ),
  both(
    'In L1, ten VMREADs and VMWRITEs for each exit are an assumption; with shadowing none exits, though real hypervisors leave a few fields out of it. A second level of EPT has been filled before.',
    'L1 每次处理退出做十次 VMREAD 与 VMWRITE，是假设；打开影子后一次也不退出，而实际系统总有几个字段不在其内。L2 的第二级映射事先已填好。',
  ),
  both(
    'A crash is the worst case: it spreads wherever nothing holds it back. A driver domain of Xen’s, which confines a driver, is not among these stacks.',
    '崩溃按最坏情况算：没有东西拦着的地方，它都会波及。Xen 的驱动域能把驱动关起来，这里没有画。',
  ),
];
