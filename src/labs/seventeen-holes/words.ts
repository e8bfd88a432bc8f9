import type { Text } from '#kit/text.ts';
import type { Manner, Region } from '#sim/holes/judge.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const title = text('The seventeen holes', '十七个漏洞');
export const question = text(
  'Which instructions must a monitor see, and which of those does the processor hide from it?',
  '哪些指令必须让监控器看到？其中哪些，处理器偏偏不让它看到？',
);

/** Names of the four places between the two sets. */
export const regionNames: Readonly<Record<Region, Text>> = {
  hole: text('holes', '漏洞'),
  caught: text('caught', '截得住'),
  harmless: text('extra', '多余'),
  neither: text('neither', '都不是'),
};
/** What it means to put an instruction there. */
export const regionMeanings: Readonly<Record<Region, Text>> = {
  hole: text('sensitive, and it does not trap: nobody can help', '敏感却不陷入：谁也帮不上忙'),
  caught: text('sensitive, and whatever matters traps', '敏感，该陷入的时候都陷入'),
  harmless: text('it traps, though no monitor needs to know', '会陷入，其实监控器不必知道'),
  neither: text('it does the same wherever it runs', '在哪里运行，结果都一样'),
};
/** How a hole gives itself away. */
export const mannerNames: Readonly<Record<Manner, Text>> = {
  ignored: text('silently ignored', '一声不吭地不执行'),
  checked: text('depends on the ring or table', '结果随特权级或表而变'),
  leaked: text('shows the real state', '露出真实状态'),
};

export const sets = {
  sensitive: text('SENSITIVE', '敏感'),
  traps: text('TRAPS', '陷入'),
  exits: text('EXITS', '退出'),
};
export const labels = {
  tray: text('not tried yet', '还没试'),
  bare: text('bare metal', '裸机'),
  non: text('VT-x', 'VT-x'),
  outcome: text('outcome', '结果'),
  done: text('done', '完成'),
  same: text('all else the same', '其余都相同'),
  real: text('Real Xeon, ring 3:', '真实 Xeon，ring 3：'),
  notMeasured: text('Not measured.', '没有实测。'),
  pick: text('Pick an instruction.', '请点一条指令。'),
  why: [
    text('It is executed twice: at ring 0', '它会执行两次：在裸机的'),
    text('on bare metal, and where the', 'ring 0 一次，在客户机内核'),
    text('guest’s kernel really stands.', '真正所在的地方一次。'),
  ],
  bet: text('Now pick its place.', '再点它该在的地方。'),
  stands: text('From the manual, not run:', '据手册，未在此运行：'),
  foreign: text('An x86 program needs an x86 processor.', 'x86 程序要 x86 处理器才能运行。'),
};

/** A number as a register shows it. */
export const hex = (n: number): string => `${(n >>> 0).toString(16).toUpperCase()}h`;
