import { both, type Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  both(
    'KVM and QEMU are not programs here: what they do for an exit is done in one step. Which of the two does it follows KVM’s interface, with the interrupt controllers and the timer in the kernel.',
    '这里的 KVM 和 QEMU 并不是程序：它们为一次退出所做的事一步完成。由谁来做，依据 KVM 的接口，中断控制器和定时器放在内核里。',
  ),
  both(
    'Every exit costs the same, and the way on to QEMU, out of the kernel and back, is not charged: it would add a return to user space and an ioctl.',
    '每次退出一个价，转交 QEMU 不另收费：真实情况要多付一次返回用户态和一次 ioctl。',
  ),
  both(
    'The VMCS has well over a hundred fields; the picture shows those that this lesson reads. Control bits are flipped between two exits as a VMWRITE would; EPT only before the guest starts.',
    'VMCS 有一百多个字段，图中只画本课要读的。控制位在两次退出之间改写，相当于一次 VMWRITE；EPT 只能在客户机启动前选定。',
  ),
  both(
    'The guest is a 32-bit one with 16 MiB, and its frames are the host’s; the EPT is a list of pages mapped so far. Port and timer belong to this one guest, so without I/O exits it reaches a device that nobody else uses. A timer’s tick carries the guest’s own vector.',
    '客户机是 32 位的，有 16 MiB 内存，它的页框就是宿主机的页框；EPT 只记录已映射的页。端口和定时器归这一台客户机，因此不退出时它碰到的设备也没有别人在用。定时器滴答带的就是客户机自己的向量。',
  ),
  both(
    'An address beyond the guest’s memory is an empty bus here. Under KVM it would exit, and QEMU would look whether a device has its registers there (memory-mapped I/O).',
    '超出客户机内存的地址，在这里是空总线。在 KVM 下它会退出，由 QEMU 去看是否有设备的寄存器在那里（内存映射 I/O）。',
  ),
  both(
    'VMCALL is answered as on a machine without a monitor, with #UD; KVM would return an error code in EAX.',
    'VMCALL 得到的回答与没有监控器的机器一样，是 #UD；KVM 会在 EAX 里返回错误码。',
  ),
  both(
    'Left out: NMI, task switches, the preemption timer, APIC virtualization, VPID, and AMD’s SVM, whose VMCB and #VMEXIT codes differ in name and detail.',
    '未包括：NMI、任务切换、抢占定时器、APIC 虚拟化、VPID，以及 AMD 的 SVM（它的 VMCB 与 #VMEXIT 代码名称和细节都不同）。',
  ),
];
