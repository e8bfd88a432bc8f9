import { esxi, hyperV, hypervisorModel, xenHvm, xenPv, xenPvh } from './bareMetal.ts';
import { firecracker, hostedModel, kvm, qemu, uml, virtualbox, workstation } from './hosted.ts';
import type { StackSystem } from './layer.ts';
import { gvisor, jvm, lxc, wine } from './withoutMachine.ts';

/** Every system by the name under which it is chosen. */
export const stackSystems = {
  esxi,
  'hyper-v': hyperV,
  'xen-pv': xenPv(3),
  'xen-hvm': xenHvm,
  'xen-pvh': xenPvh,
  kvm,
  workstation,
  virtualbox,
  qemu,
  uml,
  lxc,
  firecracker,
  gvisor,
  wine,
  jvm,
  'hypervisor-model': hypervisorModel,
  'hosted-model': hostedModel,
} as const satisfies Readonly<Record<string, StackSystem>>;
export type StackId = keyof typeof stackSystems;

/** A system by its name; the ring is that of a Xen PV kernel, and of no other’s. */
export const systemOf = (id: StackId, ring: 1 | 3 = 3): StackSystem =>
  id === 'xen-pv' ? xenPv(ring) : stackSystems[id];

/** Those that are run as L1 inside a guest: they need VT-x there. */
export const innerIds = [
  'kvm',
  'hyper-v',
  'esxi',
  'xen-hvm',
  'workstation',
  'virtualbox',
] as const satisfies readonly StackId[];
