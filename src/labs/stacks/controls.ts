import type { Controls, ParamsOf } from '#kit/controls.ts';
import { stackPrices } from '#sim/stacks/prices.ts';
import { stackSystems } from '#sim/stacks/stackSystems.ts';
import { requestWords, controlWords as say } from './words.ts';

const { prices } = say;
const nameOf = (id: keyof typeof stackSystems): string => stackSystems[id].name;
const cycles = (
  label: (typeof prices)[keyof typeof prices],
  { cycles: initial }: { readonly cycles: number },
  max: number,
) => ({ kind: 'range', label, min: 0, max, initial }) as const;

export const controls = {
  system: {
    kind: 'choice',
    label: say.system,
    options: {
      esxi: nameOf('esxi'),
      'hyper-v': nameOf('hyper-v'),
      'xen-pv': nameOf('xen-pv'),
      'xen-hvm': nameOf('xen-hvm'),
      'xen-pvh': nameOf('xen-pvh'),
      kvm: nameOf('kvm'),
      workstation: nameOf('workstation'),
      virtualbox: nameOf('virtualbox'),
      qemu: nameOf('qemu'),
      uml: nameOf('uml'),
      lxc: nameOf('lxc'),
      firecracker: nameOf('firecracker'),
      gvisor: nameOf('gvisor'),
      wine: nameOf('wine'),
      jvm: nameOf('jvm'),
      'hypervisor-model': say.hypervisorModel,
      'hosted-model': say.hostedModel,
    },
    initial: 'kvm',
  },
  request: { kind: 'choice', label: say.request, options: requestWords, initial: 'disk-write' },
  nested: {
    kind: 'choice',
    label: say.nested,
    options: {
      none: say.none,
      kvm: nameOf('kvm'),
      'hyper-v': nameOf('hyper-v'),
      esxi: nameOf('esxi'),
      'xen-hvm': nameOf('xen-hvm'),
      workstation: nameOf('workstation'),
      virtualbox: nameOf('virtualbox'),
    },
    initial: 'none',
  },
  shadowVmcs: { kind: 'switch', label: say.shadowVmcs, initial: false },
  vmcsAccesses: { kind: 'range', label: say.vmcsAccesses, min: 0, max: 40, initial: 10 },
  kernelRing: { kind: 'choice', label: say.kernelRing, options: { '1': say.ring1, '3': say.ring3 }, initial: '3' },
  exit: cycles(prices.exit, stackPrices.exit, 20_000),
  hypercall: cycles(prices.hypercall, stackPrices.hypercall, 20_000),
  trap: cycles(prices.trap, stackPrices.trap, 20_000),
  syscall: cycles(prices.syscall, stackPrices.syscall, 10_000),
  fault: cycles(prices.fault, stackPrices.fault, 10_000),
  interrupt: cycles(prices.interrupt, stackPrices.interrupt, 10_000),
  emulated: cycles(prices.emulated, stackPrices.emulated, 2000),
  userReturn: cycles(prices.userReturn, stackPrices.userReturn, 20_000),
  contextSwitch: cycles(prices.contextSwitch, stackPrices.contextSwitch, 20_000),
  worldSwitch: cycles(prices.worldSwitch, stackPrices.worldSwitch, 20_000),
  copy: cycles(prices.copy, stackPrices.copy, 4000),
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
