import { HARDWARE, type StackLayer, type StackSystem } from './layer.ts';
import { assisted, assistedHardware, guestKernel, hardware, hostKernel, process, programs, x86 } from './parts.ts';

/** What systems have alike whose monitor is part of a host’s kernel. */
const inKernel = (monitor: StackLayer, model: StackLayer, host: StackLayer) =>
  ({
    layers: [...assisted(monitor.id, { dependsOn: model.id }), model, monitor, host, hardware(assistedHardware)],
    way: 'assist',
    kernel: 'guest-kernel',
    monitor: monitor.id,
    tables: 'own',
    disk: [model.id, host.id],
    net: [model.id, host.id],
    scheduler: host.id,
  }) as const;

const linux = hostKernel('Linux', 'root0');
const module = (id: string, name: string): StackLayer => ({
  id,
  is: 'vmm',
  name,
  in: 'root0',
  on: 'host-kernel',
  space: 'host-kernel',
});

const underQemu = inKernel(module('kvm', 'kvm.ko'), process('qemu', 'QEMU'), linux);
const vhost: StackLayer = {
  id: 'vhost',
  is: 'device-model',
  name: 'vhost',
  in: 'root0',
  on: 'host-kernel',
  space: 'host-kernel',
  thread: 'vhost',
};

/** Linux Documentation/virt/kvm: the module makes Linux the monitor; QEMU plays the devices, vhost the network’s data path. */
export const kvm: StackSystem = {
  id: 'kvm',
  name: 'KVM + QEMU',
  ...underQemu,
  layers: underQemu.layers.flatMap((layer) => (layer.id === 'host-kernel' ? [vhost, layer] : [layer])),
  net: ['vhost', 'host-kernel'],
  nesting: 'yes',
};

/** Firecracker docs/design.md: one process for one machine, few devices. KVM inside it is neither tested nor supported (its issue 1721). */
export const firecracker: StackSystem = {
  id: 'firecracker',
  name: 'Firecracker',
  ...inKernel(module('kvm', 'kvm.ko'), process('firecracker', 'Firecracker'), linux),
  nesting: 'unsupported',
};

/** VirtualBox manual, "VirtualBox executables and components": VMMR0 runs in the host’s kernel, called by the process of the machine. */
export const virtualbox: StackSystem = {
  id: 'virtualbox',
  name: 'VirtualBox',
  ...inKernel(module('vmmr0', 'VMMR0'), process('vbox', 'VirtualBox'), hostKernel(undefined, 'root0')),
  nesting: 'yes',
};

const host = hostKernel('OS+vmmon', 'root0');
const vmx = process('vmx', 'vmx');

/** Bugnion et al., ACM TOCS 30(4), 2012, section 5: the VMM has a world of its own, and leaves it for the host’s. */
export const workstation: StackSystem = {
  id: 'workstation',
  name: 'Workstation',
  layers: [
    ...assisted('vmm', { dependsOn: 'vmx' }),
    vmx,
    { id: 'vmm', is: 'vmm', name: 'VMM', in: 'root0', on: HARDWARE, space: 'vmm', perGuest: true },
    host,
    hardware(assistedHardware),
  ],
  way: 'assist',
  kernel: 'guest-kernel',
  monitor: 'vmm',
  tables: 'own',
  disk: ['vmx', 'host-kernel'],
  net: ['vmx', 'host-kernel'],
  scheduler: 'host-kernel',
  nesting: 'yes',
};

/** QEMU docs, "Translator Internals": guest kernel and programs are data of one process, which carries out what they say. */
export const qemu: StackSystem = {
  id: 'qemu',
  name: 'QEMU (TCG)',
  layers: [
    { ...programs('qemu', 'user'), space: 'qemu', interpreted: true },
    guestKernel('qemu', 'user', { space: 'qemu', interpreted: true }),
    process('qemu', 'QEMU', { is: 'emulator', in: 'user' }),
    hostKernel('Linux', 'kernel'),
    hardware(x86),
  ],
  way: 'translate',
  kernel: 'guest-kernel',
  monitor: 'qemu',
  tables: 'own',
  disk: ['qemu', 'host-kernel'],
  net: ['qemu', 'host-kernel'],
  scheduler: 'host-kernel',
  nesting: 'yes',
};

/** Linux Documentation/virt/uml: the guest’s kernel is a process, and so is each of its programs. */
export const uml: StackSystem = {
  id: 'uml',
  name: 'User-Mode Linux',
  layers: [
    programs('host-kernel', 'user'),
    guestKernel('host-kernel', 'user', { name: 'UML', changed: true, thread: 'uml' }),
    hostKernel('Linux', 'kernel'),
    hardware(x86),
  ],
  way: 'para',
  kernel: 'guest-kernel',
  monitor: 'host-kernel',
  tables: 'asked',
  disk: ['host-kernel'],
  net: ['host-kernel'],
  scheduler: 'host-kernel',
  nesting: 'no-vmx',
};

/** The “hosted model” of the first source: a monitor in a host’s operating system, with that system’s drivers. */
export const hostedModel: StackSystem = {
  id: 'hosted-model',
  name: 'hosted model',
  layers: [
    programs('vmm', 'ring3'),
    guestKernel('vmm', 'ring1'),
    { id: 'vmm', is: 'vmm', name: 'VMM', in: 'ring0', on: 'host-kernel', space: 'host-kernel', maps: ['guest-kernel'] },
    { ...hostKernel(undefined, 'ring0'), maps: ['guest-kernel'] },
    hardware('x86'),
  ],
  way: 'trap',
  kernel: 'guest-kernel',
  monitor: 'vmm',
  tables: 'shadow',
  disk: ['host-kernel'],
  net: ['host-kernel'],
  scheduler: 'host-kernel',
  nesting: 'no-vmx',
};
