import type { StackLayer, StackSystem } from './layer.ts';
import { hardware, hostKernel, programs, x86 } from './parts.ts';

const linux = hostKernel('Linux', 'kernel');
const app = (more: Partial<StackLayer>): StackLayer => ({
  ...programs('host-kernel', 'user'),
  dependsOn: 'host-kernel',
  ...more,
});
const library = (id: string, name: string, more: Partial<StackLayer> = {}): StackLayer => ({
  id,
  is: 'library',
  name,
  in: 'user',
  on: 'host-kernel',
  space: id,
  thread: 'vcpu',
  perGuest: true,
  ...more,
});

const onLinux = {
  disk: ['host-kernel'],
  net: ['host-kernel'],
  scheduler: 'host-kernel',
  nesting: 'no-machine',
} as const;

/** Containers are processes: namespaces(7), cgroups(7). Their kernel is the host’s. */
export const lxc: StackSystem = {
  ...onLinux,
  id: 'lxc',
  name: 'LXC',
  layers: [app({ is: 'container' }), linux, hardware(x86)],
  way: 'share',
  kernel: 'host-kernel',
  tables: 'host',
  disk: [],
  net: [],
};

/** gVisor’s platform guide (systrap): a program’s calls and faults become signals, which a process that plays the kernel answers. */
export const gvisor: StackSystem = {
  ...onLinux,
  id: 'gvisor',
  name: 'gVisor',
  layers: [
    app({ is: 'container', thread: 'stub', dependsOn: 'sentry' }),
    library('sentry', 'Sentry', { thread: 'sentry' }),
    linux,
    hardware(x86),
  ],
  way: 'library',
  kernel: 'sentry',
  monitor: 'host-kernel',
  tables: 'asked',
};

/** Wine’s developer guide: a Windows program’s calls go to libraries in its own process, and from there to the host. */
export const wine: StackSystem = {
  ...onLinux,
  id: 'wine',
  name: 'Wine',
  layers: [app({ name: '.exe', space: 'wine', dependsOn: 'wine' }), library('wine', 'Wine'), linux, hardware(x86)],
  way: 'library',
  kernel: 'wine',
  tables: 'host',
  passesOn: true,
};

/** The Java Virtual Machine Specification: bytecode has instructions for a language, and none for a machine. */
export const jvm: StackSystem = {
  ...onLinux,
  id: 'jvm',
  name: 'JVM',
  layers: [
    app({ name: '.class', space: 'jvm', dependsOn: 'jvm', interpreted: true }),
    library('jvm', 'JVM', { is: 'language-vm' }),
    linux,
    hardware(x86),
  ],
  way: 'language',
  kernel: 'jvm',
  tables: 'host',
  passesOn: true,
};
