import { both, type Text } from '#kit/text.ts';

export const omits: readonly Text[] = [
  both(
    'The e1000 driver writes TDT for every packet and takes an interrupt for each: 6 accesses. Linux can write it once for several, and polls under load; 5.6 accesses per packet were measured in bulk.',
    'e1000 驱动每个包都写 TDT，并各接受一次中断：6 次访问。Linux 能几个包只写一次，忙时改为轮询；批量发送时实测每包 5.6 次。',
  ),
  both(
    'KVM may carry out a string of port reads (REP INS) in chunks with fewer exits; here every word exits. A PIO read is made in commands of 4 KiB, as it was measured.',
    'KVM 可把一串端口读（REP INS）成块处理，退出更少；这里每个字都退出。PIO 读按实测以 4 KiB 一条命令进行。',
  ),
  both(
    'QEMU’s own virtio backend is called by a return to user space, as it was measured (ioeventfd=off). By default KVM wakes its I/O thread by an ioeventfd too.',
    'QEMU 自己的 virtio 后端按实测设置（ioeventfd=off）经返回用户态来通知。默认情况下 KVM 也用 ioeventfd 唤醒它的 I/O 线程。',
  ),
  both(
    'On the vhost road blocks take the chain of virtio-blk; Linux’s kernel backend for disks is vhost-scsi. Receive buffers are put back without a notification.',
    '在 vhost 路上，块请求沿用 virtio-blk 的链；Linux 内核的磁盘后端其实是 vhost-scsi。归还接收缓冲区时不发通知。',
  ),
  both(
    'How the driver and a backend thread interleave on two processors is one of two choices, not a schedule in time. Latency is not shown.',
    '驱动与后端线程在两个处理器上的交错只有两种选择，不是真实的时间调度；不显示延迟。',
  ),
  both(
    'Below the host’s kernel all roads share the physical device’s own driver and interrupts, which are not counted on the first three.',
    '前三条路在宿主机内核以下还有物理设备自己的驱动和中断，此处不计入。',
  ),
  both(
    'Of the interrupt controller only delivery and EOI are told, and with posted interrupts neither exits; the EOI of a level-triggered interrupt still may.',
    '中断控制器只讲送达与 EOI；有投递式中断时两者都不退出，而电平触发中断的 EOI 仍可能退出。',
  ),
  both(
    'Without an IOMMU guest A’s memory is put at the same addresses in the host, or not even an honest driver’s DMA would arrive. Linux’s VFIO refuses such a passthrough.',
    '没有 IOMMU 时，客户机 A 的内存放在宿主机的相同地址上，否则连守规矩的驱动的 DMA 也到不了。Linux 的 VFIO 会拒绝这样的透传。',
  ),
  both(
    'The caches of the IOMMU, interrupt remapping, indirect descriptors, the packed ring, and offloads such as TSO are left out. An NVMe block is taken to lie in consecutive pages.',
    '不含 IOMMU 的缓存、中断重映射、间接描述符、紧凑环，以及 TSO 等卸载。NVMe 的块假定位于连续页中。',
  ),
  both(
    'Some devices can hand over their own state for migration (VFIO migration drivers, vDPA); the ones here cannot.',
    '有些设备能交出自身状态以供迁移（VFIO 迁移驱动、vDPA）；这里的设备不能。',
  ),
];
