import { both, type Text } from '#kit/text.ts';
import type { Deed } from './state.ts';

export const title = both('Three roads to a device', '通往设备的三条路');
export const question = both(
  'What does one packet cost on its way from the guest’s driver to the wire?',
  '一个包从客户机驱动走到网线，要付出什么代价？',
);

export const controlWords = {
  road: both('Road to the device', '通往设备的路'),
  roads: {
    emulated: both('emulated (e1000, IDE)', '模拟设备（e1000、IDE）'),
    virtio: both('virtio, backend in QEMU', 'virtio，后端在 QEMU'),
    vhost: both('virtio, backend in the kernel (vhost)', 'virtio，后端在内核（vhost）'),
    passthrough: both('passthrough of the whole device', '整个设备透传'),
    sriov: both('SR-IOV virtual function', 'SR-IOV 虚拟功能'),
  },
  request: both('The driver', '驱动做什么'),
  requests: {
    send: both('sends packets', '发包'),
    ping: both('sends, and gets an answer to each', '发送，并各收到一个应答'),
    read: both('reads blocks', '读磁盘块'),
  },
  packets: both('Packets, or blocks', '包或块的数目'),
  batch: both('Put into the ring before the device is told', '通知设备前放入环中的数目'),
  suppression: both('Suppression of notifications', '通知抑制'),
  suppressions: {
    off: both('off', '关'),
    flags: both('flags NO_NOTIFY, NO_INTERRUPT', '标志 NO_NOTIFY、NO_INTERRUPT'),
    event: both('event indices (EVENT_IDX)', '事件索引（EVENT_IDX）'),
  },
  backend: both('Backend thread', '后端线程'),
  backends: {
    faster: both('faster: the ring is empty by the next batch', '较快：下一批来时环已空'),
    slower: both('slower: still at work when it comes', '较慢：下一批来时仍在忙'),
  },
  iommu: both('IOMMU', 'IOMMU'),
  posted: both('Posted interrupts', '投递式中断'),
  blockMode: both('IDE disk transfers by', 'IDE 磁盘的传输方式'),
  blockModes: { pio: both('PIO: port by port', 'PIO：逐次读端口'), dma: both('bus-master DMA', '总线主控 DMA') },
  port: both('IDE data port, bits an access', 'IDE 数据端口每次读的位数'),
  ports: { '16': '16', '32': '32' },
  block: both('Bytes of a block', '块大小'),
  blocks: { '4': '4 KiB', '64': '64 KiB' },
  size: both('Bytes of a packet', '每包字节数'),
  exit: both('Cycles: a VM exit the kernel handles', '周期：内核处理一次虚拟机退出'),
  userReturn: both('Cycles: and on to user space and back', '周期：再到用户态往返'),
  contextSwitch: both('Cycles: a thread is woken', '周期：唤醒一个线程'),
  interrupt: both('Cycles: the guest takes an interrupt', '周期：客户机接受一次中断'),
  copy: both('Cycles: 1,024 bytes are copied', '周期：复制 1,024 字节'),
} as const;

