import type { Text } from '#kit/text.ts';

/** Guests that may want to know where they are. */
export const askers = {
  'linux-pv': { en: 'Linux, paravirtual on Xen', 'zh-CN': 'Xen 上的半虚拟化 Linux' },
  linux: { en: 'Linux, unmodified on KVM', 'zh-CN': 'KVM 上未修改的 Linux' },
  windows: { en: 'Windows, unmodified on KVM', 'zh-CN': 'KVM 上未修改的 Windows' },
  old: { en: 'a system of 1999, on KVM', 'zh-CN': 'KVM 上 1999 年的系统' },
} as const;
export type Asker = keyof typeof askers;

/** What a guest is told, and what it makes of that. */
export interface Identity {
  /** CPUID.1:ECX bit 31 as the guest reads it; undefined where it does not look. */
  readonly bit: 0 | 1 | undefined;
  /** EBX, ECX and EDX of leaf 4000_0000h as letters; undefined where it does not ask. */
  readonly name: string | undefined;
  readonly clock: string | Text;
  readonly disk: string | Text;
  /** Whether it found out by CPUID, or was told in another way, or does not know. */
  readonly knows: 'cpuid' | 'built-in' | 'no';
}

const plainClock: Text = { en: 'TSC, HPET, PM timer', 'zh-CN': 'TSC、HPET、PM 定时器' };

/**
 * Which clock and disk a guest picks. A Linux kernel looks for the leaves at
 * 4000_0000h only if bit 31 is set (arch/x86/include/asm/cpuid, `hypervisor_cpuid_base`;
 * Documentation/virt/kvm/x86/cpuid.rst); Windows likewise (Microsoft TLFS, "Feature
 * and Interface Discovery"). A virtio device is found by its PCI vendor, 1AF4h, whatever CPUID says (VIRTIO 1.3,
 * "PCI Device Discovery"). A PV guest on Xen was built for it and starts at an entry of its own.
 */
export function identify(asker: Asker, shown: boolean): Identity {
  switch (asker) {
    case 'linux-pv':
      return { bit: undefined, name: 'XenVMMXenVMM', clock: 'xen', disk: 'xen-blkfront', knows: 'built-in' };
    case 'linux':
      return shown
        ? { bit: 1, name: 'KVMKVMKVM', clock: 'kvm-clock', disk: 'virtio-blk', knows: 'cpuid' }
        : { bit: 0, name: undefined, clock: plainClock, disk: 'virtio-blk', knows: 'no' };
    case 'windows':
      return shown
        ? {
            bit: 1,
            name: 'Microsoft Hv',
            clock: { en: 'reference TSC page', 'zh-CN': 'reference TSC 页' },
            disk: 'viostor (virtio)',
            knows: 'cpuid',
          }
        : { bit: 0, name: undefined, clock: plainClock, disk: 'viostor (virtio)', knows: 'no' };
    case 'old':
      return {
        bit: undefined,
        name: undefined,
        clock: { en: '8254 timer', 'zh-CN': '8254 定时器' },
        disk: { en: 'IDE, emulated', 'zh-CN': 'IDE（模拟）' },
        knows: 'no',
      };
  }
}
