import type { Claims } from '#quiz/claim.ts';

const sdm = 'Intel SDM Vol. 3C, “VMX Support for Address Translation”';
const npt = 'AMD64 Architecture Programmer’s Manual Vol. 2, “Secure Virtual Machine” › “Nested Paging”';
const whitePaper = 'AMD, “AMD-V Nested Paging”, 2008-07';
const bhargava =
  'Bhargava, Serebrin, Spadini & Manne, “Accelerating Two-Dimensional Page Walks for Virtualized Systems”, ASPLOS 2008';

export default [
  {
    id: 's1-mmu-virt-direct-gva-hpa',
    document: 1,
    quote: '实现了GVA到HPA的直接转换',
    claim: {
      en: 'EPT and NPT achieve a direct conversion from GVA to HPA.',
      'zh-CN': 'EPT、NPT 实现了从 GVA 到 HPA 的直接转换。',
    },
    verdict: 'imprecise',
    why: {
      en: 'They make the hardware walk two sets of tables, GVA to GPA to HPA: with 4 + 4 levels up to (4 + 1)(4 + 1) − 1 = 24 memory references at a TLB miss. Only a TLB entry, or a shadow page table, maps GVA to HPA directly.',
      'zh-CN':
        '它们让硬件去遍历两套表：从 GVA 到 GPA，再到 HPA；两侧各 4 级时，一次 TLB 未命中最多要访存 (4 + 1)(4 + 1) − 1 = 24 次。直接把 GVA 映射到 HPA 的，只有 TLB 表项和影子页表。',
    },
    references: [bhargava, sdm],
  },
  {
    id: 's1-mem-two-step-shadow',
    document: 1,
    quote: '首先由MMU转换成内核的连续虚拟地址空间,再经由hypervisor(利用shadow page table手段)转换成物理地址空间',
    claim: {
      en: 'Each access is converted twice: by the MMU to the kernel’s contiguous virtual space, then by the hypervisor, with a shadow page table, to physical addresses.',
      'zh-CN':
        '每次访问要转换两次：先由 MMU 转换到内核的连续虚拟地址空间，再由虚拟机管理程序用影子页表转换成物理地址。',
    },
    verdict: 'wrong',
    why: {
      en: 'The two stages are GVA to GPA (the guest’s tables) and GPA to HPA (the hypervisor’s map). A shadow page table combines them beforehand, so the MMU walks one table and no software step is taken per access. The walk in two stages is that of EPT and NPT, and hardware does it.',
      'zh-CN':
        '两个阶段是 GVA 到 GPA（客户机页表）和 GPA 到 HPA（虚拟机管理程序的映射）。影子页表事先把两者合并，MMU 只走一张表，不会每次访问都由软件转换。分两个阶段遍历的是 EPT 和 NPT，而且由硬件完成。',
    },
    references: [
      'Waldspurger, “Memory Resource Management in VMware ESX Server”, OSDI 2002',
      'Adams & Agesen, “A Comparison of Software and Hardware Techniques for x86 Virtualization”, ASPLOS 2006',
      'Linux Documentation/virt/kvm/x86/mmu.rst, “The x86 kvm shadow mmu”',
    ],
  },
  {
    id: 's1-ept',
    document: 1,
    quote: 'Intel:EPT技术(Extended Page Table,扩展的页面技术)',
    claim: {
      en: 'Intel’s technique is EPT, Extended Page Table.',
      'zh-CN': '英特尔的技术是 EPT（Extended Page Table）。',
    },
    verdict: 'holds',
    why: {
      en: 'The manual writes it in the plural: extended page tables. In Chinese 扩展页表, since a table of pages is meant and not a page.',
      'zh-CN': '手册里用复数：extended page tables。中文应作“扩展页表”，说的是页表，不是“页面”。',
    },
    references: [sdm],
  },
  {
    id: 's1-ntp-name',
    document: 1,
    quote: 'AMD:NTP技术(Nested Page Table,嵌套的页面技术)',
    claim: { en: 'AMD’s technique is “NTP”, Nested Page Table.', 'zh-CN': 'AMD 的技术是“NTP”（Nested Page Table）。' },
    verdict: 'wrong',
    why: {
      en: 'The abbreviation is NPT. NTP is the Network Time Protocol, and whoever searches a server’s settings for it will find the clock.',
      'zh-CN': '缩写应为 NPT。NTP 是网络时间协议；照这个词去翻服务器的设置，找到的是时钟。',
    },
    references: [npt, whitePaper],
  },
  {
    id: 's2-rvi',
    document: 2,
    quote: '内存的相关如Intel的EPT和AMD的RVI技术',
    claim: { en: 'For memory, Intel has EPT and AMD has RVI.', 'zh-CN': '内存方面，英特尔有 EPT，AMD 有 RVI。' },
    verdict: 'holds',
    why: {
      en: 'RVI, Rapid Virtualization Indexing, is the marketing name of nested paging; NPT names the same thing.',
      'zh-CN': 'RVI（Rapid Virtualization Indexing，快速虚拟化索引）是嵌套分页的商品名，与 NPT 指同一样东西。',
    },
    references: [whitePaper],
  },
  {
    id: 's1-tagged-tlb',
    document: 1,
    quote: '记录(GuestA,GVA,HPA)的直接映射关系,需要CPU支持此特性',
    claim: {
      en: 'A tagged TLB records (guest A, GVA, HPA) as a direct mapping and needs support in the CPU.',
      'zh-CN': '带标签的 TLB 记录 (GuestA, GVA, HPA) 的直接映射，需要 CPU 支持。',
    },
    verdict: 'holds',
    why: {
      en: 'This is where the direct mapping really lives. The tag is an ASID on AMD, and a 16-bit VPID together with the EPT root on Intel.',
      'zh-CN': '直接映射真正存在的地方就是这里。标签在 AMD 上是 ASID，在英特尔上是 16 位的 VPID 加上 EPT 的根。',
    },
    references: [`${sdm} › “Caching Translation Information”`, npt],
  },
  {
    id: 's1-tlb-flush-each-switch',
    document: 1,
    quote: '故每次虚拟机切换则不得不清空TLB',
    claim: {
      en: 'The TLB must be emptied at every switch of virtual machines, so its hit rate is low.',
      'zh-CN': '每次切换虚拟机都必须清空 TLB，所以 TLB 命中率低。',
    },
    verdict: 'outdated',
    why: {
      en: 'True of the first VT-x processors, and still true where VPIDs are not enabled: VM entries and exits then invalidate the cached mappings. With tags (ASID, VPID) the entries of several guests and of the host stay side by side.',
      'zh-CN':
        '对最早支持 VT-x 的处理器成立；今天若不启用 VPID 也依然如此：虚拟机进入和退出会使缓存的映射失效。有了标签（ASID、VPID），几个客户机和宿主机的表项可以并存。',
    },
    references: [`${sdm} › “Operations that Invalidate Cached Mappings”`, npt],
  },
] satisfies Claims;
