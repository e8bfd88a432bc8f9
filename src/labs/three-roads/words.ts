import type { Text } from '#kit/text.ts';
import type { Deed } from './state.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const title = text('Three roads to a device', '通往设备的三条路');
export const question = text(
  'What does one packet cost on its way from the guest’s driver to the wire?',
  '一个数据包从客户机驱动走到网线，要付出什么代价？',
);

export const controlWords = {
  road: text('Road to the device', '通往设备的路'),
  roads: {
    emulated: text('emulated (e1000, IDE)', '模拟设备（e1000、IDE）'),
    virtio: text('virtio, backend in QEMU', 'virtio，后端在 QEMU'),
    vhost: text('virtio, backend in the kernel (vhost)', 'virtio，后端在内核（vhost）'),
    passthrough: text('passthrough of the whole device', '整个设备透传'),
    sriov: text('SR-IOV virtual function', 'SR-IOV 虚拟功能'),
  },
  request: text('The driver', '驱动做什么'),
  requests: {
    send: text('sends packets', '发送数据包'),
    ping: text('sends, and gets an answer to each', '发送，并各收到一个回应'),
    read: text('reads blocks', '读磁盘块'),
  },
  packets: text('Packets, or blocks', '数据包或块的数目'),
  batch: text('Put into the ring before the device is told', '通知设备前放入环中的数目'),
  suppression: text('Suppression of notifications', '通知抑制'),
  suppressions: {
    off: text('off', '关'),
    flags: text('flags NO_NOTIFY, NO_INTERRUPT', '标志 NO_NOTIFY、NO_INTERRUPT'),
    event: text('event indices (EVENT_IDX)', '事件索引（EVENT_IDX）'),
  },
  backend: text('Backend thread', '后端线程'),
  backends: {
    faster: text('faster: the ring is empty by the next batch', '较快：下一批来时环已空'),
    slower: text('slower: still at work when it comes', '较慢：下一批来时仍在忙'),
  },
  iommu: text('IOMMU', 'IOMMU'),
  posted: text('Posted interrupts', '投递式中断'),
  blockMode: text('IDE disk transfers by', 'IDE 磁盘的传输方式'),
  blockModes: { pio: text('PIO: port by port', 'PIO：逐次读端口'), dma: text('bus-master DMA', '总线主控 DMA') },
  port: text('IDE data port, bits an access', 'IDE 数据端口每次读的位数'),
  ports: { '16': '16', '32': '32' },
  block: text('Bytes of a block', '块大小'),
  blocks: { '4': '4 KiB', '64': '64 KiB' },
  size: text('Bytes of a packet', '数据包字节数'),
  exit: text('Cycles: a VM exit the kernel handles', '周期：内核处理一次虚拟机退出'),
  userReturn: text('Cycles: and on to user space and back', '周期：再到用户态往返'),
  contextSwitch: text('Cycles: a thread is woken', '周期：唤醒一个线程'),
  interrupt: text('Cycles: the guest takes an interrupt', '周期：客户机接受一次中断'),
  copy: text('Cycles: 1,024 bytes are copied', '周期：复制 1,024 字节'),
} as const;

