import { both, type Text } from '#kit/text.ts';

/** 32 bits, grouped by four. */
export const grouped = (n: number): string => {
  const digits = (n >>> 0).toString(16).padStart(8, '0');
  return `${digits.slice(0, 4)}_${digits.slice(4)}`;
};

export const techniqueNames = {
  bare: both('bare metal', '裸机'),
  deprivileged: both('deprivileged', '特权解除'),
  interpreter: both('interpreter', '解释执行'),
  'binary-translation': both('binary translation', '二进制翻译'),
  paravirtual: both('paravirtual', '半虚拟化'),
  hardware: both('hardware (VT-x)', '硬件辅助（VT-x）'),
} satisfies Record<string, Text>;

export const rowNames = {
  user: both('guest user', '客户机用户态'),
  kernel: both('guest kernel', '客户机内核'),
  vmm: both('VMM', 'VMM'),
  hw: both('hardware', '硬件'),
} satisfies Record<string, Text>;

/** The same, for a phone. */
export const shortRowNames = {
  user: both('user', '用户态'),
  kernel: both('kernel', '内核'),
  vmm: both('VMM', 'VMM'),
  hw: both('CPU', '硬件'),
} satisfies Record<string, Text>;

export const labels = {
  believes: both('guest believes', '客户机看到的'),
  holds: both('processor holds', '处理器里的'),
  same: both('the same', '相同'),
  noProcessor: both('a variable', '程序变量'),
  prelude: both('prelude.inc', 'prelude.inc'),
  nothing: both('no source here', '此处没有源代码'),
  nothingSent: both('nothing sent yet', '还没有输出'),
  now: both('now', '此刻'),
  running: both('running', '运行中'),
  equal: both('as on bare metal so far', '至今与裸机一致'),
  reference: both('the reference', '对照基准'),
} satisfies Record<string, Text>;

export const endNames: Readonly<Record<string, Text>> = {
  'debug-exit': both('ended: debug exit', '结束：debug-exit'),
  halted: both('ended: halted for good', '结束：永久停机'),
  'triple-fault': both('ended: triple fault', '结束：三重故障'),
  diverged: both('diverged', '已偏离裸机'),
  refused: both('refused', '拒绝运行'),
  budget: both('stopped: budget spent', '停止：步数预算用完'),
};
