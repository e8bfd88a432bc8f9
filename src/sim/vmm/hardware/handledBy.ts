import type { Crossing } from '../deed.ts';
import { PORT, TRIPLE_FAULT } from './vmx.ts';

/** Who in the host acts on an exit: KVM in the host's kernel, or QEMU, which KVM returns to where it has no answer. */
export type Handler = 'kvm' | 'qemu';

/** Both 8259A and the 8254 are in the kernel: Linux Documentation/virt/kvm/api.rst, KVM_CREATE_IRQCHIP and KVM_CREATE_PIT2. */
const inKernel = (port: number): boolean =>
  (port & ~0x81) === 0x20 || (port >= 0x40 && port <= 0x43) || port === 0x61 || port === 0x4d0 || port === 0x4d1;

/**
 * The handler of a VM exit: api.rst, "The kvm_run structure". What KVM cannot finish it returns to user space with
 * KVM_EXIT_IO or KVM_EXIT_SHUTDOWN; an EPT violation on the guest's own memory, CPUID, MSRs and control registers it finishes.
 */
export function handledBy({ exitReason, qualification = 0 }: Crossing): Handler {
  switch (exitReason) {
    case PORT:
      return inKernel(qualification >>> 16) ? 'kvm' : 'qemu';
    case TRIPLE_FAULT:
      return 'qemu';
    default:
      return 'kvm';
  }
}
