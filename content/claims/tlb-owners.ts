import type { Claims } from '#quiz/claim.ts';

const sdm = 'Intel SDM Vol. 3C, “VMX Support for Address Translation”';
const svm = 'AMD64 Architecture Programmer’s Manual Vol. 2, “Secure Virtual Machine”';

export default [
  {
    id: 's1-tlb-flush-each-switch',
    document: 1,
    quote: '故每次虚拟机切换则不得不清空TLB,所以TLB的缓存命中率低下',
    claim: {
      en: 'The TLB has to be emptied at every switch of virtual machines, and so its hit rate is low.',
      'zh-CN': '每次切换虚拟机都不得不清空 TLB，所以 TLB 的命中率低。',
    },
    verdict: 'outdated',
    why: {
      en: 'True of the first VT-x processors, and of any today on which VPIDs are not enabled; but there every VM entry and VM exit flushes, and those are far more frequent than switches. AMD tags entries with an ASID, Intel with a VPID since Nehalem (2008): entries of several guests and of the host stand side by side.',
      'zh-CN':
        '对最早支持 VT-x 的处理器成立，今天不启用 VPID 也仍成立；但那时每次虚拟机进入和退出都要清空，而进入、退出远比切换频繁。AMD 用 ASID 标记表项，英特尔自 Nehalem（2008）起用 VPID：几台客户机和宿主机的表项可以并存。',
    },
    references: [
      `${sdm} › “Virtual Processor Identifiers (VPIDs)”, “Operations that Invalidate Cached Mappings”`,
      svm,
      'Linux commit 2384d2b32640, “KVM: VMX: Enable Virtual Processor Identification (VPID)”',
    ],
  },
  {
    id: 's1-tagged-tlb',
    document: 1,
    quote: 'tagged TLB:记录(GuestA,GVA,HPA)的直接映射关系,需要CPU支持此特性',
    claim: {
      en: 'A tagged TLB records (guest A, GVA, HPA) as a direct mapping and needs support in the CPU.',
      'zh-CN': '带标签的 TLB 记录 (GuestA, GVA, HPA) 的直接映射，需要 CPU 支持。',
    },
    verdict: 'holds',
    why: {
      en: 'The tag names a virtual processor rather than a guest: each vCPU gets its own VPID or ASID. Together with it, a combined mapping is filed under the PCID and the root of the EPT.',
      'zh-CN':
        '确切地说，标签对应的是虚拟处理器，而不是客户机：每个 vCPU 各有自己的 VPID 或 ASID。此外，组合映射还按 PCID 和 EPT 的根归类。',
    },
    references: [`${sdm} › “Information That May Be Cached”`, svm],
  },
  {
    id: 's1-mmu-virt-direct-gva-hpa',
    document: 1,
    quote: '实现了GVA到HPA的直接转换',
    claim: {
      en: 'EPT and its AMD counterpart achieve a direct conversion from GVA to HPA.',
      'zh-CN': 'EPT 及 AMD 的对应技术实现了从 GVA 到 HPA 的直接转换。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Under EPT the direct pair exists in the TLB only, as a combined mapping. That is why it can be stale: it remembers two tables that somebody may have changed since.',
      'zh-CN':
        '用 EPT 时，直接的一对只存在于 TLB 里，即组合映射。它会过期，原因也在这里：它记住的是两套表当时的内容，而表后来可能被改过。',
    },
    references: [`${sdm} › “Information That May Be Cached”, “Guidelines for Use of the INVEPT Instruction”`],
  },
] satisfies Claims;
