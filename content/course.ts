import type { Text } from '#kit/text.ts';

/** A lesson of the course, written or not. What is written must say the same in front: tests/course.test.ts. */
export interface CourseLesson {
  readonly number: string;
  readonly title: Text;
  /** Numbers of the lessons to be read first; 'all' is every one before it. */
  readonly needs: readonly string[] | 'all';
  /** Numbers of lessons that make it easier, and can be done without. */
  readonly helps?: readonly string[];
}
export interface CourseChapter {
  readonly number: number;
  readonly title: Text;
  /** What is said of it before its own opening words are written. */
  readonly summary: Text;
  readonly lessons: readonly CourseLesson[];
}

const lesson = (
  number: string,
  en: string,
  zh: string,
  needs: CourseLesson['needs'],
  helps?: readonly string[],
): CourseLesson => ({ number, title: { en, 'zh-CN': zh }, needs, ...(helps && { helps }) });

/** The whole course, in its order. */
export const course: readonly CourseChapter[] = [
  {
    number: 1,
    title: { en: 'What a virtual machine is', 'zh-CN': '什么是虚拟机' },
    summary: {
      en: 'The words, the history, and the two axes on which every later system finds its place.',
      'zh-CN': '术语、来历，以及给后面每个系统定位的两条轴。',
    },
    lessons: [
      lesson('1.1', 'One machine, many machines', '一台机器变多台', []),
      lesson('1.2', 'From CP-40 to the cloud', '从 CP-40 到云', ['1.1']),
      lesson('1.3', 'Two axes, not one list', '两条轴，而不是一张表', ['1.1']),
      lesson('1.4', 'Emulate, translate or run directly', '模拟、翻译还是直接运行', ['1.1']),
    ],
  },
  {
    number: 2,
    title: { en: 'The CPU', 'zh-CN': 'CPU 虚拟化' },
    summary: {
      en: 'Rings and traps, the holes in x86, and the four answers that were found to them.',
      'zh-CN': '特权环与陷入、x86 的漏洞，以及人们找到的四种对策。',
    },
    lessons: [
      lesson('2.1', 'Rings and traps', '特权环与陷入', ['1.1']),
      lesson('2.2', 'The seventeen holes', '十七个漏洞', ['2.1']),
      lesson('2.3', 'Binary translation', '二进制翻译', ['2.2', '1.4']),
      lesson('2.4', 'Paravirtualization and hypercalls', '半虚拟化与超级调用', ['2.2']),
      lesson('2.5', 'Root mode, non-root mode and VM exits', '根模式、非根模式与虚拟机退出', ['2.1']),
      lesson('2.6', 'What does it cost?', '代价是多少', ['2.5']),
    ],
  },
  {
    number: 3,
    title: { en: 'Memory', 'zh-CN': '内存' },
    summary: {
      en: 'Three kinds of address, two ways of joining their maps, and what the TLB remembers.',
      'zh-CN': '三种地址，把映射接起来的两种办法，以及 TLB 记住了什么。',
    },
    lessons: [
      lesson('3.1', 'Three kinds of address', '三种地址', ['2.1']),
      lesson('3.2', 'Shadow page tables', '影子页表', ['3.1']),
      lesson('3.3', 'EPT, NPT and the two-dimensional walk', 'EPT、NPT 与二维页表遍历', ['3.1', '3.2']),
      lesson('3.4', 'Who owns this TLB entry?', '这条 TLB 表项归谁', ['3.3']),
    ],
  },
  {
    number: 4,
    title: { en: 'Devices and I/O', 'zh-CN': '设备与 I/O' },
    summary: {
      en: 'Three roads to a device, the ring of descriptors on one of them, and the last metre to disk and screen.',
      'zh-CN': '通往设备的三条路，其中一条上的描述符环，以及到磁盘和屏幕的最后一程。',
    },
    lessons: [
      lesson('4.1', 'Three roads to a device', '通往设备的三条路', ['2.5', '3.1']),
      lesson('4.2', 'Inside a virtqueue', 'virtqueue 内部', ['4.1']),
      lesson('4.3', 'IOMMU, VT-d and SR-IOV', 'IOMMU、VT-d 与 SR-IOV', ['4.1', '3.1']),
      lesson('4.4', 'Disks: files, volumes and templates', '磁盘：文件、卷与模板', ['4.1']),
      lesson('4.5', 'Screen, keyboard and mouse', '屏幕、键盘与鼠标', ['4.1']),
    ],
  },
  {
    number: 5,
    title: { en: 'Networks', 'zh-CN': '虚拟网络' },
    summary: {
      en: 'Bridges and modes, a cable made of a file, networks laid over networks, and routers made of namespaces.',
      'zh-CN': '网桥与模式，用文件做的网线，叠在网络之上的网络，以及用命名空间做的路由器。',
    },
    lessons: [
      lesson('5.1', 'The bridge is the switch', '网桥才是交换机', []),
      lesson('5.2', 'Five modes from four switches', '四个开关，五种模式', ['5.1']),
      lesson('5.3', 'TAP and TUN: a cable made of a file', 'TAP 与 TUN：用文件做网线', ['5.1']),
      lesson('5.4', 'Building a bridge: then and now', '搭建网桥：过去与现在', ['5.1']),
      lesson('5.5', 'VLAN, VXLAN and Open vSwitch', 'VLAN、VXLAN 与 Open vSwitch', ['5.1']),
      lesson('5.6', 'Namespaces and virtual routers', '命名空间与虚拟路由器', ['5.2', '5.5']),
    ],
  },
  {
    number: 6,
    title: { en: 'Hypervisors and their tools', 'zh-CN': '虚拟机管理程序与工具' },
    summary: {
      en: 'How the same few parts are put together in KVM, QEMU, Xen and the rest.',
      'zh-CN': '同样的几个部件，在 KVM、QEMU、Xen 等系统里是怎样拼起来的。',
    },
    lessons: [
      lesson('6.1', 'The KVM loop', 'KVM 的循环', ['2.5', '3.1']),
      lesson('6.2', 'QEMU and KVM: who does what', 'QEMU 与 KVM 的分工', ['6.1', '4.1']),
      lesson('6.3', 'Xen: domains, dom0 and split drivers', 'Xen：域、dom0 与分离驱动', ['2.4', '4.1']),
      lesson('6.4', 'Bare metal, hosted, in between and nested', '裸金属、宿主、介于其间与嵌套', ['1.3', '2.5']),
      lesson('6.5', 'libvirt and the tools', 'libvirt 与管理工具', ['6.2']),
    ],
  },
  {
    number: 7,
    title: { en: 'Containers and other non-machines', 'zh-CN': '容器及其他“非整机”虚拟化' },
    summary: {
      en: 'What can be had without a virtual machine, and where the boundary lies.',
      'zh-CN': '不用虚拟机能得到什么，边界又在哪里。',
    },
    lessons: [
      lesson('7.1', 'A container is a process with a private view', '容器是带私有视图的进程', [], ['1.3']),
      lesson('7.2', 'From jails to OCI, and when to prefer a VM', '从 jail 到 OCI，何时该用虚拟机', ['7.1', '2.5']),
    ],
  },
  {
    number: 8,
    title: { en: 'From hypervisor to cloud', 'zh-CN': '从虚拟化到云' },
    summary: {
      en: 'Who is responsible for what, where a machine may start, how it moves while it runs, and one last construction.',
      'zh-CN': '谁对什么负责，虚拟机能在哪里启动，怎样边运行边搬家，最后动手搭一次。',
    },
    lessons: [
      lesson('8.1', 'What makes a cloud', '什么才算云', ['1.1']),
      lesson('8.2', 'Where can this VM start?', '这台虚拟机能在哪里启动', ['8.1', '4.4']),
      lesson('8.3', 'Live migration', '热迁移', ['8.2', '3.1', '5.5']),
      lesson('8.4', 'Capstone: two companies, one cloud', '综合：两家公司，一朵云', 'all'),
    ],
  },
];
