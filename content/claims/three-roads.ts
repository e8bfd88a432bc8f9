import type { Claims } from '#quiz/claim.ts';

const virtio = 'OASIS, Virtual I/O Device (VIRTIO), “Basic Facilities” and “Device Types”';
const russell = 'Russell, “virtio: Towards a De-Facto Standard For Virtual I/O Devices”, ACM SIGOPS OSR 42(5), 2008';
const vfio = 'Linux kernel documentation, “VFIO - Virtual Function I/O”';
const vtd = 'Intel Virtualization Technology for Directed I/O Architecture Specification (D51397)';

export default [
  {
    id: 's1-io-emul-equals-full',
    document: 1,
    quote: '对于I/O设备来说,模拟和完全虚拟化,没有区别',
    claim: {
      en: 'For I/O devices there is no difference between emulation and full virtualization.',
      'zh-CN': '对 I/O 设备来说，模拟与完全虚拟化没有区别。',
    },
    verdict: 'imprecise',
    why: {
      en: 'A driver that was not changed does need an emulated device, or the real one. But full virtualization speaks of the machine, not of its devices: such a guest may have an emulated disk, a virtio card and a passed-through one side by side.',
      'zh-CN':
        '没有改过的驱动，确实需要模拟的设备，或者真设备。但完全虚拟化说的是整台机器，不是它的设备：这样的客户机可以同时有模拟的磁盘、virtio 网卡和透传的网卡。',
    },
    references: ['Xen documentation, xl.cfg(5)', virtio],
  },
  {
    id: 's1-io-emul-loopback-file',
    document: 1,
    quote: '模拟:如利用本地回环文件模拟实现硬盘功能,完全使用软件来模拟真实硬件;性能较低',
    claim: {
      en: 'Emulation, for example a local loop-back file that plays a disk, imitates hardware in software and is slow.',
      'zh-CN': '模拟完全用软件模仿硬件（例如用本地回环文件充当硬盘），性能较低。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Two things are mixed: the front, which the driver sees, and the store behind it. The same file costs 1,043 exits for 4 KiB behind an IDE disk read by port and one behind virtio-blk. And no loop device is needed: QEMU opens the file.',
      'zh-CN':
        '这里混了两样东西：驱动看到的前面，和数据存放的后面。同一个文件，放在用端口读的 IDE 后面，4 KiB 要退出 1,043 次；放在 virtio-blk 后面只要一次。而且不需要回环设备，QEMU 自己打开文件。',
    },
    references: ['QEMU documentation, “Disk Images”', virtio],
  },
  {
    id: 's1-io-pv-disk-nic-only',
    document: 1,
    quote: '半虚拟化:IO frontend,IO backend,仅适用于硬盘和网卡',
    claim: {
      en: 'I/O paravirtualization, with a front end and a back end, applies to disks and network cards only.',
      'zh-CN': 'I/O 半虚拟化（前端与后端）只适用于硬盘和网卡。',
    },
    verdict: 'wrong',
    why: {
      en: 'VIRTIO alone defines a console, entropy, a balloon, SCSI, file systems, GPU, input, sockets, cryptography, memory, sound and more. A queue of descriptors does not ask what is in the buffers.',
      'zh-CN':
        '仅 VIRTIO 就定义了控制台、随机数、气球、SCSI、文件系统、GPU、输入、套接字、加密、内存、声音等等。描述符队列并不问缓冲区里装的是什么。',
    },
    references: [virtio],
  },
  {
    id: 's1-io-pv-faster',
    document: 1,
    quote: '性能比模拟方式高',
    claim: {
      en: 'Paravirtual I/O performs better than emulated I/O.',
      'zh-CN': '半虚拟化 I/O 的性能高于模拟方式。',
    },
    verdict: 'holds',
    why: {
      en: 'Because one notification covers all requests that wait in shared memory: 8 exits for 64 packets in batches of eight, against 384.',
      'zh-CN': '因为一次通知管得了共享内存里等着的所有请求：64 个包每批八个只要 8 次退出，模拟要 384 次。',
    },
    references: [russell, virtio],
  },
  {
    id: 's1-io-passthrough-best',
    document: 1,
    quote: '能以接近硬件设备的性能来使用硬件,性能最高',
    claim: {
      en: 'Passthrough lets a VM use a physical device directly, at nearly the speed of the hardware.',
      'zh-CN': '透传让虚拟机直接使用物理设备，性能接近硬件，是最高的。',
    },
    verdict: 'holds',
    why: {
      en: 'It holds, and has a price: the guest’s memory is pinned, the guest is tied to a host that has the device, and a device or function serves one guest.',
      'zh-CN': '成立，但有代价：客户机的内存被钉住，客户机被拴在有这个设备的主机上，一个设备或功能只能供一台客户机。',
    },
    references: [vfio],
  },
  {
    id: 's1-vtd-purpose',
    document: 1,
    quote: '主要功能是用来提升IO设备的可靠性、灵活性和性能的',
    claim: {
      en: 'VT-d virtualizes I/O devices in hardware; its main purpose is to raise their reliability, flexibility and performance.',
      'zh-CN': 'VT-d 完成 I/O 设备的硬件虚拟化，主要用来提升设备的可靠性、灵活性和性能。',
    },
    verdict: 'imprecise',
    why: {
      en: 'It makes no device faster, and no device out of nothing. It translates and confines a device’s memory accesses, and its interrupts, so that the device can be given to a guest safely. Switch it off in the lab: the packets are as fast, and the neighbour’s page is readable.',
      'zh-CN':
        '它不会让设备变快，也不会变出设备来。它做的是转换并限制设备的内存访问和中断，这样才能放心地把设备交给客户机。在实验里关掉它：包一样快，邻居的页却能读到了。',
    },
    references: [vtd],
  },
  {
    id: 's1-vtd-northbridge',
    document: 1,
    quote: '如Intel的VT-d技术,是基于北桥芯片的硬件辅助虚拟化技术',
    claim: {
      en: 'Intel’s VT-d is a hardware-assisted technique based on the north bridge.',
      'zh-CN': 'Intel 的 VT-d 是基于北桥芯片的硬件辅助技术。',
    },
    verdict: 'outdated',
    why: {
      en: 'There is no separate north bridge since memory and PCIe controllers moved into the processor’s package, between 2008 and 2011. The remapping units moved along.',
      'zh-CN':
        '2008 到 2011 年间，内存控制器和 PCIe 控制器移进了处理器封装，从此没有单独的北桥，重映射单元也一起搬了进去。',
    },
    references: [
      vtd,
      'Abramson et al., “Intel Virtualization Technology for Directed I/O”, Intel Technology Journal 10(3), 2006',
    ],
  },
  {
    id: 's1-hosted-fv-io-weak',
    document: 1,
    quote: '基于Hosted模式的全虚拟产品性能方面不是特别优异,特别是I/O方面',
    claim: {
      en: 'Hosted full-virtualization products are not especially fast, above all for I/O.',
      'zh-CN': '宿主型的全虚拟化产品性能不算优异，I/O 尤其如此。',
    },
    verdict: 'outdated',
    why: {
      en: 'It was true of VMware Workstation in 2001, where each access meant a switch to the whole world of the host. With virtio, vhost and VFIO a hosted stack’s data path is as short as any; look where the backend is, not where the hypervisor is.',
      'zh-CN':
        '2001 年的 VMware Workstation 确实如此，每次访问都要整个切换到宿主机的世界。有了 virtio、vhost 和 VFIO，宿主型的数据路径可以和别的一样短；要看后端在哪里，而不是虚拟机管理程序在哪里。',
    },
    references: [
      'Sugerman, Venkitachalam & Lim, “Virtualizing I/O Devices on VMware Workstation’s Hosted Virtual Machine Monitor”, USENIX ATC 2001',
      vfio,
    ],
  },
  {
    id: 's1-storage-emulated',
    document: 1,
    quote: '外存:硬盘、光盘、U盘(一般使用模拟方式)',
    claim: {
      en: 'External storage, such as disks, CDs and USB sticks, generally uses emulation.',
      'zh-CN': '外存（硬盘、光盘、U 盘）一般使用模拟方式。',
    },
    verdict: 'outdated',
    why: {
      en: 'Disks are normally virtio-blk, virtio-scsi, their relatives of other makers, or passed-through NVMe. Emulated IDE and AHCI are for installing, and for guests that know nothing else.',
      'zh-CN':
        '硬盘通常是 virtio-blk、virtio-scsi、其他厂商的同类，或透传的 NVMe。模拟的 IDE、AHCI 留给安装过程，以及只认识它们的客户机。',
    },
    references: [virtio],
  },
  {
    id: 's2-kvm-cannot-devices',
    document: 2,
    quote: 'kvm不能虚拟其他硬件设备,因此qemu还有模拟IO设备(磁盘,网卡,显卡等)的作用',
    claim: {
      en: 'KVM cannot virtualize other hardware, so QEMU emulates disks, network cards and graphics.',
      'zh-CN': 'KVM 不能虚拟其他硬件设备，所以磁盘、网卡、显卡由 QEMU 模拟。',
    },
    verdict: 'wrong',
    why: {
      en: 'Interrupt controllers and a timer are inside KVM, vhost runs virtio’s data path in the host’s kernel, and VFIO hands over real devices. QEMU sets all of them up and, on some roads, is never called again.',
      'zh-CN':
        '中断控制器和一个定时器就在 KVM 里，vhost 在宿主机内核里跑 virtio 的数据路径，VFIO 交出真设备。QEMU 负责把它们都布置好，有的路上此后再也不用它。',
    },
    references: ['Linux kernel documentation, “The Definitive KVM API Documentation”', vfio],
  },
] satisfies Claims;
