import type { Claims } from '#quiz/claim.ts';

const sdm = 'Intel SDM Vol. 3C, “VMX Support for Address Translation”';
const mmu = 'Linux Documentation/virt/kvm/x86/mmu.rst, “The x86 kvm shadow mmu”';
const adams = 'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006';

export default [
  {
    id: 's1-mem-two-step-shadow',
    document: 1,
    quote: '虚拟机中的进程访问内存需经过2次转换',
    claim: {
      en: 'With shadow page tables, each memory access of a guest process is converted twice, first by the MMU and then by the hypervisor.',
      'zh-CN': '用影子页表时，客户机进程的每次访存要转换两次：先由 MMU，再由虚拟机管理程序。',
    },
    verdict: 'wrong',
    why: {
      en: 'Once. The shadow maps GVA straight to HPA, and the MMU walks it alone. The hypervisor joins the two maps beforehand, entry by entry, when a page is first touched or a table changes; an access that finds its entry runs no software at all.',
      'zh-CN':
        '只转换一次。影子页表从 GVA 直通 HPA，MMU 只走这一张。两份映射由虚拟机管理程序事先逐项合并：在一页首次被碰到、或页表有变动的时候。能找到表项的访问，不运行任何软件。',
    },
    references: [adams, mmu, 'Waldspurger, “Memory Resource Management in VMware ESX Server”, OSDI 2002'],
  },
  {
    id: 's1-mmu-virt-direct-gva-hpa',
    document: 1,
    quote: 'MMU(Memory Management Unit)的虚拟化:实现了GVA到HPA的直接转换',
    claim: {
      en: 'The MMU’s virtualization, EPT and its AMD counterpart, achieves a direct conversion from GVA to HPA.',
      'zh-CN': 'MMU 的虚拟化（EPT 及 AMD 的对应技术）实现了从 GVA 到 HPA 的直接转换。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The sentence describes the technique that EPT replaced. A shadow page table is a direct map from GVA to HPA; under EPT no table is one, and the processor walks two.',
      'zh-CN':
        '这句话说的恰好是被 EPT 取代的技术。影子页表才是从 GVA 到 HPA 的直接映射；用 EPT 时没有这样的表，处理器要走两套。',
    },
    references: [sdm, adams],
  },
  {
    id: 's1-fv-trap-sensitive-privileged',
    document: 1,
    quote: '捕捉和处理那些对虚拟化敏感的特权指令',
    claim: {
      en: 'Full virtualization mainly catches and handles the privileged instructions that are sensitive to virtualization.',
      'zh-CN': '完全虚拟化主要是捕捉和处理那些对虚拟化敏感的特权指令。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Not all that must be caught is a privileged instruction. Some instructions are sensitive without being privileged (lesson 2.2), and here it is a plain store: what makes it trap is the write protection of the page that holds the table.',
      'zh-CN':
        '必须截住的并不都是特权指令。有些指令敏感却不特权（见 2.2），而这里要截住的只是一次普通的写内存：它之所以陷入，是因为页表所在的页受写保护。',
    },
    references: [
      adams,
      'Popek & Goldberg, “Formal Requirements for Virtualizable Third Generation Architectures”, CACM 17(7), 1974',
    ],
  },
  {
    id: 's1-fv-always-conversion',
    document: 1,
    quote: '中间一定有一个对特权指令的转换过程',
    claim: {
      en: 'In full virtualization there is always a conversion of privileged instructions in the middle.',
      'zh-CN': '完全虚拟化中，中间一定有一个对特权指令的转换过程。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Compare the two machines of this lesson: MOV to CR3 exits under shadow paging, where the VMM acts in its place, and runs in the guest without any exit under nested paging. Neither is a conversion.',
      'zh-CN':
        '对照本课的两台机器：MOV 到 CR3，在影子分页下引起退出，由 VMM 代为处理；在嵌套分页下直接在客户机里执行，没有退出。两者都谈不上“转换”。',
    },
    references: ['Intel SDM Vol. 3C, “VMX Non-Root Operation” › “Instructions That Cause VM Exits Conditionally”', mmu],
  },
] satisfies Claims;