export const readingWords = {
  exits: text('VM exits', '虚拟机退出'),
  kicks: text('notifications (kicks)', '通知（踢）'),
  interrupts: text('interrupts', '中断'),
  copies: text('copies by a processor', '处理器复制次数'),
  contextSwitches: text('context switches', '上下文切换'),
  delivered: text('delivered', '已送达'),
  exitsPerPacket: text('exits per packet', '每包退出数'),
  cyclesPerPacket: text('cost per packet', '每包代价'),
  bytes: text('bytes delivered', '送达的字节'),
  copiedBytes: text('bytes copied by a processor', '处理器复制的字节'),
  userReturns: text('returns to user space', '返回用户态的次数'),
  keptKicks: text('notifications left out', '省掉的通知'),
  keptInterrupts: text('interrupts left out', '省掉的中断'),
  translations: text('DMA addresses translated', '转换的 DMA 地址'),
  tableReads: text('IOMMU table entries read', '读 IOMMU 表项次数'),
  dmaFaults: text('DMA faults', 'DMA 故障'),
  refused: text('addresses the VMM refused', 'VMM 拒绝的地址'),
  breaches: text('accesses to the neighbour’s memory', '访问到邻居内存的次数'),
  guests: text('guests on the device', '使用该设备的客户机'),
  host: text('runs on host', '所在宿主机'),
  migratable: text('can be migrated', '可否迁移'),
  ring: text('the ring of guest A', '客户机 A 的环'),
  arrived: text('arrived last', '最近送达'),
  exit: text('price of an exit', '一次退出的价格'),
  userReturn: text('price of a return to user space', '返回用户态的价格'),
  contextSwitch: text('price of waking a thread', '唤醒线程的价格'),
  interrupt: text('price of an interrupt', '一次中断的价格'),
  copy: text('price of copying 1,024 bytes', '复制 1,024 字节的价格'),
  cycles: text('cycles', '周期'),
  byte: text('bytes', '字节'),
  yes: text('yes', '可以'),
  no: text('no', '不可以'),
  costSource: 'model: what was counted, times the prices below; a real device’s own time costs the processor nothing',
  exitSource: 'a KVM round trip measured at 1,932–2,926 ticks (CPUID and VMCALL, Cascade Lake); set by you',
  userSource:
    'an assumption without a source: 5,000–15,000 cycles for an exit to a user-space device model, less the exit; set by you',
  switchSource: 'a process switch by pipe measured at 5,450–7,100 ticks one way (Cascade Lake); set by you',
  interruptSource: 'an assumption; 1,093 cycles for a page fault on a Pentium 4 (adams2006); set by you',
  copySource: 'an assumption without a source: about 4 bytes a cycle; set by you',
} as const;

export const eventWords = {
  move: (verb: Deed['verb']): Text =>
    ({
      migrate: text('migrated', '已迁移'),
      share: text('a second guest', '第二台客户机'),
      hostile: text('a hostile address is planned', '准备写入恶意地址'),
    })[verb],
  refusedMove: (verb: Deed['verb']): Text =>
    ({
      migrate: text('migration refused', '迁移被拒绝'),
      share: text('sharing refused', '共享被拒绝'),
      hostile: text('no address to forge', '没有地址可伪造'),
    })[verb],
  breach: text('the neighbour’s memory is reached', '访问到邻居的内存'),
  fault: text('DMA fault', 'DMA 故障'),
  refused: text('the VMM refuses the address', 'VMM 拒绝该地址'),
  exit: (n: number) => (n === 1 ? text('VM exit', '虚拟机退出') : text(`${n} VM exits`, `${n} 次虚拟机退出`)),
  kept: text('a notification is left out', '省掉一次通知'),
  woken: text('the backend is woken', '唤醒后端'),
  interrupt: text('interrupt', '中断'),
  doorbell: text('doorbell, no exit', '门铃，无退出'),
} as const;

export const goalWords = {
  fewText: text(
    'Get 16 packets or more through with fewer than 0.2 exits each, and migrate the guest on the way.',
    '送达至少 16 个数据包，平均每包退出少于 0.2 次，并在途中迁移客户机。',
  ),
  fewDone: text(
    'A virtqueue costs one exit for a whole batch, and its state is a few numbers that the VMM can carry to another host.',
    '虚拟队列一批只需一次退出，而它的状态只是 VMM 能带到另一台宿主机的几个数字。',
  ),
  noneText: text(
    'Let two guests use one device, deliver 32 packets or more, and have no exit at all.',
    '让两台客户机共用一个设备，送达至少 32 个数据包，且一次退出都没有。',
  ),
  noneDone: text(
    'Each virtual function has its own queues, requester ID and IOMMU tables, and its interrupts are posted. What is gone is the migrate button.',
    '每个虚拟功能都有自己的队列、请求者 ID 和 IOMMU 表，中断由硬件投递。失去的是“迁移”。',
  ),
  neighbourText: text(
    'Break the isolation: let a device reach a page of the neighbour’s memory.',
    '打破隔离：让设备访问到邻居内存的一页。',
  ),
  neighbourDone: text(
    'The processor’s own page tables do not stand between a device and memory. Without an IOMMU whoever programs the device programs all of memory.',
    '处理器的页表并不挡在设备与内存之间。没有 IOMMU，谁能给设备编程，谁就能读写全部内存。',
  ),
} as const;

