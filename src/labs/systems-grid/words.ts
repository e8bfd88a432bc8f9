import type { Text } from '#kit/text.ts';
import type { LayerKind, Position, Privilege, Technique } from '#sim/systems/system.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const title = text('Two axes', '两条轴');
export const question = text(
  'Does where the monitor stands tell how the guest is run?',
  '知道监控器在哪里，就知道客户机怎样运行吗？',
);

export const controlWords = {
  rule: text('Rule', '规则'),
  help: text(
    'For example: type-2 implies slower-than type-1; container implies shared-kernel and not own-kernel; full implies hosted or in-kernel. Joined by and, or, not, implies and parentheses.',
    '例如：type-2 implies slower-than type-1；container implies shared-kernel and not own-kernel；full implies hosted or in-kernel。可用 and、or、not、implies 和括号连接。',
  ),
  year: text('Systems known by the year', '截至哪一年的系统'),
  alive: text('Only those still alive in that year', '只算当年仍在用的'),
} as const;

/** Where the monitor stands, in full. */
export const positionWords: Readonly<Record<Position, Text>> = {
  bare: text('on bare metal', '裸金属'),
  kernel: text('in a host’s kernel', '宿主机内核中'),
  host: text('on a host OS', '宿主操作系统上'),
  none: text('no monitor', '没有监控器'),
};
/** The same, at the head of a row. */
export const rowHeads: Readonly<Record<Position, Text>> = {
  bare: text('bare', '裸金属'),
  kernel: text('kernel', '内核中'),
  host: text('on OS', '系统上'),
  none: text('none', '无'),
};

/** How the guest is run, in full. */
export const techniqueWords: Readonly<Record<Technique, Text>> = {
  interpret: text('interpreted', '解释执行'),
  translate: text('translated', '二进制翻译'),
  trap: text('run directly and trapped', '直接执行、靠陷入'),
  para: text('paravirtual', '半虚拟化'),
  assist: text('hardware-assisted', '硬件辅助'),
  share: text('sharing the host’s kernel', '共享宿主机内核'),
  library: text('an interface made again', '重做接口'),
  language: text('a language’s bytecode', '语言的字节码'),
};
/** The same, at the head of a column or of a cell. */
export const columnHeads: Readonly<Record<Technique, Text>> = {
  interpret: text('interpret', '解释'),
  translate: text('translate', '翻译'),
  trap: text('trap', '陷入'),
  para: text('para', '半虚拟'),
  assist: text('assist', '硬件辅助'),
  share: text('one kernel', '共享内核'),
  library: text('library', '库'),
  language: text('language', '语言'),
};
export const marks = {
  out: text('no system', '不是系统'),
  outAbout: text('neither: nothing here runs a guest', '都不是：它不运行任何客户机'),
  cell: (position: Text, technique: Text) =>
    text(`${position.en}, ${technique.en}`, `${position['zh-CN']}，${technique['zh-CN']}`),
  more: (n: number) => `+${n}`,
  holds: text('the rule holds', '规则成立'),
  vacuous: text('nothing to break it', '没有可反驳它的系统'),
  open: text('not to be had here', '这里无从回答'),
  broken: (n: number) => text(`broken by ${n}`, `被 ${n} 个反驳`),
  concerns: (n: number, seen: number) => text(`${seen} of ${n} seen`, `已看 ${seen} / ${n}`),
} as const;

export const layerWords: Readonly<Record<LayerKind, Text>> = {
  programs: text('Programs', '程序'),
  container: text('Container', '容器'),
  'guest-kernel': text('Guest OS', '客户机内核'),
  'service-os': text('Control OS', '管理系统'),
  'device-model': text('Devices', '设备模型'),
  vmm: text('Monitor', '监控器'),
  firmware: text('Firmware', '固件'),
  emulator: text('Emulator', '模拟器'),
  library: text('Library', '库'),
  'language-vm': text('Language VM', '语言虚拟机'),
  tool: text('Tool', '工具'),
  'host-kernel': text('Host OS', '宿主系统'),
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
/** The same, where there is little room: `non-root · 0` is ring 0 of non-root mode. */
export const shortPrivileges: Readonly<Record<Privilege, Text>> = {
  nonroot3: text('non-root · 3', '非根 · 环 3'),
  nonroot0: text('non-root · 0', '非根 · 环 0'),
  root3: text('root · 3', '根 · 环 3'),
  root0: text('root · 0', '根 · 环 0'),
  ring3: text('ring 3', '环 3'),
  ring1: text('ring 1', '环 1'),
  ring0: text('ring 0', '环 0'),
  user: text('user', '用户态'),
  kernel: text('kernel', '内核态'),
  problem: text('problem', '问题态'),
  supervisor: text('supervisor', '管态'),
};
export const typeWords = {
  first: text('Type 1', '1 型'),
  second: text('Type 2', '2 型'),
  firstAbout: text('Goldberg 1973: the monitor is on the bare machine', 'Goldberg 1973：监控器直接在裸机上'),
  secondAbout: text('Goldberg 1973: the monitor is on a host OS', 'Goldberg 1973：监控器在宿主操作系统上'),
} as const;
export const changedWord = text('changed to call the monitor', '改成主动调用监控器');

export const readingWords = {
  rule: text('rule', '规则'),
  holds: text('the rule holds', '规则成立'),
  counterexamples: text('counter-examples', '反例'),
  concerned: text('systems it speaks of', '规则涉及的系统'),
  examined: text('seen so far', '已看'),
  broken: text('broken so far', '已见反例'),
  placed: text('placed', '已放置'),
  right: text('placed right', '放对'),
  misses: text('misses', '放错次数'),
  tray: text('systems to place', '可放置的系统'),
  yes: text('yes', '是'),
  no: text('no', '否'),
  neither: text('neither', '无从回答'),
} as const;
