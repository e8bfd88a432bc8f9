import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/** The end of chapter 6, as far as it is written: objectives 1-5 are those of 6.4. What belongs to an earlier chapter has none. */
export default {
  'who-has-root': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'Linux runs on a machine, KVM is loaded, and QEMU runs a guest. Which of these is in root mode, ring 0?',
      '机器上跑着 Linux，加载了 KVM，QEMU 运行着一台客户机。谁在根模式的 ring 0？',
    ),
    options: {
      kernel: {
        text: both('the Linux kernel, KVM in it', 'Linux 内核，KVM 就在里面'),
        right: true,
        why: both('Right: the module is part of that kernel.', '对：模块是内核的一部分。'),
      },
      qemu: {
        text: 'QEMU',
        why: both('It is in root mode too, but a process, in ring 3.', '它也在根模式，但它是进程，在 ring 3。'),
      },
      guest: {
        text: both('the guest’s kernel', '客户机内核'),
        why: both('It is in ring 0 of non-root mode.', '它在非根模式的 ring 0。'),
      },
      nobody: {
        text: both('nobody: it is in ring −1', '没有人，那是 ring −1'),
        why: both('There is no such ring. Root mode has four rings of its own.', '没有这个环。根模式有自己的四个环。'),
      },
    },
    why: both('Mode and ring are two answers to two questions.', '模式和环，回答的是两个问题。'),
  },
  'drivers-of-three': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'Which of these systems on bare metal brings disk drivers of its own?',
      '下面这些裸金属上的系统，哪个自带磁盘驱动？',
    ),
    options: {
      esxi: {
        text: 'ESXi',
        right: true,
        why: both('Right: its hypervisor reaches the disk itself.', '对：它的虚拟机管理程序自己访问磁盘。'),
      },
      xen: {
        text: both('Xen, in its usual form', '通常形态的 Xen'),
        why: both('It uses those of the Linux in dom0.', '它用 dom0 里 Linux 的驱动。'),
      },
      hyperv: {
        text: 'Hyper-V',
        why: both('It uses those of the Windows in the root partition.', '它用根分区里 Windows 的驱动。'),
      },
    },
    why: both('To stand on bare metal does not settle whose driver is used.', '站在裸金属上，并不决定用谁的驱动。'),
  },
  'switch-on-hyper-v': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'Someone switches Hyper-V on in an installed Windows and restarts. Where is that Windows afterwards?',
      '有人在装好的 Windows 里打开 Hyper-V，重启。之后这个 Windows 在哪里？',
    ),
    options: {
      below: {
        text: both('beneath Hyper-V, as its host', '在 Hyper-V 之下，做它的宿主机'),
        why: both(
          'So it looks on the screen. The hypervisor is started first.',
          '屏幕上看着像。但先启动的是虚拟机管理程序。',
        ),
      },
      above: {
        text: both('above Hyper-V, in a partition', '在 Hyper-V 之上的一个分区里'),
        right: true,
        why: both('Right: the root partition, with drivers and files as before.', '对：那是根分区，驱动和文件照旧。'),
      },
      gone: {
        text: both('It has to be installed again in a virtual machine.', '得在虚拟机里重装。'),
        why: both('Nothing is installed anew. A layer slides under it.', '什么都不用重装，只是底下多了一层。'),
      },
    },
    why: both(
      'What a user sees first need not be what the processor runs first.',
      '用户最先看到的，不一定是处理器最先运行的。',
    ),
  },
  'world-and-context': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'What does a world switch exchange that a context switch between two processes does not?',
      '世界切换要换掉、而两个进程间的上下文切换不换的，是什么？',
    ),
    options: {
      registers: {
        text: both('the general registers', '通用寄存器'),
        why: both('Both exchange those.', '这个两者都换。'),
      },
      tables: {
        text: both('the page tables', '页表'),
        why: both(
          'Another process has others, so a context switch loads them too.',
          '换进程也换页表，上下文切换同样要装载。',
        ),
      },
      gates: {
        text: both('the interrupt gates', '中断门'),
        right: true,
        why: both('Right: after it another system owns ring 0.', '对：换过之后，占有 ring 0 的是另一个系统。'),
      },
    },
    why: both('A context switch stays within one kernel.', '上下文切换不出同一个内核。'),
  },
  'order-changes': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'For a system call a guest under KVM has 0 crossings and a container 1; for a disk write 4 and 2. What follows?',
      '系统调用时，KVM 下的客户机穿越 0 次，容器 1 次；写磁盘时是 4 次和 2 次。由此可知什么？',
    ),
    options: {
      request: {
        text: both('Which is nearer to the metal depends on the request.', '谁离硬件更近，要看是什么请求。'),
        right: true,
        why: both(
          'Right: a guest’s kernel answers its own calls, and has no disk of its own.',
          '对：客户机内核自己应答调用，却没有自己的磁盘。',
        ),
      },
      kvm: {
        text: both('KVM is faster at computing and slower at everything else.', 'KVM 计算更快，别的都慢。'),
        why: both(
          'Computing has no crossings in either. And counts are not times.',
          '计算时两者都不穿越。而且次数不等于时间。',
        ),
      },
      container: {
        text: both(
          'The container’s count for system calls must be wrong: it has no monitor.',
          '容器的系统调用次数一定错了：它没有监控器。',
        ),
        why: both(
          'It crosses into the host’s kernel, which is the only one there is.',
          '它穿越进宿主内核，那里只有这一个内核。',
        ),
      },
    },
    why: both('A ranking of systems without a request is not a statement.', '不说请求的排名，等于什么也没说。'),
  },
  'fall-together': {
    kind: 'choice',
    objective: 4,
    ask: both(
      'A fault in a network driver brings its kernel down. In which systems do all guests fall with it at once? Pick all.',
      '网卡驱动的一个错误让它所在的内核崩溃。哪些系统里，所有客户机会立刻一起倒？全部选出。',
    ),
    options: {
      kvm: {
        text: 'KVM',
        right: true,
        why: both(
          'The driver is in the host’s kernel, and that kernel has the guests.',
          '驱动在宿主内核里，而客户机就归这个内核管。',
        ),
      },
      esxi: {
        text: 'ESXi',
        right: true,
        why: both('The driver is in the hypervisor’s address space.', '驱动与虚拟机管理程序在同一个地址空间。'),
      },
      xen: {
        text: both('Xen with dom0', '带 dom0 的 Xen'),
        why: both(
          'Guests keep processor and memory under Xen, and lose their devices; a restart may follow.',
          '客户机在 Xen 下仍有处理器和内存，只是没了设备；之后可能整机重启。',
        ),
      },
    },
    why: both('A crash goes as far as an address space does.', '一个地址空间有多大，崩溃就波及多远。'),
  },
  'nested-arithmetic': {
    kind: 'number',
    objective: 5,
    ask: both(
      'L2 exits. To handle it L1 makes 6 VMREADs, 3 VMWRITEs and a VMRESUME; there is no VMCS shadowing. How often is L0 entered?',
      'L2 退出。L1 处理它要做 6 次 VMREAD、3 次 VMWRITE 和一次 VMRESUME；没有 VMCS 影子。L0 被进入几次？',
    ),
    answer: 11,
    unit: both('times', '次'),
    slips: [
      { value: 10, why: both('L2’s own exit enters L0 as well.', 'L2 自己的退出也进 L0。') },
      {
        value: 1,
        why: both(
          'L1 believes that it is in root mode. Its VMX instructions exit.',
          'L1 只是以为自己在根模式，它的 VMX 指令都会退出。',
        ),
      },
      { value: 2, why: both('That is with VMCS shadowing.', '那是有 VMCS 影子的情形。') },
    ],
    why: both('1 + 6 + 3 + 1.', '1 + 6 + 3 + 1。'),
  },
  'where-exits-go': {
    kind: 'choice',
    ask: both(
      'From chapter 2: with EPT, which of these of a guest’s kernel makes no exit?',
      '回到第 2 章：用 EPT 时，客户机内核的哪一个操作不引起退出？',
    ),
    options: {
      cr3: {
        text: both('loading CR3', '装载 CR3'),
        right: true,
        why: both('Right: its tables are walked themselves.', '对：被走的就是它自己的页表。'),
      },
      cpuid: {
        text: 'CPUID',
        why: both('It exits whatever the controls say.', '无论控制位怎么设，它都退出。'),
      },
      touch: {
        text: both('the first access to a page that the host has not backed', '首次访问宿主机还没备好的页'),
        why: both('An EPT violation.', '那是 EPT 违例。'),
      },
    },
    why: both('EPT lets the guest keep its tables to itself.', '有了 EPT，客户机的页表由它自己管。'),
  },
  'which-road': {
    kind: 'choice',
    ask: both(
      'From chapter 4: a packet of a KVM guest goes by vhost. Which layer of the stack does it not pass?',
      '回到第 4 章：KVM 客户机的包走 vhost。它不经过栈里的哪一层？',
    ),
    options: {
      qemu: {
        text: both('the process QEMU', 'QEMU 进程'),
        right: true,
        why: both('Right: a thread of the host’s kernel takes it.', '对：由宿主内核的线程取走。'),
      },
      kvm: {
        text: both('the KVM module', 'KVM 模块'),
        why: both('The kick exits to it.', '通知会退出到它那里。'),
      },
      kernel: {
        text: both('the host’s kernel', '宿主内核'),
        why: both('Its network stack and driver carry the packet.', '包由它的网络栈和驱动送走。'),
      },
    },
    why: both('The backend was moved from the process into the kernel.', '后端从进程搬进了内核。'),
  },
  'bet-uml': {
    kind: 'predict',
    objective: 2,
    lab: 'stacks',
    at: { system: 'uml', request: 'system-call', at: '0' },
    ask: both(
      'A program under User-Mode Linux makes a system call. Who is entered first? Bet, then step.',
      'User-Mode Linux 下的程序发起系统调用。最先进入谁？先押，再走。',
    ),
    why: both(
      'The guest’s kernel is a process. The only ring 0 is the host’s.',
      '客户机内核是个进程，ring 0 只有宿主机的。',
    ),
  },
  'bet-root-driver': {
    kind: 'predict',
    objective: 1,
    lab: 'stacks',
    at: { system: 'hyper-v', at: '3' },
    ask: both(
      'Under Hyper-V a block is about to reach the real disk. Whose driver? Bet, then step.',
      'Hyper-V 下，一个块就要到真磁盘了。用谁的驱动？先押，再走。',
    ),
    why: both('The root partition has the devices.', '设备归根分区。'),
  },
  'bet-resume': {
    kind: 'predict',
    objective: 5,
    lab: 'stacks',
    at: { nested: 'kvm', request: 'privileged-instruction', at: '22' },
    ask: both(
      'L1 has handled L2’s exit and executes VMRESUME. Bet on where control goes, then step.',
      'L1 处理完 L2 的退出，执行 VMRESUME。押一押控制权去哪里，再走。',
    ),
    why: both('Only root mode enters a guest, and L1 is not in it.', '只有根模式才能进入客户机，而 L1 不在根模式。'),
  },
  'one-falls': {
    kind: 'reach',
    objective: 4,
    lab: 'stacks',
    goal: 'one-guest',
    ask: both(
      'Crash a layer below a guest’s kernel that takes this guest with it, and no other.',
      '让客户机内核以外的某一层崩溃，只带走这一台客户机。',
    ),
    why: both('A device model that is one process for one machine does that.', '一台机器一个进程的设备模型就是这样。'),
  },
  'a-dozen': {
    kind: 'reach',
    objective: 5,
    lab: 'stacks',
    goal: 'dozen',
    ask: both(
      'With a bare-metal system as L0, let one exit of L2 cost it a dozen.',
      '让裸金属上的系统做 L0，使 L2 的一次退出花掉它十二次。',
    ),
    why: both('Ten accesses to the VMCS, the exit itself, and VMRESUME.', '十次 VMCS 访问、退出本身，再加 VMRESUME。'),
  },
} satisfies Quiz;