export const readingWords = {
  exits: both('VM exits', '虚拟机退出'),
  kicks: both('notifications (kicks)', '通知（踢）'),
  interrupts: both('interrupts', '中断'),
  copies: both('copies by a processor', '处理器复制次数'),
  contextSwitches: both('context switches', '上下文切换'),
  delivered: both('delivered', '已送达'),
  exitsPerPacket: both('exits per packet', '每包退出数'),
  cyclesPerPacket: both('cost per packet', '每包代价'),
  bytes: both('bytes delivered', '送达的字节'),
  copiedBytes: both('bytes copied by a processor', '处理器复制的字节'),
  userReturns: both('returns to user space', '返回用户态的次数'),
  keptKicks: both('notifications left out', '省掉的通知'),
  keptInterrupts: both('interrupts left out', '省掉的中断'),
  translations: both('DMA addresses translated', '转换的 DMA 地址'),
  tableReads: both('IOMMU table entries read', '读 IOMMU 表项次数'),
  dmaFaults: both('DMA faults', 'DMA 故障'),
  refused: both('addresses the VMM refused', 'VMM 拒绝的地址'),
  breaches: both('accesses to the neighbour’s memory', '访问到邻居内存的次数'),
  guests: both('guests on the device', '使用该设备的客户机'),
  host: both('runs on host', '所在宿主机'),
  migratable: both('can be migrated', '可否迁移'),
  ring: both('the ring of guest A', '客户机 A 的环'),
  arrived: both('arrived last', '最近送达'),
  exit: both('price of an exit', '一次退出的价格'),
  userReturn: both('price of a return to user space', '返回用户态的价格'),
  contextSwitch: both('price of waking a thread', '唤醒线程的价格'),
  interrupt: both('price of an interrupt', '一次中断的价格'),
  copy: both('price of copying 1,024 bytes', '复制 1,024 字节的价格'),
  cycles: both('cycles', '周期'),
  byte: both('bytes', '字节'),
  yes: both('yes', '可以'),
  no: both('no', '不可以'),
  costSource: both(
    'model: what was counted, times the prices below; a real device’s own time costs the processor nothing',
    '模型：各项计数乘以下面的单价；真实设备自己用的时间不花处理器的周期',
  ),
  exitSource: both(
    'a KVM round trip measured at 1,932–2,926 ticks (CPUID and VMCALL, Cascade Lake); set by you',
    '实测 KVM 往返一次 1,932～2,926 个时钟计数（CPUID 与 VMCALL，Cascade Lake）；可由你设定',
  ),
  userSource: both(
    'an assumption without a source: 5,000–15,000 cycles for an exit to a user-space device model, less the exit; set by you',
    '没有来源的假定：退出到用户态设备模型 5,000～15,000 周期，减去退出本身；可由你设定',
  ),
  switchSource: both(
    'a process switch by pipe measured at 5,450–7,100 ticks one way (Cascade Lake); set by you',
    '实测借管道切换一次进程，单程 5,450～7,100 个时钟计数（Cascade Lake）；可由你设定',
  ),
  interruptSource: both(
    'an assumption; 1,093 cycles for a page fault on a Pentium 4 (Adams and Agesen 2006); set by you',
    '假定；Pentium 4 上一次缺页 1,093 周期（Adams 与 Agesen 2006）；可由你设定',
  ),
  copySource: both(
    'an assumption without a source: about 4 bytes a cycle; set by you',
    '没有来源的假定：约每周期 4 字节；可由你设定',
  ),
} as const;

export const eventWords = {
  move: (verb: Deed['verb']): Text =>
    ({
      migrate: both('migrated', '已迁移'),
      share: both('a second guest', '第二台客户机'),
      hostile: both('a hostile address is planned', '准备写入恶意地址'),
    })[verb],
  refusedMove: (verb: Deed['verb']): Text =>
    ({
      migrate: both('migration refused', '迁移被拒绝'),
      share: both('sharing refused', '共享被拒绝'),
      hostile: both('no address to forge', '没有地址可伪造'),
    })[verb],
  breach: both('the neighbour’s memory is reached', '访问到邻居的内存'),
  fault: both('DMA fault', 'DMA 故障'),
  refused: both('the VMM refuses the address', 'VMM 拒绝该地址'),
  exit: (n: number) => (n === 1 ? both('VM exit', '虚拟机退出') : both(`${n} VM exits`, `${n} 次虚拟机退出`)),
  kept: both('a notification is left out', '省掉一次通知'),
  woken: both('the backend is woken', '唤醒后端'),
  interrupt: both('interrupt', '中断'),
  doorbell: both('doorbell, no exit', '门铃，无退出'),
} as const;

export const goalWords = {
  fewText: both(
    'Get 16 packets or more through with fewer than 0.2 exits each, and migrate the guest when some are through and some are not.',
    '送达至少 16 个包，平均每包退出少于 0.2 次，并在已送达一部分、还剩一部分时迁移客户机。',
  ),
  fewDone: both(
    'A virtqueue costs one notification for a whole batch, and its state is a few numbers that the VMM can carry to another host.',
    '虚拟队列一批只需一次通知，而它的状态只是 VMM 能带到另一台宿主机的几个数字。',
  ),
  noneText: both(
    'Let two guests use one device, deliver 32 packets or more, and have no exit at all.',
    '让两台客户机共用一个设备，送达至少 32 个包，且一次退出都没有。',
  ),
  noneDone: both(
    'Each virtual function has its own queues, requester ID and IOMMU tables, and its interrupts are posted. What is gone is the migrate button.',
    '每个虚拟功能都有自己的队列、请求者 ID 和 IOMMU 表，中断由硬件投递。失去的是“迁移”。',
  ),
  neighbourText: both(
    'Break the isolation: let a device reach a page of the neighbour’s memory.',
    '打破隔离：让设备访问到邻居内存的一页。',
  ),
  neighbourDone: both(
    'The processor’s own page tables do not stand between a device and memory. Without an IOMMU whoever programs the device programs all of memory.',
    '处理器的页表并不挡在设备与内存之间。没有 IOMMU，谁能给设备编程，谁就能读写全部内存。',
  ),
} as const;

