import type { Quiz } from '#quiz/question.ts';

export default {
  'where-is-qemu': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A guest’s kernel has written a byte to the serial port, and QEMU’s model of that port is working on it. In which mode and ring is the processor?',
      'zh-CN': '客户机内核向串口写了一个字节，QEMU 的串口模型正在处理。此刻处理器在什么模式、哪一环？',
    },
    options: {
      'non-root-0': {
        text: { en: 'Non-root mode, ring 0', 'zh-CN': '非根模式 ring 0' },
        why: {
          en: 'There the guest’s kernel was. The write made it exit, and nothing of the host’s runs in non-root mode.',
          'zh-CN': '那是客户机内核原来的位置。写端口引起了退出，而宿主机的任何代码都不在非根模式里运行。',
        },
      },
      'root-0': {
        text: { en: 'Root mode, ring 0', 'zh-CN': '根模式 ring 0' },
        why: {
          en: 'There KVM is. It had the processor first, had no serial port of its own, and returned to user space.',
          'zh-CN': '那是 KVM 的位置。处理器先到它那里，它没有串口，就返回了用户态。',
        },
      },
      'root-3': {
        text: { en: 'Root mode, ring 3', 'zh-CN': '根模式 ring 3' },
        right: true,
        why: {
          en: 'QEMU is an ordinary program of the host’s.',
          'zh-CN': 'QEMU 是宿主机上的普通程序。',
        },
      },
    },
    why: {
      en: 'An exit always arrives in root mode, ring 0. From there KVM goes on to QEMU as from any system call: by returning to ring 3.',
      'zh-CN': '退出总是先到根模式 ring 0。KVM 从那里去 QEMU，就像任何系统调用返回 ring 3 一样。',
    },
  },
  'port-80': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'The I/O bitmap has a 0 for port 80h. The guest’s kernel, in ring 0, writes to port 80h. Who deals with the write?',
      'zh-CN': 'I/O 位图中端口 80h 的位是 0。客户机内核在 ring 0 写端口 80h。这次写由谁处理？',
    },
    options: {
      qemu: {
        text: { en: 'QEMU, since ports are devices', 'zh-CN': 'QEMU，因为端口就是设备' },
        why: {
          en: 'It would with a 1 in the bitmap. With a 0 there is no exit, so QEMU never hears of it.',
          'zh-CN': '位图里是 1 才轮到它。是 0 就没有退出，QEMU 根本不知道。',
        },
      },
      kvm: {
        text: { en: 'KVM, since every port exits', 'zh-CN': 'KVM，因为端口都会退出' },
        why: {
          en: 'Ports exit one by one, as the bitmap says; this one does not.',
          'zh-CN': '端口退不退出由位图逐个决定，这一个不退出。',
        },
      },
      nobody: {
        text: { en: 'Nobody: it reaches the hardware', 'zh-CN': '没有谁：直接到硬件' },
        right: true,
        why: {
          en: 'That is why monitors set almost all bits.',
          'zh-CN': '所以监控器把位图几乎全部置 1。',
        },
      },
    },
    why: {
      en: 'A control that is 0 does not deny, it lets through. KVM once let port 80h through on Intel, and a guest could crash the host with it (CVE-2017-1000407).',
      'zh-CN':
        '控制位为 0 不是禁止，而是放行。KVM 在 Intel 上曾放行过端口 80h，客户机借此能让宿主机崩溃（CVE-2017-1000407）。',
    },
  },
  'which-exit': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'EPT is on. Which of these leave the guest under every setting of the other controls? Pick all.',
      'zh-CN': '启用了 EPT。无论其余控制位怎么设，下面哪些都会离开客户机？全部选出。',
    },
    options: {
      cpuid: {
        text: { en: 'CPUID in ring 3', 'zh-CN': 'ring 3 的 CPUID' },
        right: true,
        why: {
          en: 'Unconditional, at any ring, although it is not privileged.',
          'zh-CN': '无条件，哪一环都一样，尽管它不是特权指令。',
        },
      },
      vmcall: {
        text: { en: 'VMCALL in ring 0', 'zh-CN': 'ring 0 的 VMCALL' },
        right: true,
        why: {
          en: 'It is made to leave.',
          'zh-CN': '它就是为离开而设的。',
        },
      },
      cli: {
        text: { en: 'CLI in ring 0', 'zh-CN': 'ring 0 的 CLI' },
        why: {
          en: 'It never leaves. It clears the guest’s own IF, and interrupts for the host exit all the same.',
          'zh-CN': '它从不离开。它清的是客户机自己的 IF，宿主机的中断照样退出。',
        },
      },
      cr3: {
        text: { en: 'MOV to CR3 in ring 0', 'zh-CN': 'ring 0 的写 CR3' },
        why: {
          en: 'Under EPT only if CR3-load exiting is 1. Without EPT the monitor cannot do without the exit.',
          'zh-CN': '有 EPT 时，只有“CR3 装载退出”为 1 才退出。没有 EPT，监控器才离不开这次退出。',
        },
      },
    },
    why: {
      en: 'A handful of instructions exit unconditionally; most of what is privileged exits by a control or not at all.',
      'zh-CN': '无条件退出的只有寥寥几条；特权指令大多要看控制位，或者根本不退出。',
    },
  },
  'steps-of-an-exit': {
    kind: 'order',
    objective: 3,
    ask: {
      en: 'The guest executes OUT to the serial port, and its bit in the bitmap is 1. Put what happens in order.',
      'zh-CN': '客户机对串口执行 OUT，它在位图中的位是 1。把发生的事按先后排好。',
    },
    items: {
      save: {
        en: 'The processor writes RIP and the rest into the guest-state area',
        'zh-CN': '处理器把 RIP 等写进客户机状态区',
      },
      load: {
        en: 'The processor loads the host state and is in root mode',
        'zh-CN': '处理器装入宿主机状态，进入根模式',
      },
      reason: { en: 'KVM reads the reason and the qualification', 'zh-CN': 'KVM 读取退出原因和限定信息' },
      qemu: { en: 'QEMU’s device model takes the byte', 'zh-CN': 'QEMU 的设备模型收下这个字节' },
      again: { en: 'QEMU calls KVM_RUN once more', 'zh-CN': 'QEMU 再次调用 KVM_RUN' },
      enter: { en: 'VMRESUME: the processor goes on behind OUT', 'zh-CN': 'VMRESUME：处理器从 OUT 之后继续' },
    },
    why: {
      en: 'Two steps of the processor’s, then software in two rings, then the processor once more.',
      'zh-CN': '先是处理器的两步，然后是两个环里的软件，最后又是处理器。',
    },
  },
  'count-the-exits': {
    kind: 'number',
    objective: 2,
    ask: {
      en: 'EPT is on; all pages have been touched; the ten controls stand as in the lab at its start. A guest’s program makes 50 system calls. In each of them the guest’s kernel executes CLI, one CPUID, two OUTs to the serial port, STI and IRET. How many VM exits?',
      'zh-CN':
        '启用了 EPT，所有页都已碰过，十个控制位与实验开始时一样。客户机程序发 50 次系统调用；每次里面，客户机内核执行 CLI、一条 CPUID、两条对串口的 OUT、STI 和 IRET。一共几次虚拟机退出？',
    },
    answer: 150,
    unit: { en: 'exits', 'zh-CN': '次' },
    slips: [
      {
        value: 200,
        why: {
          en: 'You counted the system call itself. INT goes through the guest’s own IDT and does not exit.',
          'zh-CN': '你把系统调用本身也算了。INT 走客户机自己的 IDT，不退出。',
        },
      },
      {
        value: 250,
        why: {
          en: 'CLI and STI do not exit: the IF is the guest’s own.',
          'zh-CN': 'CLI 和 STI 不退出：IF 是客户机自己的。',
        },
      },
      {
        value: 100,
        why: {
          en: 'CPUID is missing. It exits whatever the controls say.',
          'zh-CN': '漏了 CPUID：不管控制位怎么设，它都退出。',
        },
      },
      {
        value: 300,
        why: {
          en: 'Only CPUID and OUT exit: three each time.',
          'zh-CN': '只有 CPUID 和 OUT 退出，每次三下。',
        },
      },
    ],
    why: {
      en: 'CPUID once and OUT twice: 3 in each of 50 calls.',
      'zh-CN': 'CPUID 一次，OUT 两次：每次调用 3 次，共 50 次调用。',
    },
  },
  'why-interrupts-exit': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'CLI needs no exit. What makes it harmless?',
      'zh-CN': 'CLI 不必退出。是什么使它无害？',
    },
    options: {
      virtual: {
        text: {
          en: 'The processor clears a virtual IF in KVM’s memory in its place.',
          'zh-CN': '处理器改为清除 KVM 内存里的一个虚拟 IF。',
        },
        why: {
          en: 'That is what a monitor does under deprivileging (lesson 2.1). Here the guest’s RFLAGS are really in the processor while it runs.',
          'zh-CN': '那是特权解除时监控器的做法（2.1）。这里客户机运行时，它的 RFLAGS 真的就在处理器里。',
        },
      },
      exiting: {
        text: {
          en: 'A control makes interrupts exit, whatever the guest’s IF is.',
          'zh-CN': '有个控制位让中断退出，不管客户机的 IF。',
        },
        right: true,
        why: {
          en: 'External-interrupt exiting. That one bit makes the whole of CLI, STI, POPF and IRET the guest’s own affair.',
          'zh-CN': '就是“外部中断退出”。有了这一位，CLI、STI、POPF、IRET 就全都是客户机自己的事了。',
        },
      },
      short: {
        text: {
          en: 'A guest’s kernel turns interrupts off only for a short time.',
          'zh-CN': '客户机内核关中断总是只关一小会儿。',
        },
        why: {
          en: 'A monitor cannot rely on a guest’s manners. The lab has a kernel that executes CLI and then loops for ever.',
          'zh-CN': '监控器不能指望客户机守规矩。实验里就有个内核，执行 CLI 之后便一直循环下去。',
        },
      },
    },
    why: {
      en: 'What must not be lost is the processor itself. It is kept by the interrupt’s exit, not by watching CLI.',
      'zh-CN': '不能丢的是处理器本身。靠的是中断会退出，而不是盯着 CLI。',
    },
  },
  'next-step': {
    kind: 'predict',
    objective: 2,
    lab: 'root-and-non-root',
    at: { program: '@user', at: '68' },
    ask: {
      en: 'A program in ring 3 is about to execute CPUID, an instruction that is not privileged at all. Who has the processor after it?',
      'zh-CN': 'ring 3 的程序正要执行 CPUID，它根本不是特权指令。执行之后，处理器在谁手里？',
    },
    why: {
      en: 'CPUID exits unconditionally, in any ring. So the monitor decides what processor the guest sees, and can tell it that it is in a virtual machine.',
      'zh-CN':
        'CPUID 在哪一环都无条件退出。所以客户机看到什么处理器由监控器决定，监控器也可以借此告诉它：你在虚拟机里。',
    },
  },
  'keep-the-processor': {
    kind: 'reach',
    objective: 4,
    lab: 'root-and-non-root',
    goal: 'keeps-processor',
    ask: {
      en: 'Let a guest keep the processor for 100 instructions while an interrupt of the host’s is waiting.',
      'zh-CN': '让一台客户机在宿主机中断等待期间，把处理器占住 100 条指令。',
    },
    why: {
      en: 'Load the kernel that never stops, clear external-interrupt exiting before it is entered, step past CLI, send the host’s interrupt, and run on.',
      'zh-CN': '载入永不停手的内核，进入之前清掉“外部中断退出”，走过 CLI，来一个宿主机中断，再往下跑。',
    },
  },
} satisfies Quiz;
