import { both, type Text } from '#kit/text.ts';
import type { Fate } from '#sim/stacks/fate.ts';
import type { CrossingKind, HopKind } from '#sim/stacks/hop.ts';
import type { Way } from '#sim/stacks/layer.ts';
import type { Request } from '#sim/stacks/requests.ts';
import type { LayerKind, Privilege } from '#sim/systems/system.ts';

export const title = both('Stacks', '系统的分层');
export const question = both(
  'Which layers does one request pass, who is entered each time, and whose driver reaches the device?',
  '一个请求要经过哪些层？每次进入的是谁？最后用谁的驱动碰到设备？',
);

export const controlWords = {
  system: both('System', '系统'),
  request: both('Request', '请求'),
  nested: both('Nested: L1 inside its guest', '嵌套：客户机里的 L1'),
  none: both('nothing', '无'),
  shadowVmcs: both('VMCS shadowing', 'VMCS 影子'),
  vmcsAccesses: both('VMREADs and VMWRITEs of L1 for each exit', 'L1 每次处理退出所做的 VMREAD 与 VMWRITE'),
  kernelRing: both('Ring of a Xen PV kernel', 'Xen PV 内核所在的环'),
  ring1: both('1 (32-bit)', '1（32 位）'),
  ring3: both('3 (64-bit)', '3（64 位）'),
  hypervisorModel: both('hypervisor model (F1.8)', 'Hypervisor 模型（F1.8）'),
  hostedModel: both('hosted model (F1.8)', '宿主模型（F1.8）'),
  prices: {
    exit: both('Cycles: VM exit and entry', '周期：虚拟机退出并返回'),
    hypercall: both('Cycles: hypercall', '周期：超级调用'),
    trap: both('Cycles: trap into a monitor', '周期：陷入监控器'),
    syscall: both('Cycles: system call', '周期：系统调用'),
    fault: both('Cycles: page fault taken', '周期：进入缺页处理'),
    interrupt: both('Cycles: interrupt taken', '周期：进入中断处理'),
    emulated: both('Cycles: emulated step', '周期：一次模拟'),
    userReturn: both('Cycles: on to a device model', '周期：再到用户态设备模型'),
    contextSwitch: both('Cycles: context switch', '周期：上下文切换'),
    worldSwitch: both('Cycles: world switch, one way', '周期：世界切换，单程'),
    copy: both('Cycles: 1,024 bytes are copied', '周期：复制 1,024 字节'),
  },
} as const;

export const requestWords: Readonly<Record<Request, Text>> = {
  'privileged-instruction': both('privileged instruction', '特权指令'),
  'system-call': both('system call', '系统调用'),
  'page-fault': both('page fault', '缺页'),
  'disk-write': both('disk write', '写磁盘'),
  packet: both('packet', '发数据包'),
};
/** At the beginning of a sentence. */
export const beginWords: Readonly<Record<Request, Text>> = {
  'privileged-instruction': both('A privileged instruction', '一条特权指令'),
  'system-call': both('A system call', '一次系统调用'),
  'page-fault': both('A page fault', '一次缺页'),
  'disk-write': both('A disk write', '一次磁盘写入'),
  packet: both('A packet', '一个数据包'),
};
/** On the token, where there is little room. */
export const tokenWords: Readonly<Record<Request, Text>> = {
  'privileged-instruction': both('WRMSR', 'WRMSR'),
  'system-call': both('call', '调用'),
  'page-fault': both('fault', '缺页'),
  'disk-write': both('block', '数据块'),
  packet: both('packet', '数据包'),
};

export const layerWords: Readonly<Record<LayerKind, Text>> = {
  programs: both('Programs', '程序'),
  container: both('Container', '容器'),
  'guest-kernel': both('Guest kernel', '客户机内核'),
  'service-os': both('Control OS', '管理系统'),
  'device-model': both('Device model', '设备模型'),
  vmm: both('Monitor', '监控器'),
  firmware: both('Firmware', '固件'),
  emulator: both('Emulator', '模拟器'),
  library: both('Library', '库'),
  'language-vm': both('Language VM', '语言虚拟机'),
  tool: both('Tool', '工具'),
  'host-kernel': both('Host kernel', '宿主内核'),
  hardware: both('Hardware', '硬件'),
};

export const privilegeWords: Readonly<Record<Privilege, Text>> = {
  nonroot3: both('non-root, ring 3', '非根，ring 3'),
  nonroot0: both('non-root, ring 0', '非根，ring 0'),
  root3: both('root, ring 3', '根，ring 3'),
  root0: both('root, ring 0', '根，ring 0'),
  ring3: both('ring 3', 'ring 3'),
  ring1: both('ring 1', 'ring 1'),
  ring0: both('ring 0', 'ring 0'),
  user: both('user mode', '用户态'),
  kernel: both('kernel mode', '内核态'),
  problem: both('problem state', '问题态'),
  supervisor: both('supervisor state', '管态'),
};

export const kindWords: Readonly<Record<HopKind, Text>> = {
  syscall: both('system call', '系统调用'),
  fault: both('page fault', '缺页'),
  trap: both('trap', '陷入'),
  exit: both('VM exit', '退出'),
  hypercall: both('hypercall', '超级调用'),
  interrupt: both('interrupt', '中断'),
  entry: both('VM entry', '进入'),
  return: both('return', '返回'),
  'world-switch': both('world switch', '世界切换'),
  call: both('call', '调用'),
  emulated: both('emulated', '模拟'),
  doorbell: both('doorbell', '门铃'),
};

/** What is counted, of a guest or of whatever else runs inside. */
export const countWords = (inside: Text): Readonly<Record<CrossingKind, Text>> => ({
  syscall: both(`system calls out of ${inside.en}`, `离开${inside['zh-CN']}的系统调用`),
  fault: both(`faults taken outside ${inside.en}`, `由${inside['zh-CN']}外处理的缺页`),
  trap: both('traps', '陷入'),
  exit: both('VM exits', '虚拟机退出'),
  hypercall: both('hypercalls', '超级调用'),
  interrupt: both('interrupts', '中断'),
});

/** The way in which it is run. */
export const wayWords: Readonly<Record<Way, Text>> = {
  assist: both('hardware-assisted', '硬件辅助'),
  trap: both('trap and emulate', '陷入再模拟'),
  para: both('paravirtual', '半虚拟化'),
  translate: both('translated', '二进制翻译'),
  share: both('shares the host’s kernel', '共享宿主机内核'),
  library: both('an interface made again', '重做接口'),
  language: both('a language’s bytecode', '语言的字节码'),
};

export const fateWords: Readonly<Record<Fate, Text>> = {
  lives: both('runs on', '照常运行'),
  stalls: both('runs, but its devices do not answer', '还在运行，但设备没有应答'),
  dies: both('is gone', '没了'),
};

export const marks = {
  driver: both('driver', '驱动'),
  crossings: both('Crossings', '穿越'),
  lastCrossings: (shown: number, all: number): Text =>
    both(`Crossings, the last ${shown} of ${all}`, `穿越：共 ${all} 次，最后 ${shown} 次`),
  none: both('none so far', '还没有'),
  refused: both('No nesting here', '这里不能嵌套'),
  crash: (name: Text) => both(`${name.en}: crash it`, `${name['zh-CN']}：让它崩溃`),
  mend: (name: Text) => both(`${name.en}: undo the crash`, `${name['zh-CN']}：撤销崩溃`),
} as const;

export const changedWord = both('changed to call the monitor', '改成主动调用监控器');
