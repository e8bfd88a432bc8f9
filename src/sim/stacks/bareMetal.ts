import { HARDWARE, type StackLayer, type StackSystem } from './layer.ts';
import { assisted, assistedHardware, guestKernel, hardware, programs, x86 } from './parts.ts';

/** A second kernel, beside the guests, to which the hypervisor leaves the devices. */
const service = (id: string, name: string, more: Partial<StackLayer>): StackLayer => ({
  id,
  is: 'service-os',
  name,
  space: id,
  thread: id,
  vital: true,
  ...more,
});

/** VMware’s documentation of ESXi: the VMkernel has the drivers; each virtual machine is run by a VMM in it. */
export const esxi: StackSystem = {
  id: 'esxi',
  name: 'ESXi',
  layers: [
    ...assisted('vmkernel'),
    {
      id: 'vmkernel',
      is: 'vmm',
      name: 'VMkernel',
      in: 'root0',
      on: HARDWARE,
      space: 'vmkernel',
      maps: ['guest-kernel'],
    },
    hardware(assistedHardware),
  ],
  way: 'assist',
  kernel: 'guest-kernel',
  monitor: 'vmkernel',
  tables: 'own',
  disk: ['vmkernel'],
  net: ['vmkernel'],
  scheduler: 'vmkernel',
  nesting: 'yes',
};

/** Microsoft Learn, "Hyper-V architecture": the root partition has the drivers and the providers of virtual devices. */
export const hyperV: StackSystem = {
  id: 'hyper-v',
  name: 'Hyper-V',
  layers: [
    ...assisted('hypervisor'),
    service('root-partition', 'Windows', { in: 'nonroot0', on: 'hypervisor', maps: ['guest-kernel'] }),
    { id: 'hypervisor', is: 'vmm', name: 'Hyper-V', in: 'root0', on: HARDWARE, space: 'hypervisor' },
    hardware(assistedHardware),
  ],
  way: 'assist',
  kernel: 'guest-kernel',
  monitor: 'hypervisor',
  tables: 'own',
  disk: ['root-partition'],
  net: ['root-partition'],
  scheduler: 'hypervisor',
  nesting: 'yes',
};

const xen = { id: 'xen', is: 'vmm', name: 'Xen', on: HARDWARE, space: 'xen' } as const;
const dom0 = service('dom0', 'dom0', { changed: true, on: 'xen', maps: ['guest-kernel'] });

/** Xen’s public headers, arch-x86/xen-x86_64.h: a 64-bit guest’s kernel is in ring 3 with its programs, a 32-bit one in ring 1. */
export const xenPv = (ring: 1 | 3): StackSystem => ({
  id: 'xen-pv',
  name: 'Xen PV',
  layers: [
    programs('xen', 'ring3'),
    guestKernel('xen', `ring${ring}`, { name: 'domU', changed: true }),
    { ...dom0, in: `ring${ring}` },
    { ...xen, in: 'ring0' },
    hardware(ring === 3 ? x86 : 'x86'),
  ],
  way: 'para',
  kernel: 'guest-kernel',
  monitor: 'xen',
  tables: 'asked',
  disk: ['dom0'],
  net: ['dom0'],
  scheduler: 'xen',
  nesting: 'no-vmx',
});

const xenAssisted = (id: 'xen-hvm' | 'xen-pvh', name: string, model: readonly StackLayer[]): StackSystem => ({
  id,
  name,
  layers: [
    ...assisted('xen', { name: 'domU' }),
    ...model,
    { ...dom0, in: 'ring3' },
    { ...xen, in: 'root0' },
    hardware(assistedHardware),
  ],
  way: 'assist',
  kernel: 'guest-kernel',
  monitor: 'xen',
  tables: 'own',
  disk: ['dom0'],
  net: ['dom0'],
  ...(id === 'xen-hvm' && { emulator: 'qemu' }),
  scheduler: 'xen',
  nesting: id === 'xen-hvm' ? 'yes' : 'unsupported',
});

/** An HVM guest has a QEMU in dom0 for the machine it sees as it boots; its disk and network are served by dom0’s kernel. */
export const xenHvm = xenAssisted('xen-hvm', 'Xen HVM', [
  {
    id: 'qemu',
    is: 'device-model',
    name: 'QEMU',
    in: 'ring3',
    on: 'dom0',
    space: 'qemu',
    thread: 'dom0',
    maps: ['guest-kernel'],
    perGuest: true,
  },
]);
/** Xen docs/misc/pvh.pandoc: hardware assistance for processor and memory, no emulated device. SUPPORT.md knows nesting for HVM only. */
export const xenPvh = xenAssisted('xen-pvh', 'Xen PVH', []);

/** The “hypervisor model” of the first source: a monitor on the hardware, with drivers of its own. */
export const hypervisorModel: StackSystem = {
  id: 'hypervisor-model',
  name: 'hypervisor model',
  layers: [
    programs('vmm', 'ring3'),
    guestKernel('vmm', 'ring1'),
    { id: 'vmm', is: 'vmm', name: 'VMM', in: 'ring0', on: HARDWARE, space: 'vmm', maps: ['guest-kernel'] },
    hardware('x86'),
  ],
  way: 'trap',
  kernel: 'guest-kernel',
  monitor: 'vmm',
  tables: 'shadow',
  disk: ['vmm'],
  net: ['vmm'],
  scheduler: 'vmm',
  nesting: 'no-vmx',
};
