import type { Claims } from '#quiz/claim.ts';

const adams = 'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006';
const popek =
  'Popek & Goldberg, “Formal Requirements for Virtualizable Third Generation Architectures”, CACM 17(7), 1974';
const nonRoot =
  'Intel SDM Vol. 3C, “VMX Non-Root Operation” › “Instructions That Cause VM Exits Unconditionally / Conditionally”';

export default [
  {
    id: 's1-bt-into-host-privileged',
    document: 1,
    quote: '在调用的一刻直接翻译成对Host中特权指令的调用',
    claim: {
      en: 'The guest’s call of a privileged instruction is translated, at the moment of the call, directly into a call of the host’s privileged instruction.',
      'zh-CN': '客户机对特权指令的调用，在调用的一刻直接翻译成对宿主机特权指令的调用。',
    },
    verdict: 'wrong',
    why: {
      en: 'No CLI of the guest’s becomes a CLI of the host’s, here or under binary translation. In the lab the guest executes CLI and the real IF stays 1: what changes is a bit in the monitor’s memory. A guest whose privileged instructions reached the processor would be in charge of it.',
      'zh-CN':
        '客户机的 CLI 不会变成宿主机的 CLI，陷入再模拟不会，二进制翻译也不会。实验里客户机执行 CLI，真实 IF 仍是 1：变的只是监控器内存里的一位。特权指令若真能到达处理器，当家的就是客户机了。',
    },
    references: [
      adams,
      'Bugnion et al., “Bringing Virtualization to the x86 Architecture with the Original VMware Workstation”, ACM TOCS 30(4), 2012',
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
      en: 'What happens in the middle is emulation: nothing is converted, the effect is brought about on the virtual state. And “always” does not hold: with VT-x the guest’s CLI acts on a flag of its own in the processor, with no monitor in the middle at all.',
      'zh-CN':
        '中间发生的是模拟：没有转换什么，只是让效果落在虚拟状态上。“一定”也不成立：有了 VT-x，客户机的 CLI 直接作用于处理器里它自己的标志，中间根本没有监控器。',
    },
    references: [nonRoot, popek],
  },
  {
    id: 's3-vmm-interprets-sensitive',
    document: 3,
    quote: '会通过虚拟机监控器解释这些指令,检查指令的正确性并执行相关操作',
    claim: {
      en: 'Certain instructions, above all those on shared resources, are interpreted by the monitor, which checks them and performs what they ask.',
      'zh-CN': '某些指令，特别是涉及共享资源的，由监控器解释：检查之后执行相关操作。',
    },
    verdict: 'holds',
    why: {
      en: 'This is trap and emulate in one sentence. The checking can be seen in the lab: the application’s CLI is looked at, found to be forbidden in the guest’s own terms, and handed back as an exception.',
      'zh-CN':
        '这正是用一句话讲陷入再模拟。“检查”在实验里看得到：应用执行的 CLI 先被检查，按客户机自己的规矩也不允许，于是以异常交还。',
    },
    references: [popek],
  },
  {
    id: 's1-cpu-two-conversions-slow',
    document: 1,
    quote: '需要通过虚拟机内核和宿主机内核这2层转化,导致性能低下',
    claim: {
      en: 'A program in a VM that needs a privileged instruction run has to pass two conversions, in the guest’s kernel and in the host’s, which makes it slow.',
      'zh-CN': '虚拟机上的程序需要运行特权指令时，要经过虚拟机内核和宿主机内核两层转化，所以性能低。',
    },
    verdict: 'outdated',
    why: {
      en: 'A program runs no privileged instruction; it makes a system call. Under plain trap and emulate that call does pass the monitor; under VMware’s software monitor, where it makes the same detour, it was measured at 2,313 cycles instead of 243. Since VT-x it goes to the guest’s kernel directly, as on bare metal.',
      'zh-CN':
        '程序并不运行特权指令，它发起的是系统调用。在单纯的陷入再模拟下，这次调用确实要经过监控器；VMware 的软件监控器绕的是同一段路，实测 2,313 个周期，原来是 243 个。有了 VT-x 之后，它像在裸机上一样直接到客户机内核。',
    },
    references: [adams, nonRoot],
  },
] satisfies Claims;
