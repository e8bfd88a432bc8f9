import type { Claims } from '#quiz/claim.ts';

const adams = 'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006';
const agesen =
  'Agesen, Mattson, Rugina & Sheldon, “Software Techniques for Avoiding Hardware Virtualization Exits”, USENIX ATC 2012';
const barham = 'Barham et al., “Xen and the Art of Virtualization”, SOSP 2003';
const felter =
  'Felter, Ferreira, Rajamony & Rubio, “An Updated Performance Comparison of Virtual Machines and Linux Containers”, ISPASS 2015';
const dall =
  'Dall, Li, Lim, Nieh & Koloventzos, “ARM Virtualization: Performance and Architectural Implications”, ISCA 2016';
const sugerman =
  'Sugerman, Venkitachalam & Lim, “Virtualizing I/O Devices on VMware Workstation’s Hosted Virtual Machine Monitor”, USENIX ATC 2001';
const xen = 'Xen documentation, docs/admin-guide/introduction.rst';

export default [
  {
    id: 's1-bt-60-to-85',
    document: 1,
    quote: '可将虚拟机guest对比底层硬件的性能从60%提升到80%~85%',
    claim: {
      en: 'Binary translation raises a guest from 60 % to 80–85 % of the hardware’s performance.',
      'zh-CN': '二进制翻译能把客户机的性能从底层硬件的 60% 提升到 80–85%。',
    },
    verdict: 'vendor-figure',
    why: {
      en: 'No workload, processor or baseline is named. One translator on one processor was measured at 96 % on SPECint, 67 % on a kernel build and 16 % on process creation. You have made 80–85 % come true yourself, with about a hundred system calls in a million cycles.',
      'zh-CN':
        '没有说明负载、处理器和基准。同一个翻译器在同一块处理器上，跑 SPECint 测得 96%，编译内核 67%，创建进程 16%。80–85% 你自己也做出来了：每百万周期约一百次系统调用即可。',
    },
    references: [adams],
  },
  {
    id: 's1-hvm-85',
    document: 1,
    quote: 'HVM技术能将虚拟机guest对比底层硬件的性能提升至85%',
    claim: {
      en: 'HVM raises a guest to 85 % of the hardware’s performance.',
      'zh-CN': 'HVM 能把客户机的性能提升到底层硬件的 85%。',
    },
    verdict: 'vendor-figure',
    why: {
      en: 'Hardware assistance is a price list that changed with every generation. VT-x of 2006 with shadow tables was measured between 6 and 99 %; with EPT, page faults and table writes no longer exit at all. At 2006 prices, fourteen table writes in a million cycles give 85 %.',
      'zh-CN':
        '硬件辅助是一张每代处理器都在变的价目表。2006 年的 VT-x 配影子页表，测得的数从 6% 到 99%；有了 EPT，缺页和写页表根本不再退出。按 2006 年的价格，每百万周期写十四次页表，正好 85%。',
    },
    references: [adams, agesen],
  },
  {
    id: 's1-pv-90-95',
    document: 1,
    quote: '能将虚拟机guest对比底层硬件的性能提升至90-95%',
    claim: {
      en: 'Paravirtualization raises a guest to 90–95 % of the hardware’s performance.',
      'zh-CN': '半虚拟化能把客户机的性能提升到底层硬件的 90–95%。',
    },
    verdict: 'vendor-figure',
    why: {
      en: 'It agrees with several of the programs that Xen’s authors ran in 2003, on one 32-bit machine; others lost about 1 %, and creating a process took nearly twice as long as natively. In 64-bit mode, where each system call visits the hypervisor, the same rates give another figure.',
      'zh-CN':
        '它与 Xen 作者 2003 年在一台 32 位机器上跑的几个程序相符；另一些只损失约 1%，而创建进程要用原生近两倍的时间。到了 64 位模式，每次系统调用都要经过虚拟机管理程序，同样的频率就得出另一个数。',
    },
    references: [barham],
  },
  {
    id: 's2-t1-between',
    document: 2,
    quote: '这种方案的性能处于主机虚拟化与操作系统虚拟化之间',
    claim: {
      en: 'The performance of type 1 lies between that of hosted virtualization and that of operating-system-level virtualization.',
      'zh-CN': '1 型的性能处于宿主型虚拟化与操作系统级虚拟化之间。',
    },
    verdict: 'imprecise',
    why: {
      en: 'A ranking without a measurement. The bill has lines for exits, walks, ports and interrupts, and none for the type. A container spares the exits; whether that shows depends on how many there would have been.',
      'zh-CN':
        '这是没有测量的排名。账单里有退出、遍历、端口和中断各行，没有“类型”这一行。容器省去了退出；省得多不多，要看本来会有多少次。',
    },
    references: [felter, dall],
  },
  {
    id: 's2-t2-path-worst',
    document: 2,
    quote:
      '主机虚拟化中VM的应用程序调用硬件资源时需要经过:VM内核->Hypervisor->主机内核,因此相对来说,性能是三种虚拟化技术中最差的',
    claim: {
      en: 'In hosted virtualization a request for hardware passes the VM’s kernel, the hypervisor and the host’s kernel, so its performance is the worst of the three.',
      'zh-CN': '宿主型虚拟化中，应用程序使用硬件要经过虚拟机内核、虚拟机管理程序、主机内核，所以性能在三种里最差。',
    },
    verdict: 'imprecise',
    why: {
      en: 'That is the path of emulated I/O, not of a program’s instructions, which run directly in either type. Nor is it a matter of type: a guest of Xen whose drivers live in dom0 goes guest kernel, hypervisor, dom0’s kernel.',
      'zh-CN':
        '那是模拟 I/O 的路径，不是程序指令的路径；两种类型下，指令都直接运行。这也不是类型的事：驱动放在 dom0 的 Xen，路径同样是客户机内核、虚拟机管理程序、dom0 内核。',
    },
    references: [sugerman, xen],
  },
  {
    id: 's4-type1-faster',
    document: 4,
    quote: '1 型虚拟化一般对硬件虚拟化功能进行了特别优化，性能上比 2 型要高',
    claim: {
      en: 'Type 1 is specially optimized for hardware virtualization and therefore faster than type 2.',
      'zh-CN': '1 型对硬件虚拟化功能做了特别优化，性能比 2 型高。',
    },
    verdict: 'imprecise',
    why: {
      en: 'All of today’s x86 hypervisors use the same VT-x or AMD-V and pay the same for an exit. What is measured follows from how often they exit and what the handler does; on Arm servers, KVM and Xen each won some of the tests.',
      'zh-CN':
        '如今 x86 上的虚拟机管理程序用的都是同样的 VT-x 或 AMD-V，一次退出付同样的价钱。测出的差别来自退出多频繁、处理程序做什么；在 Arm 服务器上，KVM 与 Xen 互有胜负。',
    },
    references: [dall, felter],
  },
] satisfies Claims;
