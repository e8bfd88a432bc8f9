import type { Quiz } from '#quiz/question.ts';

export default {
  'vt-x-taken': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'Hyper-V was switched on under an installed Windows. Now an old VirtualBox on that Windows says that VT-x is not available. Why?',
      'zh-CN': '在装好的 Windows 里启用了 Hyper-V，旧版 VirtualBox 便报告 VT-x 不可用。为什么？',
    },
    options: {
      partition: {
        text: {
          en: 'Windows itself now runs in non-root mode, as a partition.',
          'zh-CN': 'Windows 自己已成为非根模式里的一个分区。',
        },
        right: true,
        why: {
          en: 'Root mode is Hyper-V’s, and it gives its root partition no VT-x to nest with. Newer VirtualBoxes go through an interface of Hyper-V’s.',
          'zh-CN': '根模式归 Hyper-V，它又不给根分区可供嵌套的 VT-x。新版 VirtualBox 改走 Hyper-V 的接口。',
        },
      },
      type: {
        text: {
          en: 'A Type 1 and a Type 2 hypervisor can never be on one machine.',
          'zh-CN': '1 型与 2 型不能装在同一台机器上。',
        },
        why: {
          en: 'They can, one inside a guest of the other. What is missing is VT-x in that guest, not a fitting type.',
          'zh-CN': '可以，只要一个在另一个的客户机里。缺的是那台客户机里的 VT-x，与类型相配与否无关。',
        },
      },
      driver: {
        text: {
          en: 'Hyper-V replaced the driver through which VirtualBox found VT-x.',
          'zh-CN': 'Hyper-V 换掉了 VirtualBox 用来找到 VT-x 的驱动。',
        },
        why: {
          en: 'VT-x is in the processor; who may use it is decided by the mode that one runs in, not by a driver.',
          'zh-CN': 'VT-x 在处理器里，能不能用取决于运行在什么模式，而不是靠哪个驱动。',
        },
      },
    },
    why: {
      en: 'A layer has slid under the running system: what used to be in root mode is now a guest.',
      'zh-CN': '有一层插到了原来的系统下面：原先在根模式的，如今成了客户机。',
    },
  },
  'needed-for-nesting': {
    kind: 'choice',
    objective: 5,
    ask: {
      en: 'Which single ability must L0 have so that L1 can be a hypervisor with hardware assistance?',
      'zh-CN': '要让 L1 能当硬件辅助的虚拟机管理程序，L0 必须有哪一项能力？',
    },
    options: {
      hosted: {
        text: { en: 'Run on an ordinary operating system', 'zh-CN': '运行在普通操作系统之上' },
        why: {
          en: 'Hyper-V and ESXi do not, and both let guests nest.',
          'zh-CN': 'Hyper-V 和 ESXi 都不是这样，却都支持嵌套。',
        },
      },
      emulate: {
        text: { en: 'Emulate VMX or SVM for its guest', 'zh-CN': '为客户机模拟 VMX 或 SVM' },
        right: true,
        why: {
          en: 'VMXON, VMREAD, VMRESUME of L1 exit, and L0 makes them work.',
          'zh-CN': 'L1 的 VMXON、VMREAD、VMRESUME 都会退出，由 L0 让它们生效。',
        },
      },
      shadow: {
        text: { en: 'A processor that has VMCS shadowing', 'zh-CN': '处理器带有 VMCS 影子功能' },
        why: {
          en: 'It saves exits. Nesting worked for years before it existed.',
          'zh-CN': '那只是减少退出；在它出现之前，嵌套早已能用。',
        },
      },
    },
    why: {
      en: 'L1 asks its machine for one thing that ordinary guests do not: the extension itself.',
      'zh-CN': 'L1 比普通客户机只多要一样东西：这项扩展本身。',
    },
  },
  'l2-count': {
    kind: 'number',
    objective: 5,
    ask: {
      en: 'L1 makes 14 VMREADs and VMWRITEs for each exit of L2 and then a VMRESUME; there is no shadowing. How often is L0 entered for one exit of L2?',
      'zh-CN': '没有 VMCS 影子。L2 每退出一次，L1 做 14 次 VMREAD 与 VMWRITE，最后一条 VMRESUME。为此 L0 被进入几次？',
    },
    answer: 16,
    slips: [
      {
        value: 15,
        why: { en: 'The exit of L2 itself goes to L0 as well.', 'zh-CN': 'L2 的退出本身也先到 L0。' },
      },
      {
        value: 14,
        why: {
          en: 'The exit of L2 and the VMRESUME of L1 enter L0 too.',
          'zh-CN': 'L2 的退出和 L1 的 VMRESUME 也都会进入 L0。',
        },
      },
      {
        value: 2,
        why: {
          en: 'So it is with VMCS shadowing, which lets the fourteen accesses go to a copy.',
          'zh-CN': '打开 VMCS 影子之后才是这样：那十四次访问落到一份副本上。',
        },
      },
    ],
    why: {
      en: 'One for the exit, fourteen for the accesses, one for the VMRESUME.',
      'zh-CN': '退出一次，访问十四次，VMRESUME 一次。',
    },
  },
  'whose-driver': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'In which of these systems does the monitor on the hardware itself have the disk’s driver?',
      'zh-CN': '下面哪一个系统，磁盘驱动就在直接站在硬件上的监控器里？',
    },
    options: {
      xen: {
        text: 'Xen',
        why: {
          en: 'The driver is that of the Linux in dom0; Xen itself has none for disks.',
          'zh-CN': '驱动在 dom0 的 Linux 里，Xen 自己没有磁盘驱动。',
        },
      },
      hyperv: {
        text: 'Hyper-V',
        why: {
          en: 'The driver is that of Windows in the root partition.',
          'zh-CN': '驱动是根分区里那个 Windows 的。',
        },
      },
      esxi: {
        text: 'ESXi',
        right: true,
        why: {
          en: 'It brings its own drivers, and has no other system to ask.',
          'zh-CN': '它自带驱动，不求别的系统。',
        },
      },
    },
    why: {
      en: 'All three are on bare metal. Where the drivers are is another question.',
      'zh-CN': '三个都在裸金属上；驱动在哪里是另一个问题。',
    },
  },
  'kvm-crossings': {
    kind: 'number',
    objective: 2,
    ask: {
      en: 'A program in a guest under KVM writes a block; QEMU plays the disk. How many crossings has the lab counted when the program goes on?',
      'zh-CN': 'KVM 的客户机里，一个程序写一个块，扮演磁盘的是 QEMU。到程序继续运行时，实验数到几次穿越？',
    },
    answer: 4,
    slips: [
      {
        value: 5,
        why: {
          en: 'The guest program’s own system call goes to its own kernel, and is not counted.',
          'zh-CN': '客户机程序自己的系统调用进的是自己的内核，不计。',
        },
      },
      {
        value: 1,
        why: {
          en: 'That is the exit. The process that plays the disk has crossings of its own, and the disk interrupts.',
          'zh-CN': '那只是退出。扮演磁盘的进程自己也要穿越，磁盘还会来中断。',
        },
      },
      {
        value: 2,
        why: {
          en: 'The exit and QEMU’s write; the interrupt and the notification of the guest are missing.',
          'zh-CN': '这是退出和 QEMU 的写；还差磁盘中断和通知客户机。',
        },
      },
    ],
    why: {
      en: 'VM exit, QEMU’s system call, the disk’s interrupt, QEMU’s call that notifies the guest.',
      'zh-CN': '虚拟机退出、QEMU 的系统调用、磁盘的中断、QEMU 通知客户机的那次调用。',
    },
  },
  'predict-call': {
    kind: 'predict',
    objective: 2,
    lab: 'stacks',
    at: { system: 'xen-pv', request: 'system-call', at: '0' },
    ask: {
      en: 'In a 64-bit Xen PV guest the kernel is in ring 3, as its programs are. Predict who is entered first at a system call.',
      'zh-CN': '64 位的 Xen PV 客户机，内核与程序同在 ring 3。程序发起系统调用，预测最先进入的是谁。',
    },
    why: {
      en: 'A system call enters ring 0, and that is Xen’s. Xen exchanges the page tables and passes the call on.',
      'zh-CN': '系统调用进的是 ring 0，那里是 Xen。由 Xen 换过页表，再转交客户机内核。',
    },
  },
  'predict-l2': {
    kind: 'predict',
    objective: 5,
    lab: 'stacks',
    at: { system: 'hyper-v', nested: 'kvm', request: 'privileged-instruction', at: '0' },
    ask: {
      en: 'KVM runs inside a guest of Hyper-V, and its own guest L2 is about to execute a privileged instruction. Predict who is entered.',
      'zh-CN': 'Hyper-V 的客户机里装了 KVM，KVM 的客户机 L2 就要执行一条特权指令。预测进入的是谁。',
    },
    why: {
      en: 'However many levels there are, there is one root mode, and whoever exits, exits to L0.',
      'zh-CN': '不论套几层，根模式只有一个；不管谁退出，都退到 L0。',
    },
  },
  'crash-order': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'A bug in the network driver overwrites memory at random. In which system does the hypervisor itself stay out of its reach?',
      'zh-CN': '网卡驱动有缺陷，胡乱改写内存。在哪个系统里，虚拟机管理程序本身不受它波及？',
    },
    options: {
      kvm: {
        text: { en: 'KVM, for it is only a module of the kernel', 'zh-CN': 'KVM，因为它只是内核的一个模块' },
        why: {
          en: 'That is why it is in reach: module, kernel and driver share an address space.',
          'zh-CN': '正因如此才逃不掉：模块、内核和驱动同在一个地址空间。',
        },
      },
      xen: {
        text: { en: 'Xen, with the driver in dom0', 'zh-CN': 'Xen，驱动在 dom0 里' },
        right: true,
        why: {
          en: 'Dom0 is less privileged than Xen. (A device’s DMA needs an IOMMU to be held back as well.)',
          'zh-CN': 'dom0 的特权低于 Xen。（设备的 DMA 还要靠 IOMMU 才拦得住。）',
        },
      },
      esxi: {
        text: { en: 'ESXi, where no operating system is below it', 'zh-CN': 'ESXi，因为下面没有操作系统' },
        why: {
          en: 'Its driver is in the hypervisor: there is nothing to hold it back.',
          'zh-CN': '它的驱动就在虚拟机管理程序里，没有什么拦得住。',
        },
      },
    },
    why: {
      en: 'A crash goes as far as an address space and its privilege reach, whatever the type.',
      'zh-CN': '崩溃波及多远，看地址空间和特权的边界，与类型无关。',
    },
  },
  fewest: {
    kind: 'reach',
    objective: 2,
    lab: 'stacks',
    goal: 'fewest',
    ask: {
      en: 'Find a disk write with the fewest crossings that goes through a host kernel’s driver, for a guest with a kernel of its own.',
      'zh-CN': '客户机有自己的内核、写磁盘用宿主内核的驱动：找出穿越次数最少的系统。',
    },
    why: {
      en: 'QEMU alone does: its guest is the data of one process, so nothing is crossed between guest and emulator. Few crossings and fast are two things.',
      'zh-CN': '是单独的 QEMU：它的客户机只是一个进程里的数据，客户机与模拟器之间没有穿越。穿越少和跑得快是两回事。',
    },
  },
  'break-driver': {
    kind: 'reach',
    objective: 4,
    lab: 'stacks',
    goal: 'break-driver',
    ask: {
      en: 'Crash a layer that has the disk’s driver, so that the guest’s kernel goes on running.',
      'zh-CN': '让带磁盘驱动的那一层崩溃，而客户机的内核还在运行。',
    },
    why: {
      en: 'The driver must be in a partition of its own: dom0, or the root partition.',
      'zh-CN': '驱动要在单独的分区里：dom0，或者根分区。',
    },
  },
} satisfies Quiz;
