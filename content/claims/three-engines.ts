import type { Claims } from '#quiz/claim.ts';

const bellard = 'Bellard, “QEMU, a Fast and Portable Dynamic Translator”, USENIX ATC, FREENIX Track, 2005';
const mihocka = 'Mihocka & Shwartsman, “Virtualization Without Direct Execution or Jitting”, ISCA-35 workshop, 2008';
const popek =
  'Popek & Goldberg, “Formal Requirements for Virtualizable Third Generation Architectures”, CACM 17(7), 1974';
const accelerators = 'QEMU documentation, “Introduction” › “Virtualisation Accelerators”';
const tcg = 'QEMU documentation, “Translator Internals”';

export default [
  {
    id: 's1-emul-means-different-arch',
    document: 1,
    quote: '模拟:emulation,物理架构和虚拟架构不一致',
    claim: {
      en: 'Emulation means that the physical and the virtual architecture differ; virtualization, that they are the same.',
      'zh-CN': '模拟就是物理架构与虚拟架构不一致，虚拟化就是两者一致。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Equal architectures are emulated every day: Bochs on x86, or qemu-system-x86_64 without an accelerator. The line is who executes most instructions. Only direct execution needs equal instruction sets, so a different architecture leaves emulation as the only choice; the reverse does not follow.',
      'zh-CN':
        '架构相同而用模拟的，天天都有：x86 上的 Bochs，或者不用加速器的 qemu-system-x86_64。界线在于多数指令由谁执行。只有直接执行要求指令集相同，所以架构不同就只能模拟；反过来推不出。',
    },
    references: [popek, accelerators],
  },
  {
    id: 's1-emul-100x',
    document: 1,
    quote: '速度非常慢,有时速度比物理情况慢100倍以上',
    claim: {
      en: 'Emulation is very slow, sometimes more than 100 times slower than the physical machine.',
      'zh-CN': '模拟非常慢，有时比物理机慢 100 倍以上。',
    },
    verdict: 'vendor-figure',
    why: {
      en: 'No engine and no workload is named. Measured for this course: an interpreter 30 to 34 times, a translator 2.5 to 6 times on integer code, 13 to 22 on SSE and 140 on x87. Bellard reported about 4 times for integer and 10 times for floating-point code in 2005.',
      'zh-CN':
        '没说是哪种引擎、什么负载。本课程实测：解释器 30 到 34 倍；翻译器跑整数代码 2.5 到 6 倍，SSE 13 到 22 倍，x87 140 倍。Bellard 2005 年报告的是整数约 4 倍、浮点约 10 倍。',
    },
    references: [bellard, mihocka],
  },
  {
    id: 's3-fv-any-cpu-bochs',
    document: 3,
    quote: '使一个未修改的操作系统可以在各种完全不同的微处理器上运行。例如 Bochs 等',
    claim: {
      en: 'In full virtualization the monitor emulates the whole hardware, so that an unmodified system runs on entirely different microprocessors, as with Bochs.',
      'zh-CN': '全虚拟化由监控器模拟完整的硬件，使未修改的系统能在完全不同的处理器上运行，例如 Bochs。',
    },
    verdict: 'wrong',
    why: {
      en: 'This describes emulation. Full virtualization presents the host’s own instruction set and lets most of it run directly. Bochs is an interpreter for x86: it runs on other processors because it is a program, and no guest instruction reaches them.',
      'zh-CN':
        '这说的是模拟。全虚拟化给出的就是宿主机自己的指令集，多数指令直接执行。Bochs 是 x86 的解释器：它能跑在别的处理器上，因为它是个程序，客户机指令一条也到不了处理器。',
    },
    references: [popek, mihocka],
  },
  {
    id: 's2-qemu-recompiler',
    document: 2,
    quote: '通过一个特殊的“重编译器”对特定的处理器的二进制代码进行翻译,从而具有了跨平台的通用性',
    claim: {
      en: 'QEMU translates the binary code of a given processor with a special “recompiler”, which makes it portable across platforms.',
      'zh-CN': 'QEMU 用一个特殊的“重编译器”翻译某种处理器的二进制代码，因而可以跨平台。',
    },
    verdict: 'outdated',
    why: {
      en: 'The idea holds, the part has been replaced. The method of 2005, dyngen, pasted together pieces that a C compiler had made; since version 0.10 (2009) the Tiny Code Generator turns guest code into an intermediate form, and that into host code.',
      'zh-CN':
        '思路没变，部件换了。2005 年的办法 dyngen，是把 C 编译器生成的代码片段拼起来；从 0.10 版（2009 年）起，由微型代码生成器 TCG 先把客户机代码变成中间形式，再生成宿主机代码。',
    },
    references: [bellard, tcg],
  },
  {
    id: 's3-interpretation-slow',
    document: 3,
    quote: '直接指令解释,对于客户操作系统的性能损失极其严重',
    claim: {
      en: 'Interpreting instruction by instruction costs the guest a great deal of performance.',
      'zh-CN': '逐条解释指令，客户操作系统的性能损失极其严重。',
    },
    verdict: 'holds',
    why: {
      en: 'Thirty times and more on code that repeats. For code that runs once it is still the cheapest of the three engines, as the boot code of the lab shows.',
      'zh-CN': '代码有重复时，慢三十倍以上。不过只跑一遍的代码，它仍是三种引擎里最省的：看实验里的启动代码。',
    },
    references: [mihocka, bellard],
  },
  {
    id: 's1-emul-hosted',
    document: 1,
    quote: '属于Hosted模式,在物理机的操作系统上创建一个模拟硬件的程序(Hardware VM)来仿真所想要的硬件',
    claim: {
      en: 'Hardware emulation belongs to the hosted model: a program on the host’s operating system imitates the wanted hardware.',
      'zh-CN': '硬件仿真属于宿主型：在宿主机操作系统上，由一个程序来仿真所要的硬件。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Most emulators are ordinary processes, as in the figure of this lesson. But emulation is a technique and hosted is a position (lesson 1.3): bare-metal hypervisors emulate devices and single instructions too.',
      'zh-CN':
        '模拟器多半确实是普通进程，本课的图就是这样。但模拟是一种技术，宿主型是一种位置（见 1.3）：裸金属虚拟机管理程序同样要模拟设备和个别指令。',
    },
    references: [bellard, 'Xen documentation, “Introduction” (admin guide)'],
  },
  {
    id: 's1-emul-all-rings',
    document: 1,
    quote: '虚拟架构上的非特权指令和特权指令都需要转换,才可以运行在物理CPU上,故需模拟虚拟机内核的环0、1、2、3',
    claim: {
      en: 'In emulation both privileged and unprivileged instructions must be converted, so rings 0 to 3 are all simulated.',
      'zh-CN': '模拟时，特权和非特权指令都要转换，所以环 0 到 3 都要模拟。',
    },
    verdict: 'holds',
    why: {
      en: 'The guest’s privilege level is a variable of the emulator’s, like each of its registers. That is why a privileged instruction costs the lab’s interpreter no more than any other.',
      'zh-CN': '客户机的特权级和各个寄存器一样，都是模拟器里的变量。所以在实验里，解释器执行特权指令并不比别的指令贵。',
    },
    references: [bellard],
  },
  {
    id: 's1-emul-products',
    document: 1,
    quote: '产品:PearPC,Bochs,QEMU',
    claim: { en: 'PearPC, Bochs and QEMU are emulation products.', 'zh-CN': 'PearPC、Bochs、QEMU 是模拟产品。' },
    verdict: 'outdated',
    why: {
      en: 'Bochs still interprets x86, and PearPC has long been dormant. QEMU became two things: a translating emulator, and the user-space half of virtual machines whose instructions KVM, Xen, HVF or WHPX let the processor run.',
      'zh-CN':
        'Bochs 至今仍在解释 x86，PearPC 早已停止活跃。QEMU 则成了两样东西：会翻译的模拟器；以及虚拟机的用户态那一半，指令交给 KVM、Xen、HVF 或 WHPX，由处理器执行。',
    },
    references: [accelerators, mihocka],
  },
  {
    id: 's1-emul-unmodified-guest',
    document: 1,
    quote: '虚拟机内部的客户操作系统(Guest OS)无需修改',
    claim: { en: 'Under emulation the guest OS needs no modification.', 'zh-CN': '在模拟下，客户操作系统无需修改。' },
    verdict: 'holds',
    why: {
      en: 'All three engines of the lab run the same bytes.',
      'zh-CN': '实验里三种引擎跑的是同样的字节。',
    },
    references: [bellard],
  },
  {
    id: 's1-emul-good-for-os-dev',
    document: 1,
    quote: '非常适合用于操作系统开发,也利于进行固件和硬件的协作开发',
    claim: {
      en: 'Emulation suits the development of operating systems, and of firmware together with hardware.',
      'zh-CN': '模拟适合开发操作系统，也适合固件与硬件的协同开发。',
    },
    verdict: 'holds',
    why: {
      en: 'A processor that is data can be stopped at any instruction, inspected, and exist before its silicon does.',
      'zh-CN': '处理器成了数据，就可以停在任何一条指令上细看，也可以在芯片造出来之前就存在。',
    },
    references: [bellard],
  },
  {
    id: 's5-two-emulators',
    document: 5,
    quote: '市场上有两大开源的模拟器:QEMU和Bochs',
    claim: {
      en: 'There are two big open-source emulators, QEMU and Bochs.',
      'zh-CN': '有两大开源模拟器：QEMU 和 Bochs。',
    },
    verdict: 'outdated',
    why: {
      en: 'There are many: MAME, gem5, DOSBox, v86 and SIMH among them. QEMU is the one most used for whole machines.',
      'zh-CN': '现在有很多，例如 MAME、gem5、DOSBox、v86、SIMH。模拟整机用得最多的是 QEMU。',
    },
    references: [accelerators],
  },
  {
    id: 's5-emulating-cpu-costly',
    document: 5,
    quote: '虚拟完整的CPU要付出很大的性能代价',
    claim: {
      en: 'Emulating the whole processor costs much performance; but systems for other architectures can be run.',
      'zh-CN': '模拟完整的 CPU 要付出很大的性能代价，但可以运行为其他架构开发的系统。',
    },
    verdict: 'holds',
    why: {
      en: 'Both halves: set the host’s instruction set to another, and the two engines that are left are those that cost most.',
      'zh-CN': '两半都对：把宿主机换成另一种指令集，剩下的正是代价大的那两种引擎。',
    },
    references: [bellard, mihocka],
  },
] satisfies Claims;
