import type { Bet } from '#kit/bet.ts';
import { both } from '#kit/text.ts';

export const askWords = {
  call: both('The program is about to call its system. Who is entered first?', '程序就要调用系统。先进入的是谁？'),
  privileged: both(
    'A WRMSR comes next, which only the most privileged may execute. Who is entered?',
    '下一条是 WRMSR，只有最高特权才能执行。进入的是谁？',
  ),
  fault: both(
    'The program is about to touch a page that is not mapped. Who takes the fault first?',
    '程序就要碰一个没映射的页。先处理缺页的是谁？',
  ),
  kick: both(
    'The kernel has a block or a packet for its virtual device, and notifies it. Who is entered?',
    '内核有数据要交给虚拟设备，发出通知。进入的是谁？',
  ),
  driver: both('Now the real device is reached. Whose driver does it?', '这一步就碰到真实设备了。用的是谁的驱动？'),
  interrupt: both('The disk is done and interrupts. Who is entered?', '磁盘写完，发来中断。进入的是谁？'),
  l2Exit: both(
    'L2 exits. The hypervisor that made L2 is L1. Who is entered?',
    'L2 要退出了。造出 L2 的是 L1。进入的是谁？',
  ),
  resume: both(
    'L1 is done and executes VMRESUME in order to enter L2. Where does control go?',
    'L1 处理完毕，执行 VMRESUME 想进入 L2。控制去了哪里？',
  ),
  driverBets: (hasMonitor: boolean): Readonly<Record<string, Bet>> => ({
    monitor: [
      both('The monitor’s own', '监控器自己的'),
      both(
        'This monitor brings its own drivers. It is the price of having nobody to ask.',
        '这个监控器自带驱动：没有别人可求，就得付这个代价。',
      ),
      hasMonitor
        ? both(
            'This monitor has no driver of it: it leaves the device to somebody else.',
            '这个监控器没有它的驱动，设备交给了别人。',
          )
        : both('There is no monitor here that could have one.', '这里没有能带驱动的监控器。'),
    ],
    host: [
      both('The host kernel’s', '宿主内核的'),
      both('It is the host’s ordinary driver, as for any other process.', '用的就是宿主机平常的驱动，和别的进程一样。'),
      both('There is no host kernel with a driver in this system.', '这个系统里没有带驱动的宿主内核。'),
    ],
    service: [
      both('That of a privileged partition', '特权分区里的'),
      both(
        'dom0 or the root partition has the drivers; the hypervisor under it has none.',
        '驱动在 dom0 或根分区里；它下面的虚拟机管理程序没有驱动。',
      ),
      both('There is no such partition here.', '这里没有这样的分区。'),
    ],
  }),
  l2Bets: {
    l0: [
      both('L0', 'L0'),
      both(
        'There is one root mode, and L0 is in it. L1 hears of the exit only if L0 tells it.',
        '根模式只有一个，里面是 L0。L1 要等 L0 转告才知道。',
      ),
      both('L0 is not entered here.', '这里没有进入 L0。'),
    ],
    l1: [
      both('L1', 'L1'),
      both('L1 is entered directly.', '直接进入 L1。'),
      both(
        'L1 is a guest itself, in non-root mode; an exit leads to root mode, which is L0’s.',
        'L1 自己也是客户机，在非根模式；退出总是回到根模式，那是 L0 的。',
      ),
    ],
  } satisfies Readonly<Record<string, Bet>>,
  l2ResumeBets: {
    l0: [
      both('To L0', '到 L0'),
      both(
        'A VMX instruction in non-root mode exits. L0 enters L2 in L1’s stead.',
        '在非根模式执行 VMX 指令就会退出；由 L0 代替 L1 进入 L2。',
      ),
      both('L0 is not entered here.', '这里没有进入 L0。'),
    ],
    l2: [
      both('Straight into L2', '直接进 L2'),
      both('L2 is entered directly.', '直接进入 L2。'),
      both(
        'VMRESUME enters a guest only from root mode. In non-root mode it exits.',
        'VMRESUME 只有在根模式才会进入客户机；在非根模式它会退出。',
      ),
    ],
  } satisfies Readonly<Record<string, Bet>>,
} as const;