/** What stands on the parts of the picture. */
export const labels = {
  driver: (guest: number) => (guest === 0 ? both('Guest A', '客户机 A') : both('Guest B', '客户机 B')),
  drivers: {
    emulated: both('e1000 driver', 'e1000 驱动'),
    ide: both('IDE driver', 'IDE 驱动'),
    virtio: both('virtio-net', 'virtio-net'),
    virtioDisk: both('virtio-blk', 'virtio-blk'),
    real: both('NIC driver', '网卡驱动'),
    realDisk: both('NVMe driver', 'NVMe 驱动'),
  },
  qemu: both('QEMU', 'QEMU'),
  user: both('user space', '用户态'),
  kernel: both('host kernel', '宿主机内核'),
  kvm: both('KVM', 'KVM'),
  vhost: both('vhost', 'vhost'),
  tap: both('tap', 'tap'),
  cache: both('page cache', '页缓存'),
  nic: both('NIC', '网卡'),
  disk: both('disk', '磁盘'),
  physical: both('of the host', '归宿主机'),
  pf: both('PF 01:00.0', 'PF 01:00.0'),
  vf: (guest: number) => both(`VF 01:10.${2 * guest}`, `VF 01:10.${2 * guest}`),
  iommu: both('IOMMU', 'IOMMU'),
  iommuOff: both('off', '关'),
  iommuIdle: both('not asked', '未用到'),
  iommuOn: both('I/O page tables', 'I/O 页表'),
  neighbour: both('A page of B', 'B 的一页'),
  neighbourSafe: both('not reached', '未被访问'),
  neighbourRead: both('read by device', '被设备读走'),
  neighbourWritten: both('overwritten', '被设备改写'),
  above: both('guest', '客户机'),
  below: both('VMM', 'VMM'),
  hardware: both('hardware', '硬件'),
  migrate: both('Migrate', '迁移'),
  share: both('Share it', '共享设备'),
  hostile: both('Forge address', '伪造地址'),
  wire: both('arrived:', '已送达：'),
  none: both('nothing yet', '尚无'),
  host: (n: number) => both(`host ${n}`, `宿主机 ${n}`),
} as const;

export const ringTitles = {
  ring: (guest: string, from: number, to: number) =>
    both(
      `Ring in ${guest}’s memory: slots ${from}–${to} of 256`,
      `客户机 ${guest} 内存中的环：256 槽中的 ${from}–${to}`,
    ),
  queue: (guest: string, from: number, to: number) =>
    both(
      `Virtqueue in ${guest}’s memory: ${from}–${to} of 256`,
      `客户机 ${guest} 内存中的虚拟队列：256 槽中的 ${from}–${to}`,
    ),
  sectors: both('One command: 8 sectors, port by port', '一条命令：8 个扇区，逐次读端口'),
  region: (guest: string) => both(`Region descriptor in ${guest}’s memory`, `客户机 ${guest} 内存中的区域描述符`),
} as const;

export const owners = {
  free: both('free', '空'),
  driver: both('driver', '驱动'),
  device: both('device', '设备'),
  done: both('done', '完成'),
} as const;

export const abouts = {
  slot: (n: number, owner: keyof typeof owners): Text => {
    const en = {
      free: 'free',
      driver: 'filled by the driver, the device does not know of it',
      device: 'the device’s',
      done: 'given back, not yet taken by the driver',
    }[owner];
    const zh = { free: '空闲', driver: '驱动已填好，设备尚不知道', device: '归设备', done: '已还回，驱动尚未收走' }[
      owner
    ];
    return both(`Slot ${n}: ${en}`, `第 ${n} 槽：${zh}`);
  },
  migrate: both('Move the running guests to another host', '把运行中的客户机搬到另一台宿主机'),
  share: both('Let guest B use the device too', '让客户机 B 也使用该设备'),
  hostile: both(
    'Let guest A’s driver give the device an address in guest B’s memory',
    '让客户机 A 的驱动把客户机 B 内存中的地址交给设备',
  ),
  planned: both('The hostile request is next in turn', '恶意请求即将执行'),
} as const;
