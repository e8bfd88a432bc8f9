import type { Claims } from '#quiz/claim.ts';

const popek =
  'Popek & Goldberg, “Formal Requirements for Virtualizable Third Generation Architectures”, CACM 17(7), 1974';
const features = 'Microsoft Hypervisor Top Level Functional Specification, “Feature and Interface Discovery”';

export default [
  {
    id: 's1-def-abstract-isolate',
    document: 1,
    quote: '将一组物理平台抽象为多组彼此之间互相隔离的平台,且每个平台都仿佛使用全部的硬件资源',
    claim: {
      en: 'Virtualization abstracts a set of physical platforms into several mutually isolated platforms, each of which seems to use all of the hardware.',
      'zh-CN': '虚拟化把一组物理平台抽象成多组彼此隔离的平台，每个平台都像在使用全部硬件。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The classic case divides one machine. And a guest sees what it was granted, not everything: in the lab A has four frames, and address 4 is a memory fault for it, as on a machine of four frames. Isolation has limits too: caches are shared, and time can be measured.',
      'zh-CN':
        '经典的情形是分一台机器。客户机看到的也只是分给它的那些，不是全部：实验里 A 有四个页框，访问地址 4 就是内存异常，与只有四个页框的机器一样。隔离也有限度：缓存是共享的，时间是量得出来的。',
    },
    references: [popek],
  },
  {
    id: 's3-all-through-vmm',
    document: 3,
    quote: '所有的客户操作系统及其上的应用程序都需要经过虚拟机监控器的控制',
    claim: {
      en: 'All guest operating systems and their applications must pass through the monitor’s control.',
      'zh-CN': '所有客户操作系统及其应用程序，都必须经过虚拟机监控器的控制。',
    },
    verdict: 'imprecise',
    why: {
      en: 'True of resources: nothing is had but by the monitor’s grant. Not true of instructions: efficiency demands that the great majority run without it. In the lab 584 of 614 did.',
      'zh-CN':
        '就资源而言是对的：不经监控器分配，什么也得不到。就指令而言不对：高效性要求绝大多数指令不经它执行。实验里 614 条中有 584 条如此。',
    },
    references: [popek],
  },
  {
    id: 's3-vmm-efficient-isolated-duplicate',
    document: 3,
    quote: '虚拟机监视器是能够为计算机系统创建高效、隔离的副本的软件',
    claim: {
      en: 'A monitor is software that creates efficient, isolated duplicates of a computer system; these are the virtual machines.',
      'zh-CN': '虚拟机监视器是为计算机系统创建高效、隔离的副本的软件，这些副本就是虚拟机。',
    },
    verdict: 'holds',
    why: {
      en: 'All three properties in three words: efficient, isolated (control), duplicate (equivalence). The paper’s own short definition of a virtual machine reads nearly the same.',
      'zh-CN': '三个词正好是三条性质：高效，隔离（资源控制），副本（等价性）。论文给虚拟机下的简短定义与此几乎一样。',
    },
    references: [popek],
  },
  {
    id: 's3-same-as-physical',
    document: 3,
    quote: '运行在虚拟机上与运行在其对应的物理计算机系统上是一样的',
    claim: {
      en: 'To an operating system, running in a virtual machine is the same as running on the corresponding physical computer.',
      'zh-CN': '从操作系统的角度看，运行在虚拟机上与运行在相应的物理计算机上是一样的。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The same but for timing and for how much of each resource there is: the definition itself makes these two exceptions. In practice a guest can also tell by CPUID and by its devices.',
      'zh-CN': '时间和资源的多少除外，定义里写明了这两条例外。实际中，客户机还能从 CPUID 和设备上看出来。',
    },
    references: [popek, features],
  },
  {
    id: 's3-key-is-sharing',
    document: 3,
    quote: '关键问题是在多个客户操作系统之间分配唯一的底层硬件资源',
    claim: {
      en: 'The monitor’s key function is to replicate the platform, and the key problem to divide one set of hardware among several guests.',
      'zh-CN': '监控器的重要功能是复制平台，关键问题是在多个客户系统之间分配同一份硬件。',
    },
    verdict: 'holds',
    why: {
      en: 'That is what the timer and the bounds are for. Whoever holds them divides; a monitor that gives them away divides nothing.',
      'zh-CN': '定时器和边界正是为此而设：谁掌握它们，谁来分配；监控器放弃了它们，就什么也分配不了。',
    },
    references: [popek, 'Waldspurger, “Memory Resource Management in VMware ESX Server”, OSDI 2002'],
  },
  {
    id: 's3-guest-does-not-feel',
    document: 3,
    quote: '客户软件不会感觉到虚拟机监控器的操作',
    claim: {
      en: 'Client software does not feel the monitor’s operations.',
      'zh-CN': '客户软件感觉不到虚拟机监控器的操作。',
    },
    verdict: 'imprecise',
    why: {
      en: 'It need not be changed, but it can find out: a trapped instruction takes many times as long, and hypervisors announce themselves in CPUID.',
      'zh-CN': '它不必改写，但可以发现：会陷入的指令要慢许多倍，而且虚拟机管理程序还在 CPUID 里自报家门。',
    },
    references: [features, popek],
  },
] satisfies Claims;