/** What stands on the parts of the picture. */
export const labels = {
  driver: (guest: number) => (guest === 0 ? text('Guest A', '客户机 A') : text('Guest B', '客户机 B')),
  drivers: {
    emulated: text('e1000 driver', 'e1000 驱动'),
    ide: text('IDE driver', 'IDE 驱动'),
    virtio: text('virtio-net', 'virtio-net'),
    virtioDisk: text('virtio-blk', 'virtio-blk'),
    real: text('NIC driver', '网卡驱动'),
    realDisk: text('NVMe driver', 'NVMe 驱动'),
  },
  qemu: text('QEMU', 'QEMU'),
  user: text('user space', '用户态'),
  kernel: text('host kernel', '宿主机内核'),
  kvm: text('KVM', 'KVM'),
  vhost: text('vhost', 'vhost'),
  tap: text('tap', 'tap'),
  cache: text('page cache', '页缓存'),
  nic: text('NIC', '网卡'),
  disk: text('disk', '磁盘'),
  physical: text('of the host', '归宿主机'),
  pf: text('PF 01:00.0', 'PF 01:00.0'),
  vf: (guest: number) => text(`VF 01:10.${2 * guest}`, `VF 01:10.${2 * guest}`),
  iommu: text('IOMMU', 'IOMMU'),
  iommuOff: text('off', '关'),
  iommuIdle: text('not asked', '未用到'),
  iommuOn: text('I/O page tables', 'I/O 页表'),
  neighbour: text('A page of B', 'B 的一页'),
  neighbourSafe: text('not reached', '未被访问'),
  neighbourRead: text('read by device', '被设备读走'),
  neighbourWritten: text('overwritten', '被设备改写'),
  above: text('guest', '客户机'),
  below: text('VMM', 'VMM'),
  hardware: text('hardware', '硬件'),
  migrate: text('Migrate', '迁移'),
  share: text('Share it', '共享设备'),
  hostile: text('Forge address', '伪造地址'),
  wire: text('arrived:', '已送达：'),
  none: text('nothing yet', '尚无'),
  host: (n: number) => text(`host ${n}`, `宿主机 ${n}`),
} as const;

export const ringTitles = {
  ring: (guest: string, from: number, to: number) =>
    text(
      `Ring in ${guest}’s memory: slots ${from}–${to} of 256`,
      `客户机 ${guest} 内存中的环：256 槽中的 ${from}–${to}`,
    ),
  queue: (guest: string, from: number, to: number) =>
    text(
      `Virtqueue in ${guest}’s memory: ${from}–${to} of 256`,
      `客户机 ${guest} 内存中的虚拟队列：256 槽中的 ${from}–${to}`,
    ),
  sectors: text('One command: 8 sectors, port by port', '一条命令：8 个扇区，逐次读端口'),
  region: (guest: string) => text(`Region descriptor in ${guest}’s memory`, `客户机 ${guest} 内存中的区域描述符`),
} as const;

export const owners = {
  free: text('free', '空'),
  driver: text('driver', '驱动'),
  device: text('device', '设备'),
  done: text('done', '完成'),
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
    return text(`Slot ${n}: ${en}`, `第 ${n} 槽：${zh}`);
  },
  migrate: text('Move the running guests to another host', '把运行中的客户机搬到另一台宿主机'),
  share: text('Let guest B use the device too', '让客户机 B 也使用该设备'),
  hostile: text(
    'Let guest A’s driver give the device an address in guest B’s memory',
    '让客户机 A 的驱动把客户机 B 内存中的地址交给设备',
  ),
  planned: text('The hostile request is next in turn', '恶意请求即将执行'),
} as const;
