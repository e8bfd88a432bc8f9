import type { Claims } from '#quiz/claim.ts';

const popek =
  'Popek & Goldberg, “Formal Requirements for Virtualizable Third Generation Architectures”, CACM 17(7), 1974, Theorem 1';
const robin =
  'Robin & Irvine, “Analysis of the Intel Pentium’s Ability to Support a Secure Virtual Machine Monitor”, USENIX Security 2000';
const pages = 'Intel SDM Vol. 2, “POPF/POPFD/POPFQ”, “SGDT”, “SIDT”, “SMSW”, “CPUID”';

export default [
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
      en: 'The sentence takes sensitive and privileged for one set. What is privileged is caught by itself; the work lies in what is sensitive and is not. In the lab seven of thirty instructions are sensitive and caught, and nineteen are sensitive and not caught. For those 32-bit x86 needed binary translation, paravirtualization, or a new processor mode.',
      'zh-CN':
        '这句话把敏感和特权当成了一个集合。特权的那部分自然截得住，难就难在敏感而不特权的。实验里三十条指令，七条敏感且截得住，十九条敏感却截不住。为了这些指令，32 位 x86 才需要二进制翻译、半虚拟化，或者新的处理器模式。',
    },
    references: [popek, robin],
  },
  {
    id: 's1-virt-only-ring0',
    document: 1,
    quote: '虚拟机上的非特权指令可以直接运行在物理CPU上,故只需模拟虚拟机内核的环0',
    claim: {
      en: 'The guest’s unprivileged instructions can run directly on the physical CPU, so only ring 0 of its kernel has to be simulated.',
      'zh-CN': '虚拟机上的非特权指令可以直接运行在物理 CPU 上，所以只需模拟虚拟机内核的环 0。',
    },
    verdict: 'imprecise',
    why: {
      en: 'It is the idea of trap and emulate, and it is right where the Popek–Goldberg condition holds. On x86 POPF, SGDT, SMSW and PUSH CS are unprivileged as well. Run directly in ring 1, they ignore what they were told, or tell what they should not.',
      'zh-CN':
        '这正是陷入再模拟的想法，在 Popek–Goldberg 条件成立的处理器上是对的。可在 x86 上，POPF、SGDT、SMSW 和 PUSH CS 也是非特权指令；让它们在 ring 1 直接执行，不是不听吩咐，就是说出不该说的。',
    },
    references: [robin, pages, 'VirtualBox source, src/VBox/VMM/Docs-RawMode.cpp (raw mode, removed in 6.1)'],
  },
  {
    id: 's4-no-trap-emulate',
    document: 4,
    quote: 'GuestOS 能够直接执行特却指令',
    claim: {
      en: 'The guest runs at ring 0 of non-root mode, so it executes privileged instructions directly, and needs no deprivileging and no trap and emulate any more.',
      'zh-CN': '客户机运行在非根模式的 ring 0，能直接执行特权指令，不再需要特权解除和陷入模拟。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Half of it is seen in the lab: with VT-x the kernel stands in ring 0, CLI and even LGDT run directly, and no hole is left. But HLT, OUT and CPUID exit, and the monitor emulates them. Trap and emulate has not gone; VT-x is what made it work on x86.',
      'zh-CN':
        '实验里看得到它的一半：用 VT-x 时内核就在 ring 0，CLI 乃至 LGDT 都直接执行，漏洞一个不剩。但 HLT、OUT 和 CPUID 会退出，由监控器模拟。陷入再模拟并没有消失，恰恰是 VT-x 让它在 x86 上行得通。',
    },
    references: [
      'Intel SDM Vol. 3C, “VMX Non-Root Operation” › “Instructions That Cause VM Exits Unconditionally / Conditionally”',
      'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006',
    ],
  },
] satisfies Claims;
