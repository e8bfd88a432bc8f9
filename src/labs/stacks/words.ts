import type { Text } from '#kit/text.ts';
import type { Fate } from '#sim/stacks/fate.ts';
import type { CrossingKind, HopKind } from '#sim/stacks/hop.ts';
import type { Request } from '#sim/stacks/requests.ts';
import type { LayerKind, Privilege } from '#sim/systems/system.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const title = text('Stacks', '系统的分层');
export const question = text(
  'Which layers does one request pass, who is entered each time, and whose driver reaches the device?',
  '一个请求要经过哪些层？每次进入的是谁？最后用谁的驱动碰到设备？',
);

export const controlWords = {
  system: text('System', '系统'),
  request: text('Request', '请求'),
  nested: text('Nested: L1 inside its guest', '嵌套：客户机里的 L1'),
  none: text('nothing', '无'),
  shadowVmcs: text('VMCS shadowing', 'VMCS 影子'),
  vmcsAccesses: text('VMREADs and VMWRITEs of L1 for each exit', 'L1 每次处理退出所做的 VMREAD 与 VMWRITE'),
  kernelRing: text('Ring of a Xen PV kernel', 'Xen PV 内核所在的环'),
  ring1: text('1 (32-bit)', '1（32 位）'),
  ring3: text('3 (64-bit)', '3（64 位）'),
  hypervisorModel: text('hypervisor model (F1.8)', 'Hypervisor 模型（F1.8）'),
  hostedModel: text('hosted model (F1.8)', '宿主模型（F1.8）'),
  prices: {
    exit: text('Cycles: VM exit and entry', '周期：虚拟机退出并返回'),
    hypercall: text('Cycles: hypercall', '周期：超级调用'),
    trap: text('Cycles: trap into a monitor', '周期：陷入监控器'),
    syscall: text('Cycles: system call', '周期：系统调用'),
    fault: text('Cycles: page fault taken', '周期：进入缺页处理'),
    interrupt: text('Cycles: interrupt taken', '周期：进入中断处理'),
    emulated: text('Cycles: emulated step', '周期：一次模拟'),
    userReturn: text('Cycles: on to a device model', '周期：再到用户态设备模型'),
    contextSwitch: text('Cycles: context switch', '周期：上下文切换'),
    worldSwitch: text('Cycles: world switch, one way', '周期：世界切换，单程'),
    copy: text('Cycles: 1,024 bytes are copied', '周期：复制 1,024 字节'),
  },
} as const;

export const requestWords: Readonly<Record<Request, Text>> = {
  'privileged-instruction': text('privileged instruction', '特权指令'),
  'system-call': text('system call', '系统调用'),
  'page-fault': text('page fault', '缺页'),
  'disk-write': text('disk write', '写磁盘'),
  packet: text('packet', '发数据包'),
};
/** At the beginning of a sentence. */
export const beginWords: Readonly<Record<Request, Text>> = {
  'privileged-instruction': text('A privileged instruction', '一条特权指令'),
  'system-call': text('A system call', '一次系统调用'),
  'page-fault': text('A page fault', '一次缺页'),
  'disk-write': text('A disk write', '一次磁盘写入'),
  packet: text('A packet', '一个数据包'),
};
/** On the token, where there is little room. */
export const tokenWords: Readonly<Record<Request, Text>> = {
  'privileged-instruction': text('WRMSR', 'WRMSR'),
  'system-call': text('call', '调用'),
  'page-fault': text('fault', '缺页'),
  'disk-write': text('block', '数据块'),
  packet: text('packet', '数据包'),
};

export const layerWords: Readonly<Record<LayerKind, Text>> = {
  programs: text('Programs', '程序'),
  container: text('Container', '容器'),
  'guest-kernel': text('Guest kernel', '客户机内核'),
  'service-os': text('Control OS', '管理系统'),
  'device-model': text('Device model', '设备模型'),
  vmm: text('Monitor', '监控器'),
  firmware: text('Firmware', '固件'),
  emulator: text('Emulator', '模拟器'),
  library: text('Library', '库'),
  'language-vm': text('Language VM', '语言虚拟机'),
  tool: text('Tool', '工具'),
  'host-kernel': text('Host kernel', '宿主内核'),
  hardware: text('Hardware', '硬件'),
};

export const privilegeWords: Readonly<Record<Privilege, Text>> = {
  nonroot3: text('non-root, ring 3', '非根，环 3'),
  nonroot0: text('non-root, ring 0', '非根，环 0'),
  root3: text('root, ring 3', '根，环 3'),
  root0: text('root, ring 0', '根，环 0'),
  ring3: text('ring 3', '环 3'),
  ring1: text('ring 1', '环 1'),
  ring0: text('ring 0', '环 0'),
  user: text('user mode', '用户态'),
  kernel: text('kernel mode', '内核态'),
  problem: text('problem state', '问题态'),
  supervisor: text('supervisor state', '管态'),
};

export const kindWords: Readonly<Record<HopKind, Text>> = {
  syscall: text('system call', '系统调用'),
  fault: text('page fault', '缺页'),
  trap: text('trap', '陷入'),
  exit: text('VM exit', '退出'),
  hypercall: text('hypercall', '超级调用'),
  interrupt: text('interrupt', '中断'),
  entry: text('VM entry', '进入'),
  return: text('return', '返回'),
  'world-switch': text('world switch', '世界切换'),
  call: text('call', '调用'),
  emulated: text('emulated', '模拟'),
  doorbell: text('doorbell', '门铃'),
};

export const countWords: Readonly<Record<CrossingKind, Text>> = {
  syscall: text('system calls out of the guest', '离开客户机的系统调用'),
  fault: text('faults taken outside the guest', '由客户机外处理的缺页'),
  trap: text('traps', '陷入'),
  exit: text('VM exits', '虚拟机退出'),
  hypercall: text('hypercalls', '超级调用'),
  interrupt: text('interrupts', '中断'),
};

export const fateWords: Readonly<Record<Fate, Text>> = {
  lives: text('runs on', '照常运行'),
  stalls: text('runs, but its devices do not answer', '还在运行，但设备没有回应'),
  dies: text('is gone', '没了'),
};

export const marks = {
  driver: text('driver', '驱动'),
  crossings: text('Crossings', '穿越'),
  none: text('none so far', '还没有'),
  neighbour: text('A second guest', '另一台客户机'),
  refused: text('No nesting here', '这里不能嵌套'),
  crash: (name: Text) => text(`${name.en}: crash it`, `${name['zh-CN']}：让它崩溃`),
  mend: (name: Text) => text(`${name.en}: undo the crash`, `${name['zh-CN']}：撤销崩溃`),
} as const;

export const changedWord = text('changed to call the monitor', '改成主动调用监控器');
