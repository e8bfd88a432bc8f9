import type { Claims } from '#quiz/claim.ts';

const adams = 'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006';
const bugnion =
  'Bugnion et al., “Bringing Virtualization to the x86 Architecture with the Original VMware Workstation”, ACM TOCS 30(4), 2012';
const tcg = 'QEMU documentation, “Translator Internals”';

export default [
  {
    id: 's1-bt-same-arch',
    document: 1,
    quote: '前提是虚拟架构和底层物理架构需要保持一致',
    claim: {
      en: 'Binary translation presupposes that the virtual and the physical architecture are the same.',
      'zh-CN': '二进制翻译的前提是虚拟架构与物理架构一致。',
    },
    verdict: 'wrong',
    why: {
      en: 'Translating between different instruction sets is what QEMU, Rosetta 2 and FX!32 do. VMware’s translator happened to go from x86 to x86, which is why most of its output equals its input. Running user code directly is what needs equal architectures.',
      'zh-CN':
        '在不同指令集之间翻译，正是 QEMU、Rosetta 2 和 FX!32 做的事。VMware 的翻译器恰好是从 x86 到 x86，所以译文大多与原文相同。需要架构一致的是让用户代码直接执行。',
    },
    references: [adams, tcg],
  },
  {
    id: 's1-bt-into-host-privileged',
    document: 1,
    quote: '能将各guest对特权指令的调用,按需要在运行时,在调用的一刻直接翻译成对Host中特权指令的调用',
    claim: {
      en: 'Binary translation turns each privileged instruction of a guest, at the moment it is called, into a privileged instruction of the host.',
      'zh-CN': '客户机每次调用特权指令，二进制翻译都在那一刻把它译成宿主机的特权指令。',
    },
    verdict: 'wrong',
    why: {
      en: 'Whole blocks of kernel code are translated, before they run. What a sensitive instruction becomes acts on variables that stand for the virtual processor, or calls the VMM; no request of the guest’s is carried out as a privileged instruction of the host. Look at what `cli` becomes.',
      'zh-CN':
        '翻译以整块内核代码为单位，而且在执行之前。敏感指令变成的代码，操作的是代表虚拟处理器的变量，或者去调用 VMM；客户机的请求不会变成宿主机的特权指令。看看 `cli` 变成了什么就明白了。',
    },
    references: [adams, bugnion],
  },
  {
    id: 's1-bt-ring-layout',
    document: 1,
    quote: 'guest的用户空间运行在环3上,guest的内核空间运行在环1上,宿主机(Host)的内核空间运行在环0上,BT就监控在环1上',
    claim: {
      en: 'Under binary translation guest user code runs in ring 3, the guest’s kernel in ring 1, the host’s kernel in ring 0, and the translator watches from ring 1.',
      'zh-CN':
        '二进制翻译时，客户机用户代码在 ring 3，客户机内核在 ring 1，宿主机内核在 ring 0，翻译器在 ring 1 监视。',
    },
    verdict: 'imprecise',
    why: {
      en: 'What runs in ring 1 is the *translation* of the guest’s kernel; the VMM, the translator with it, is in ring 0. In a hosted product the VMM and the host’s kernel own ring 0 in turns. And it holds in 32-bit mode only: without segment limits nothing keeps ring 1 out of the VMM.',
      'zh-CN':
        '在 ring 1 执行的是客户机内核的*译文*；VMM 连同翻译器都在 ring 0。宿主型产品里，VMM 与宿主机内核轮流占有 ring 0。而且这只在 32 位模式成立：没有段界限，就没有什么能把 ring 1 挡在 VMM 之外。',
    },
    references: [bugnion, 'VMware KB 1003945, “Hardware and firmware requirements for 64-bit guest operating systems”'],
  },
  {
    id: 's3-bt-hot-code-qemu',
    document: 3,
    quote: '对于频繁执行的指令,或者关键指令,可以通过采用二进制翻译的方法来提高虚拟机的性能',
    claim: {
      en: 'Binary translation can be applied to instructions that are executed often, or are critical, as QEMU does.',
      'zh-CN': '可以对频繁执行或关键的指令采用二进制翻译，QEMU 就是这样。',
    },
    verdict: 'imprecise',
    why: {
      en: 'QEMU’s translator takes every block that is executed, the first time it is. Choosing what to translate is VMware’s method, and its choice is by mode: kernel code is translated, user code is not. Picking out hot code is typical of language virtual machines.',
      'zh-CN':
        'QEMU 的翻译器对执行到的每个块都翻译，第一次执行时就译。有所选择的是 VMware，它按模式选：内核代码翻译，用户代码不译。挑出热点代码来编译，是语言虚拟机的典型做法。',
    },
    references: [tcg, adams],
  },
  {
    id: 's4-bt-very-slow',
    document: 4,
    quote: '软件，二进制翻译。性能很差',
    claim: {
      en: 'Binary translation is software, and its performance is very poor.',
      'zh-CN': '二进制翻译是软件实现，性能很差。',
    },
    verdict: 'wrong',
    why: {
      en: 'VMware’s translator left user code alone and, on workloads that keep the kernel busy, beat the first generation of VT-x: a page-table store cost 391 cycles against 12,733. Slow is translation between different instruction sets, such as QEMU’s.',
      'zh-CN':
        'VMware 的翻译器不碰用户代码，在内核繁忙的负载上还胜过第一代 VT-x：写一次页表 391 个周期，对方要 12,733 个。慢的是在不同指令集之间的翻译，例如 QEMU。',
    },
    references: [adams, 'VMware, “Virtual Machine Monitor Execution Modes in VMware vSphere 4.0”, 2009'],
  },
] satisfies Claims;
