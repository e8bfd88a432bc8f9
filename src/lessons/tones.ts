import type { Tone } from '#kit/mark.ts';

/** The terms that name a role of the machine: in the text they are underlined in its colour, as in every diagram. */
const ids: Partial<Record<Tone, readonly string[]>> = {
  guestUser: ['gva'],
  guestKernel: ['guest', 'guest-os', 'gpa', 'page-table', 'domu'],
  vmm: ['hypervisor', 'vmm', 'ept', 'npt', 'rvi', 'shadow-page-table', 'vmcs', 'vmcb'],
  host: ['host', 'dom0', 'bridge'],
  hw: ['hpa', 'mmu', 'tlb', 'iommu'],
};

/** The role that a term of the glossary names, if it names one. */
export const toneOfTerm = (id: string): Tone | undefined =>
  (Object.keys(ids) as Tone[]).find((tone) => ids[tone]?.includes(id));
