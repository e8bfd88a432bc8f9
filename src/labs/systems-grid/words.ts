import { both, type Text } from '#kit/text.ts';
import type { LayerKind, Position, Privilege, Technique } from '#sim/systems/system.ts';

export const title = both('Two axes', '两条轴');
export const question = both(
  'Does where the monitor stands tell how the guest is run?',
  '知道监控器在哪里，就知道客户机怎样运行吗？',
);

export const controlWords = {
  rule: both('Rule', '规则'),
  help: both(
    'For example: type-2 implies slower-than type-1; container implies shared-kernel and not own-kernel; full implies hosted or in-kernel. Joined by and, or, not, implies and parentheses.',
    '例如：type-2 implies slower-than type-1；container implies shared-kernel and not own-kernel；full implies hosted or in-kernel。可用 and、or、not、implies 和括号连接。',
  ),
  year: both('Systems known by the year', '截至哪一年的系统'),
  alive: both('Only those still alive in that year', '只算当年仍在用的'),
} as const;

/** Where the monitor stands, in full. */
export const positionWords: Readonly<Record<Position, Text>> = {
  bare: both('on bare metal', '裸金属'),
  kernel: both('in a host’s kernel', '宿主机内核中'),
  host: both('on a host OS', '宿主操作系统上'),
  none: both('no monitor', '没有监控器'),
};
/** The same, at the head of a row. */
export const rowHeads: Readonly<Record<Position, Text>> = {
  bare: both('bare', '裸金属'),
  kernel: both('kernel', '内核中'),
  host: both('on OS', '系统上'),
  none: both('none', '无'),
};

/** How the guest is run, in full. */
export const techniqueWords: Readonly<Record<Technique, Text>> = {
  interpret: both('interpreted', '解释执行'),
  translate: both('translated', '二进制翻译'),
  trap: both('run directly and trapped', '直接执行、靠陷入'),
  para: both('paravirtual', '半虚拟化'),
  assist: both('hardware-assisted', '硬件辅助'),
  share: both('sharing the host’s kernel', '共享宿主机内核'),
  library: both('an interface made again', '重做接口'),
  language: both('a language’s bytecode', '语言的字节码'),
};
/** The same, at the head of a column or of a cell. */
export const columnHeads: Readonly<Record<Technique, Text>> = {
  interpret: both('interpret', '解释'),
  translate: both('translate', '翻译'),
  trap: both('trap', '陷入'),
  para: both('para', '半虚拟'),
  assist: both('assist', '硬件辅助'),
  share: both('one kernel', '共享内核'),
  library: both('library', '库'),
  language: both('language', '语言'),
};
export const marks = {
  out: both('no system', '不是系统'),
  outAbout: both('neither: nothing here runs a guest', '都不是：它不运行任何客户机'),
  cell: (position: Text, technique: Text) =>
    both(`${position.en}, ${technique.en}`, `${position['zh-CN']}，${technique['zh-CN']}`),
  more: (n: number) => `+${n}`,
  holds: both('the rule holds', '规则成立'),
  vacuous: both('nothing to break it', '没有可反驳它的系统'),
  open: both('not to be had here', '这里无从回答'),
  broken: (n: number) => both(`broken by ${n}`, `被 ${n} 个反驳`),
  concerns: (n: number, seen: number) => both(`${seen} of ${n} seen`, `已看 ${seen} / ${n}`),
} as const;

export const layerWords: Readonly<Record<LayerKind, Text>> = {
  programs: both('Programs', '程序'),
  container: both('Container', '容器'),
  'guest-kernel': both('Guest OS', '客户机内核'),
  'service-os': both('Control OS', '管理系统'),
  'device-model': both('Devices', '设备模型'),
  vmm: both('Monitor', '监控器'),
  firmware: both('Firmware', '固件'),
  emulator: both('Emulator', '模拟器'),
  library: both('Library', '库'),
  'language-vm': both('Language VM', '语言虚拟机'),
  tool: both('Tool', '工具'),
  'host-kernel': both('Host OS', '宿主系统'),
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
/** The same, where there is little room: `non-root · 0` is ring 0 of non-root mode. */
export const shortPrivileges: Readonly<Record<Privilege, Text>> = {
  nonroot3: both('non-root · 3', '非根 · ring 3'),
  nonroot0: both('non-root · 0', '非根 · ring 0'),
  root3: both('root · 3', '根 · ring 3'),
  root0: both('root · 0', '根 · ring 0'),
  ring3: both('ring 3', 'ring 3'),
  ring1: both('ring 1', 'ring 1'),
  ring0: both('ring 0', 'ring 0'),
  user: both('user', '用户态'),
  kernel: both('kernel', '内核态'),
  problem: both('problem', '问题态'),
  supervisor: both('supervisor', '管态'),
};
export const typeWords = {
  first: both('Type 1', '1 型'),
  second: both('Type 2', '2 型'),
  firstAbout: both('Goldberg 1973: the monitor is on the bare machine', 'Goldberg 1973：监控器直接在裸机上'),
  secondAbout: both('Goldberg 1973: the monitor is on a host OS', 'Goldberg 1973：监控器在宿主操作系统上'),
} as const;
export const changedWord = both('changed to call the monitor', '改成主动调用监控器');

export const readingWords = {
  rule: both('rule', '规则'),
  holds: both('the rule holds', '规则成立'),
  counterexamples: both('counter-examples', '反例'),
  concerned: both('systems it speaks of', '规则涉及的系统'),
  examined: both('seen so far', '已看'),
  broken: both('broken so far', '已见反例'),
  placed: both('placed', '已放置'),
  right: both('placed right', '放对'),
  misses: both('misses', '放错次数'),
  tray: both('systems to place', '可放置的系统'),
  yes: both('yes', '是'),
  no: both('no', '否'),
  neither: both('neither', '无从回答'),
} as const;
