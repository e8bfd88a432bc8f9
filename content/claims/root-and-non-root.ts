import type { Claims } from '#quiz/claim.ts';

const intro = 'Intel SDM Vol. 3C, “Introduction to Virtual Machine Extensions”';
const exits =
  'Intel SDM Vol. 3C, “VMX Non-Root Operation” › “Instructions That Cause VM Exits Unconditionally / Conditionally”';
const kivity = 'Kivity et al., “kvm: the Linux Virtual Machine Monitor”, Ottawa Linux Symposium 2007';
const adams = 'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006';
const api = 'Linux Documentation/virt/kvm/api.rst';

export default [
  {
    id: 's1-hvm-five-rings',
    document: 1,
    quote: '使得物理CPU拥有5个环,环-1~环3',
    claim: {
      en: 'Hardware virtualization gives the physical CPU five rings, ring −1 to ring 3.',
      'zh-CN': 'CPU 的硬件虚拟化使物理 CPU 有了 5 个环，从环 -1 到环 3。',
    },
    verdict: 'wrong',
    why: {
      en: 'The rings stay four. A second switch, root or non-root, was added beside them, so the table has 2 × 4 places, and no run of the lab ever leaves it. “Ring −1” is a nickname for root mode. (Arm’s EL2, by contrast, really is one more level.)',
      'zh-CN':
        '环还是四个。旁边另加了一个开关：根模式或非根模式，于是表里有 2 × 4 个位置，实验怎么跑也跑不出这张表。“环 -1”只是根模式的俗称。（Arm 的 EL2 倒真是多出来的一级。）',
    },
    references: [
      intro,
      'AMD64 APM Vol. 2, “Secure Virtual Machine”',
      'Dall, Li & Nieh, “Optimizing the Design and Implementation of the Linux ARM Hypervisor”, USENIX ATC 2017',
    ],
  },
  {
    id: 's1-hvm-host-ring-minus1',
    document: 1,
    quote: '而宿主机(Host)的内核运行在环-1上(特权指令环)',
    claim: {
      en: 'The host’s kernel runs in ring −1, the ring of privileged instructions.',
      'zh-CN': '宿主机的内核运行在环 -1 上，即特权指令环。',
    },
    verdict: 'wrong',
    why: {
      en: 'It runs in ring 0 of root mode, and host programs such as QEMU in ring 3 of root mode. At each exit the processor loads a CS with ring 0 from the host-state area of the VMCS.',
      'zh-CN':
        '它运行在根模式的 ring 0，QEMU 这样的宿主机程序在根模式的 ring 3。每次退出，处理器都从 VMCS 的宿主机状态区装入 CS，其特权级就是 0。',
    },
    references: [intro, kivity],
  },
  {
    id: 's1-hvm-guest-ring0',
    document: 1,
    quote: '虚拟机的内核运行在CPU的环0上',
    claim: {
      en: 'With hardware assistance the guest’s kernel runs in ring 0.',
      'zh-CN': '有硬件辅助时，虚拟机的内核运行在环 0 上。',
    },
    verdict: 'holds',
    why: {
      en: 'To be precise: ring 0 of non-root mode. The lost figure of document 4 showed the same; the table of this lesson draws it again.',
      'zh-CN': '准确地说，是非根模式的 ring 0。资料 4 丢失的那幅图画的也是这个，本课的表重新画了一遍。',
    },
    references: [intro],
  },
  {
    id: 's1-hvm-no-software',
    document: 1,
    quote: '进而利用CPU硬件转换成环-1上的特权指令,无需软件参与',
    claim: {
      en: 'The host catches the guest’s privileged instructions in ring 0, and CPU hardware converts them into instructions of ring −1, with no software involved.',
      'zh-CN': '宿主机捕获客户机在环 0 上的特权指令，由 CPU 硬件转换成环 -1 上的特权指令，无需软件参与。',
    },
    verdict: 'wrong',
    why: {
      en: 'The hardware saves state, notes a reason and jumps; what is done about it is KVM’s or QEMU’s program. In the lab each exit has three steps, and only the first and the last are the processor’s. Nothing is converted, either.',
      'zh-CN':
        '硬件只是保存状态、记下原因、跳转；接下来做什么，由 KVM 或 QEMU 的程序决定。实验里一次退出分三步，只有第一步和最后一步是处理器做的。也没有什么被“转换”。',
    },
    references: [exits, api],
  },
  {
    id: 's1-hvm-activates-host-kernel',
    document: 1,
    quote: '这种转换需要激活Host的内核',
    claim: {
      en: 'This conversion needs the host’s kernel to be activated.',
      'zh-CN': '这种转换需要激活宿主机的内核。',
    },
    verdict: 'imprecise',
    why: {
      en: 'It contradicts the sentence before it, and is nearer the truth: with KVM every exit arrives in the host’s kernel. With Xen or ESXi it arrives in the hypervisor, and dom0’s kernel is woken only for a device.',
      'zh-CN':
        '它与前一句矛盾，却更接近事实：用 KVM 时，每次退出都到宿主机内核。用 Xen 或 ESXi 时，退出到的是虚拟机管理程序，只有涉及设备才会叫醒 dom0 的内核。',
    },
    references: [kivity, 'Xen docs/admin-guide/introduction.rst'],
  },
  {
    id: 's1-hvm-name',
    document: 1,
    quote: 'HVM技术:Hardware Virtualization Machine,硬件辅助虚拟化技术',
    claim: {
      en: 'HVM, “Hardware Virtualization Machine”, is the name of hardware-assisted virtualization.',
      'zh-CN': 'HVM 即 Hardware Virtualization Machine，是硬件辅助虚拟化技术。',
    },
    verdict: 'imprecise',
    why: {
      en: 'HVM is what Xen calls one of its guest types, a “hardware virtual machine”. The technique is hardware-assisted virtualization; the processors’ features are Intel VT-x (VMX) and AMD-V (SVM).',
      'zh-CN':
        'HVM 是 Xen 对一种客户机类型的叫法，全称 hardware virtual machine。技术本身叫硬件辅助虚拟化；处理器的功能叫 Intel VT-x（VMX）和 AMD-V（SVM）。',
    },
    references: ['Xen SUPPORT.md, “Guest Type”', intro],
  },
  {
    id: 's1-cpu-microcode',
    document: 1,
    quote: '通过软件,集合硬件CPU的微编码,实现一个模拟的CPU,供虚拟机使用',
    claim: {
      en: 'CPU virtualization combines software with the hardware CPU’s microcode to make an emulated CPU for virtual machines.',
      'zh-CN': 'CPU 虚拟化用软件结合硬件 CPU 的微编码，实现一个模拟的 CPU，供虚拟机使用。',
    },
    verdict: 'wrong',
    why: {
      en: 'A monitor cannot reach microcode, and nothing on the way of an exit looks for it. A virtual CPU is what the VMCS holds, saved registers and controls; loaded onto a real core it runs directly, with exits for what must be controlled.',
      'zh-CN':
        '监控器够不着微编码，一次退出的途中也用不到它。虚拟 CPU 就是 VMCS 里存的那些：保存的寄存器加控制位；装到真实的核上便直接执行，需要管住的才退出。',
    },
    references: [intro, kivity],
  },
  {
    id: 's4-cpu-distinguishes-guest',
    document: 4,
    quote: 'CPU 可以明确的分辨出来自 GuestOS 的特权指令，并针对 GuestOS 进行特权操作，而不会影响到 HostOS',
    claim: {
      en: 'The CPU can tell that a privileged instruction comes from the guest, and carries it out for the guest without affecting the host.',
      'zh-CN': 'CPU 能分辨出来自客户机的特权指令，并针对客户机执行特权操作，不影响宿主机。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Half of it: the CPU knows that it is in non-root mode, and either runs the instruction on the guest’s own state (CLI, MOV to CR3 under EPT) or exits. What happens after an exit is the doing of software.',
      'zh-CN':
        '对了一半：CPU 知道自己在非根模式，要么在客户机自己的状态上执行（CLI、有 EPT 时写 CR3），要么退出。退出之后的事是软件做的。',
    },
    references: [exits],
  },
  {
    id: 's4-no-trap-emulate',
    document: 4,
    quote: 'GuestOS 能够直接执行特却指令而不再需要 _特权解除_ 和 _陷入模拟_ 机制',
    claim: {
      en: 'The guest executes privileged instructions directly, and deprivileging and trap-and-emulate are no longer needed.',
      'zh-CN': '客户机能直接执行特权指令，不再需要特权解除和陷入模拟。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Deprivileging is gone: the guest’s kernel is in ring 0. Trap and emulate is what VT-x makes possible: CPUID, ports, MSRs and first touches leave the guest, and software emulates them or maps a page. Count them under the picture.',
      'zh-CN':
        '特权解除确实没有了：客户机内核就在 ring 0。而陷入再模拟正是 VT-x 使之可行的：CPUID、端口、MSR 和第一次触碰都会离开客户机，由软件模拟或映射页。图下的计数器数得清清楚楚。',
    },
    references: [exits, adams],
  },
  {
    id: 's3-vmx-both',
    document: 3,
    quote: '引入新的处理器操作,称为 VMX(Virtual Machine Extensions) 来支持虚拟化',
    claim: {
      en: 'VT-i and VT-x introduce a new processor operation called VMX.',
      'zh-CN': 'VT-i 和 VT-x 引入了新的处理器操作，称为 VMX。',
    },
    verdict: 'imprecise',
    why: {
      en: 'VMX belongs to VT-x only. VT-i, on Itanium, had a bit of its own in the processor status register (PSR.vm) and firmware services; Linux dropped that architecture in 6.7.',
      'zh-CN':
        'VMX 只属于 VT-x。安腾上的 VT-i 用的是处理器状态寄存器里的一位（PSR.vm）和固件服务；Linux 6.7 已移除该架构。',
    },
    references: [intro, 'Intel Itanium Architecture SDM Vol. 2', 'Linux 6.7, removal of arch/ia64'],
  },
] satisfies Claims;
