import type { Claims } from '#quiz/claim.ts';

const barham = 'Barham et al., “Xen and the Art of Virtualization”, SOSP 2003';
const abi = 'Xen documentation, docs/guest-guide/x86/hypercall-abi.rst';
const tlfs = 'Microsoft Hypervisor Top Level Functional Specification, “Feature and Interface Discovery”';
const kvm = 'Linux Documentation/virt/kvm/x86/cpuid.rst, “KVM CPUID bits”';
const support = 'Xen SUPPORT.md, “Guest Type”';
const agesen =
  'Agesen, Mattson, Rugina & Sheldon, “Software Techniques for Avoiding Hardware Virtualization Exits”, USENIX ATC 2012';

export default [
  {
    id: 's1-pv-no-recompile-no-trap',
    document: 1,
    quote: '通过这种方法将无需重新编译或捕获特权指令',
    claim: {
      en: 'With paravirtualization nothing needs recompiling and no privileged instruction needs to be trapped.',
      'zh-CN': '半虚拟化无需重新编译，也无需捕获特权指令。',
    },
    verdict: 'wrong',
    why: {
      en: 'The kernel is changed and compiled for the hypervisor’s interface: unmodified, it stops at LGDT. What disappears is translation at run time. Faults still enter the hypervisor, every page-table entry is checked there, and CPUID is asked for by an instruction that traps on purpose.',
      'zh-CN':
        '内核要改，并按虚拟机管理程序的接口编译：不改，就停在 LGDT。消失的是运行时的翻译。异常仍要进入虚拟机管理程序，每个页表项都在那里检查，连 CPUID 也是靠一条故意陷入的指令来问的。',
    },
    references: [barham, abi],
  },
  {
    id: 's1-pv-hypercalls',
    document: 1,
    quote: '各虚拟机的内核在发起特权指令时,需要调用hyper call,能够意识到hypervisor的存在',
    claim: {
      en: 'A paravirtual kernel makes hypercalls for privileged operations and knows that the hypervisor exists.',
      'zh-CN': '半虚拟化的内核用超级调用完成特权操作，并且知道虚拟机管理程序的存在。',
    },
    verdict: 'holds',
    why: {
      en: 'So does ours. But not every operation becomes a call: closing and opening interrupts is a write to memory, and a 32-bit system call needs nobody.',
      'zh-CN': '我们的内核就是这样。不过并非样样都要调用：开关中断只是写内存，32 位的系统调用谁也不必叫。',
    },
    references: [barham, abi],
  },
  {
    id: 's1-pv-direct-not-translated',
    document: 1,
    quote: '执行特权指令是直接调用,而非翻译,大大简化了特权指令的执行过程',
    claim: {
      en: 'In paravirtualization privileged operations are called directly instead of being translated, which greatly simplifies them.',
      'zh-CN': '半虚拟化中，特权操作是直接调用而不是翻译，大大简化了执行过程。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The kernel does not execute the operation, it asks for it, and the hypervisor checks the request: the update that would make a page table writable is refused with −16. It is simpler than translating, but it is not direct execution.',
      'zh-CN':
        '内核不是执行这个操作，而是请求；请求要经虚拟机管理程序检查：会让页表可写的更新，以 −16 拒绝。它比翻译简单，但不是直接执行。',
    },
    references: [barham, abi],
  },
  {
    id: 's1-pv-near-native',
    document: 1,
    quote: '使其性能非常接近物理机',
    claim: {
      en: 'Paravirtualized performance is very close to that of the physical machine.',
      'zh-CN': '半虚拟化的性能非常接近物理机。',
    },
    verdict: 'outdated',
    why: {
      en: 'It was shown for 32-bit guests in 2003. In 64-bit mode kernel and programs share ring 3, and each system call visits the hypervisor twice. Today guests with nested paging win where system calls and page-table updates are many.',
      'zh-CN':
        '这是 2003 年对 32 位客户机的结论。64 位模式下，内核与程序同在 ring 3，每次系统调用要进入虚拟机管理程序两次。如今在系统调用多、页表改动多的场合，用嵌套分页的客户机更快。',
    },
    references: [
      barham,
      'Nakajima & Mallick, “X86-64 XenLinux: Architecture, Implementation, and Optimizations”, OLS 2006',
      support,
    ],
  },
  {
    id: 's1-fv-guest-cannot-know',
    document: 1,
    quote: '使得虚拟机guest无法意识到自己运行在虚拟化平台上',
    claim: {
      en: 'In full virtualization the guest cannot become aware that it runs on a virtual platform.',
      'zh-CN': '完全虚拟化下，客户机无法意识到自己运行在虚拟化平台上。',
    },
    verdict: 'wrong',
    why: {
      en: 'Unmodified does not mean unaware. CPUID leaf 1, ECX bit 31, and leaf 4000_0000h tell any guest that asks; names of devices and timing tell it even where the bit is hidden. Popek and Goldberg’s equivalence leaves timing out.',
      'zh-CN':
        '未修改不等于不知情。CPUID 叶 1 的 ECX 第 31 位和叶 4000_0000h，谁问都会如实相告；就算把位藏起来，设备的名字和时间的快慢也会说出来。Popek 与 Goldberg 的等价性本来就不管时间。',
    },
    references: [
      tlfs,
      kvm,
      'Popek & Goldberg, “Formal Requirements for Virtualizable Third Generation Architectures”, CACM 17(7), 1974',
    ],
  },
  {
    id: 's4-hvm-guest-knows',
    document: 4,
    quote: '这种虚拟化方式创建的 GuestOS 知道自己是正在虚拟化模式中运行的 GuestOS',
    claim: {
      en: 'A guest created with hardware-assisted virtualization knows that it runs virtualized, as with KVM.',
      'zh-CN': '用硬件辅助虚拟化创建的客户机知道自己在虚拟化模式中运行，KVM 就是如此。',
    },
    verdict: 'imprecise',
    why: {
      en: 'VT-x tells the guest nothing. Guests on KVM know because KVM announces itself; hide the bit, and Linux loses kvm-clock, keeps its virtio disk, and boots.',
      'zh-CN':
        'VT-x 什么也没告诉客户机。KVM 上的客户机知道，是因为 KVM 自报家门；把位藏起来，Linux 失去 kvm-clock，virtio 磁盘还在，照常启动。',
    },
    references: [kvm, tlfs],
  },
  {
    id: 's3-pv-most-efficient',
    document: 3,
    quote: '效率最高的虚拟化方法是半虚拟化',
    claim: {
      en: 'Paravirtualization is the most efficient method of virtualization.',
      'zh-CN': '半虚拟化是效率最高的虚拟化方法。',
    },
    verdict: 'outdated',
    why: {
      en: 'Before nested paging it was. Now a page-table update under EPT crosses zero times, fewer than any batch. The most efficient mix is processor and memory by hardware, devices and clocks by asking; Xen’s PVH guests are just that.',
      'zh-CN':
        '在嵌套分页出现以前确实如此。如今用 EPT 改页表进入零次，比任何批量都少。效率最高的搭配是：处理器和内存靠硬件，设备和时钟靠请求。Xen 的 PVH 客户机正是这样。',
    },
    references: [barham, agesen, support],
  },
  {
    id: 's3-pv-windows-no-api',
    document: 3,
    quote: '这个缺点对于某些操作系统(主要是 Windows )来说更要命,因为它们没有这种 API',
    claim: {
      en: 'Needing a modified system is worst for Windows and others, which have no such interface.',
      'zh-CN': '需要修改系统，对 Windows 之类没有这种接口的系统最为要命。',
    },
    verdict: 'outdated',
    why: {
      en: 'Windows has Hyper-V’s enlightenments, hypercalls among them, and uses them on KVM and Xen too if these offer them in CPUID. Xen’s authors had a port of Windows XP under way as early as 2003.',
      'zh-CN':
        'Windows 有 Hyper-V 的增强提示接口，其中就包括超级调用；KVM 和 Xen 只要在 CPUID 里给出，它也照样用。早在 2003 年，Xen 的作者就在移植 Windows XP。',
    },
    references: [tlfs, barham],
  },
] satisfies Claims;
