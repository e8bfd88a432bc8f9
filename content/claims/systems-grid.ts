import type { Claims } from '#quiz/claim.ts';

const goldberg = 'Goldberg, “Architectural Principles for Virtual Computer Systems”, PhD thesis, Harvard, 1973';
const barham = 'Barham et al., “Xen and the Art of Virtualization”, SOSP 2003';
const kivity = 'Kivity et al., “kvm: the Linux Virtual Machine Monitor”, Ottawa Linux Symposium 2007';
const dall = 'Dall et al., “ARM Virtualization: Performance and Architectural Implications”, ISCA 2016';

export default [
  {
    id: 's3-two-axes',
    document: 3,
    quote: '目前,学术界针对硬件虚拟机的划分方法主要有两种',
    claim: {
      en: 'Scholars divide hardware virtual machines in two ways: by the monitor’s position, and by how it is made.',
      'zh-CN': '学术界划分硬件虚拟机的方法主要有两种：按监控器的位置，和按它的实现方式。',
    },
    verdict: 'holds',
    why: {
      en: 'This is the lesson in one sentence: two axes. The other documents go wrong where they fold them into one.',
      'zh-CN': '这一句就是本课的全部：两条轴。别的资料出错，就错在把两条轴并成一条。',
    },
    references: [goldberg],
  },
  {
    id: 's4-pv-is-type1',
    document: 4,
    quote: '半虚拟化（para-virtualization）：TYPE1，也叫裸金属虚拟化比如 Vmware ESXi、Xen 等',
    claim: {
      en: 'Paravirtualization is Type 1, also called bare metal, for example ESXi and Xen.',
      'zh-CN': '半虚拟化就是 1 型，也叫裸金属虚拟化，例如 ESXi、Xen。',
    },
    verdict: 'wrong',
    why: {
      en: 'A technique was taken for a position. ESXi stands on bare metal and never asked for a changed guest; Xen runs changed and unchanged ones; User-Mode Linux and lguest are paravirtual and not on bare metal. Type the rule and see.',
      'zh-CN':
        '把技术当成了位置。ESXi 在裸金属上，从不要求改客户机；Xen 改过的、没改的都能跑；User-Mode Linux 和 lguest 是半虚拟化，却不在裸金属上。把规则敲进去就能看到。',
    },
    references: [barham, goldberg],
  },
  {
    id: 's4-fv-is-type2',
    document: 4,
    quote: '完全虚拟化（full-virtualization）：TYPE2，物理机上首先安装常规的操作系统',
    claim: {
      en: 'Full virtualization is Type 2: an ordinary operating system is installed on the machine first.',
      'zh-CN': '完全虚拟化就是 2 型：物理机上先安装常规操作系统。',
    },
    verdict: 'wrong',
    why: {
      en: 'CP-67 was full virtualization on bare metal in 1967; ESXi, Hyper-V and Xen with hardware assistance are so today. Of the catalogue’s full systems more stand elsewhere than on a host OS.',
      'zh-CN':
        '1967 年的 CP-67 就是裸金属上的完全虚拟化；今天的 ESXi、Hyper-V 和用硬件辅助的 Xen 也是。目录里的完全虚拟化系统，多数不在宿主操作系统上。',
    },
    references: [goldberg, 'Creasy, “The Origin of the VM/370 Time-Sharing System”, IBM J. Res. Dev. 25(5), 1981'],
  },
  {
    id: 's4-two-types-by-position',
    document: 4,
    quote: '根据 Hypervisor 的实现方式和所处的位置，虚拟化又分为两种：1 型虚拟化和 2 型虚拟化',
    claim: {
      en: 'By how the hypervisor is made and where it stands, virtualization is of two kinds: Type 1 and Type 2.',
      'zh-CN': '按虚拟机管理程序的实现方式和位置，虚拟化分为 1 型和 2 型。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The types name the position only. How it is made is a second question with answers of its own.',
      'zh-CN': '“型”只说位置。怎样实现是另一个问题，另有一套答案。',
    },
    references: [goldberg],
  },
  {
    id: 's4-kvm-type2',
    document: 4,
    quote: '比如 Vmware Workstation、KVM 等是一款类似于软件的 Hypervisor，运行于操作系统之上',
    claim: {
      en: 'VMware Workstation, KVM and others are hypervisors like software, running on an operating system.',
      'zh-CN': 'VMware Workstation、KVM 等是类似软件的虚拟机管理程序，运行在操作系统之上。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Workstation’s monitor borrows the machine from its host. KVM makes the host’s kernel itself the monitor, in root mode, ring 0. Books call it by either type, or by neither.',
      'zh-CN':
        'Workstation 的监控器是向宿主机借机器用。KVM 则让宿主内核自己成为监控器，在根模式的 ring 0。书里称它 1 型、2 型的都有，也有两者都不称的。',
    },
    references: [kivity, 'Bugnion, Nieh & Tsafrir, “Hardware and Software Support for Virtualization”, 2017'],
  },
  {
    id: 's2-three-classes',
    document: 2,
    quote: '目前市场上各种x86 管理程序(hypervisor)的架构存在差异,三个最主要的架构类别包括',
    claim: {
      en: 'The architectures of x86 hypervisors fall into three main classes, Types I, II and III.',
      'zh-CN': 'x86 虚拟机管理程序的架构主要分三类：I 型、II 型和 III 型。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Goldberg defined two. “Type III” is a name for containers, which have no hypervisor, so they are not a third kind of one.',
      'zh-CN': 'Goldberg 只定义了两型。“III 型”指的是容器，而容器没有虚拟机管理程序，自然不是第三种。',
    },
    references: [goldberg, 'man7.org, namespaces(7) and cgroups(7)'],
  },
  {
    id: 's2-t1-between',
    document: 2,
    quote: '这种方案的性能处于主机虚拟化与操作系统虚拟化之间',
    claim: {
      en: 'The performance of Type I lies between that of hosted and of OS-level virtualization.',
      'zh-CN': 'I 型的性能介于宿主型与操作系统级虚拟化之间。',
    },
    verdict: 'imprecise',
    why: {
      en: 'A ranking without a measurement. What costs time are exits, page walks and the path of I/O, and these depend on the technique and the workload. Measured on Arm, KVM and Xen each won some tests.',
      'zh-CN':
        '没有测量的排名。花时间的是退出、页表遍历和 I/O 路径，取决于技术和负载。在 Arm 上实测，KVM 和 Xen 各有胜负。',
    },
    references: [dall],
  },
  {
    id: 's1-lib-wine',
    document: 1,
    quote: '库虚拟化:如wine',
    claim: { en: 'Library virtualization, for example Wine.', 'zh-CN': '库虚拟化，例如 Wine。' },
    verdict: 'imprecise',
    why: {
      en: 'Wine makes the interface of Windows anew on POSIX, and the program’s instructions run on the processor as they are. It virtualizes an interface; a machine is not there, and no kernel could be started in it.',
      'zh-CN':
        'Wine 在 POSIX 上重新实现 Windows 的接口，程序的指令由处理器原样执行。它虚拟的是接口，没有机器，里面也启动不了内核。',
    },
    references: ['WineHQ, “Wine Developer’s Guide”'],
  },
  {
    id: 's1-app-jvm',
    document: 1,
    quote: '应用程序虚拟化:如jvm',
    claim: { en: 'Application virtualization, for example the JVM.', 'zh-CN': '应用程序虚拟化，例如 JVM。' },
    verdict: 'imprecise',
    why: {
      en: 'The JVM is a virtual machine for one process, with an instruction set of its own. “Application virtualization” more often means delivering programs in packages or by streaming.',
      'zh-CN': 'JVM 是为单个进程准备的虚拟机，有自己的指令集。“应用程序虚拟化”在业界多指把程序打包或以流的方式交付。',
    },
    references: ['The Java Virtual Machine Specification'],
  },
] satisfies Claims;
