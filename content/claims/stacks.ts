import type { Claims } from '#quiz/claim.ts';

const kivity = 'Kivity et al., “kvm: the Linux Virtual Machine Monitor”, Ottawa Linux Symposium 2007';
const goldberg = 'Goldberg, “Architectural Principles for Virtual Computer Systems”, PhD thesis, Harvard, 1973';
const bugnion = 'Bugnion, Nieh & Tsafrir, “Hardware and Software Support for Virtualization”, Morgan & Claypool, 2017';
const hyperV = 'Microsoft Learn, “Hyper-V architecture”';
const xen = 'Xen documentation, “Introduction” of the admin guide';
const dall =
  'Dall, Li, Lim, Nieh & Koloventzos, “ARM Virtualization: Performance and Architectural Implications”, ISCA 2016';
const felter =
  'Felter, Ferreira, Rajamony & Rubio, “An Updated Performance Comparison of Virtual Machines and Linux Containers”, ISPASS 2015';

export default [
  {
    id: 's1-model-hosted-kvm',
    document: 1,
    quote: '如:kvm,vmware workstation,virtualbox等',
    claim: {
      en: 'KVM, VMware Workstation and VirtualBox follow the hosted model.',
      'zh-CN': 'KVM、VMware Workstation 和 VirtualBox 都属于宿主模型。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Workstation and VirtualBox are hosted. KVM is a module that makes the host’s kernel itself the monitor, in root mode: vendors call it Type 1, textbooks often Type 2, and neither box fits. Compare the two writes side by side.',
      'zh-CN':
        'Workstation 和 VirtualBox 确是宿主型。KVM 是一个模块，让宿主内核自己成为根模式里的监控器：厂商称它 1 型，教科书常称 2 型，其实两个框都不合适。把两次写入并排看看就明白。',
    },
    references: [kivity, goldberg, bugnion],
  },
  {
    id: 's4-kvm-type2',
    document: 4,
    quote: '比如 Vmware Workstation、KVM 等是一款类似于软件的 Hypervisor，运行于操作系统之上',
    claim: {
      en: 'KVM, like VMware Workstation, is Type 2: software-like, running on an operating system.',
      'zh-CN': 'KVM 与 VMware Workstation 一样属于 2 型：类似软件，运行于操作系统之上。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Workstation’s VMM borrows the machine from its host by world switches. Under KVM there is no switch to make: the host’s kernel is the monitor. The label changes no crossing of the path.',
      'zh-CN':
        'Workstation 的 VMM 靠世界切换向宿主机借用机器；KVM 无须切换，宿主内核就是监控器。叫什么类型，路径上的穿越一次也不会变。',
    },
    references: [kivity, bugnion],
  },
  {
    id: 's2-t1-between',
    document: 2,
    quote: '这种方案的性能处于主机虚拟化与',
    claim: {
      en: 'The performance of Type I lies between hosted virtualization and OS-level virtualization.',
      'zh-CN': '1 型的性能介于主机虚拟化与操作系统虚拟化之间。',
    },
    verdict: 'imprecise',
    why: {
      en: 'A ranking by type, without a measurement. In the table two Type 1 systems stand at the two ends of every row, with KVM between them or level with one. Speed follows the mechanism in use.',
      'zh-CN':
        '这是没有测量依据的按类型排名。表里两个 1 型系统在每一行各占一头，KVM 在它们中间或与其一持平。快慢取决于所用的机制。',
    },
    references: [felter, dall],
  },
  {
    id: 's4-type1-faster',
    document: 4,
    quote: '1 型虚拟化一般对硬件虚拟化功能进行了特别优化，性能上比 2 型要高',
    claim: {
      en: 'Type 1 is specially optimized for hardware virtualization and so performs better than Type 2.',
      'zh-CN': '1 型针对硬件虚拟化做了特别优化，性能高于 2 型。',
    },
    verdict: 'imprecise',
    why: {
      en: 'All current x86 hypervisors use the same VT-x and AMD-V; a system call or a page fault crosses nothing in any of them. What differs is scheduling, the way to a device and the handling of exits. On Arm, KVM and Xen each won some tests.',
      'zh-CN':
        '现在的 x86 虚拟机管理程序用的都是同样的 VT-x 和 AMD-V，系统调用和缺页在哪一家都不穿越。不同的是调度、到设备的路和退出的处理。在 Arm 上，KVM 与 Xen 各有胜负。',
    },
    references: [dall, felter],
  },
  {
    id: 's4-nested-only-type2',
    document: 4,
    quote: '2 型虚拟化因为基于普通的操作系统，会比较灵活，比如支持虚拟机嵌套',
    claim: {
      en: 'Type 2 is flexible because it is based on an ordinary operating system, and so supports nesting.',
      'zh-CN': '2 型因为基于普通操作系统，比较灵活，所以支持嵌套。',
    },
    verdict: 'wrong',
    why: {
      en: 'Nesting needs the outer monitor to emulate VT-x or SVM for its guest, and nothing else. Hyper-V and ESXi do, Xen does experimentally, and KVM has it on by default since Linux 4.20 on Intel. Firecracker, hosted on that same KVM, does not support it.',
      'zh-CN':
        '嵌套只要求外层监控器为客户机模拟 VT-x 或 SVM。Hyper-V 和 ESXi 都支持，Xen 实验性支持，KVM 在 Intel 上自 Linux 4.20 起默认打开；同样建在 KVM 上的 Firecracker 却不支持。',
    },
    references: [
      'Microsoft, “Hypervisor Top Level Functional Specification”, nested virtualization',
      'Linux kernel documentation, “Running nested guests with KVM”',
      'Xen SUPPORT.md',
    ],
  },
  {
    id: 's3-bare-wipe-system',
    document: 3,
    quote: '安装虚拟机监控器之前必须完全擦除现有的系统',
    claim: {
      en: 'On a PC the existing system must be completely erased before a bare-metal monitor is installed.',
      'zh-CN': '在个人计算机上，安装裸金属监控器之前必须完全擦除现有系统。',
    },
    verdict: 'wrong',
    why: {
      en: 'Hyper-V slides under the installed Windows, Xen is added to an installed Linux that becomes dom0, and KVM is a module. Only appliance-like products such as ESXi take the disk.',
      'zh-CN':
        'Hyper-V 插到已装好的 Windows 之下；Xen 加到已装好的 Linux 上，那个 Linux 成为 dom0；KVM 只是一个模块。只有 ESXi 这类整机式产品才占用整块磁盘。',
    },
    references: [hyperV, xen],
  },
  {
    id: 's3-bare-own-drivers',
    document: 3,
    quote: '需要为虚拟机监控器的输入输出设备编写驱动程序',
    claim: {
      en: 'Drivers must be written for a bare-metal monitor, since it talks to the devices itself.',
      'zh-CN': '裸金属监控器直接与设备打交道，所以要为它编写驱动程序。',
    },
    verdict: 'imprecise',
    why: {
      en: 'True of ESXi. Xen uses the drivers of dom0’s Linux and Hyper-V those of the root partition’s Windows; KVM uses Linux’s own.',
      'zh-CN':
        '对 ESXi 成立。Xen 用的是 dom0 里 Linux 的驱动，Hyper-V 用的是根分区里 Windows 的驱动，KVM 用的就是 Linux 自己的。',
    },
    references: [xen, hyperV],
  },
  {
    id: 's2-vendor-list',
    document: 2,
    quote: '目前市场主要厂商及产品:VMware vSphere、微软Hyper-V、Citrix XenServer',
    claim: {
      en: 'The main products are vSphere, Hyper-V, Citrix XenServer, PowerVM, RHEV, FusionSphere, KVM, Xen and VirtualBSD.',
      'zh-CN': '主要产品有 vSphere、Hyper-V、Citrix XenServer、PowerVM、RHEV、FusionSphere、KVM、Xen 和 VirtualBSD。',
    },
    verdict: 'outdated',
    why: {
      en: 'vSphere belongs to Broadcom since 2023, RHEV has ended in favour of OpenShift Virtualization, and XenServer has the fork XCP-ng. Proxmox VE, Nutanix AHV, bhyve and the clouds’ own KVM stacks are missing.',
      'zh-CN':
        'vSphere 自 2023 年归 Broadcom；RHEV 已停，由 OpenShift Virtualization 取代；XenServer 有分支 XCP-ng。Proxmox VE、Nutanix AHV、bhyve 和各家云自己的 KVM 系统都没列。',
    },
    references: [
      'Broadcom, press release on completing the acquisition of VMware, 22 November 2023',
      'Red Hat Virtualization life cycle policy',
      'FreeBSD Handbook, “Virtualization”',
    ],
  },
  {
    id: 's2-virtualbsd',
    document: 2,
    quote: '开源的KVM、Xen、VirtualBSD等',
    claim: {
      en: 'VirtualBSD is an open-source hypervisor.',
      'zh-CN': 'VirtualBSD 是开源的虚拟机管理程序。',
    },
    verdict: 'wrong',
    why: {
      en: 'As far as it can be traced, it was a ready-made FreeBSD desktop distributed as a VMware image: something that stands on top of a stack, not a layer under one. FreeBSD’s own hypervisor is bhyve.',
      'zh-CN':
        '就能查到的资料看，它是以 VMware 镜像分发的现成 FreeBSD 桌面：站在分层的最上面，不是垫在下面的一层。FreeBSD 自己的虚拟机管理程序是 bhyve。',
    },
    references: ['FreeBSD Handbook, “Virtualization”'],
  },
] satisfies Claims;
