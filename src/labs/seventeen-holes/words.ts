import { both, type Text } from '#kit/text.ts';
import type { Manner, Region } from '#sim/holes/judge.ts';

export const title = both('The seventeen holes', '十七个漏洞');
export const question = both(
  'Which instructions must a monitor see, and which of those does the processor hide from it?',
  '哪些指令必须让监控器看到？其中哪些，处理器偏偏不让它看到？',
);

/** Names of the four places between the two sets. */
export const regionNames: Readonly<Record<Region, Text>> = {
  hole: both('holes', '漏洞'),
  caught: both('caught', '截得住'),
  harmless: both('extra', '多余'),
  neither: both('neither', '都不是'),
};
/** What it means to put an instruction there. */
export const regionMeanings: Readonly<Record<Region, Text>> = {
  hole: both('sensitive, and it does not trap: nobody can help', '敏感却不陷入：谁也帮不上忙'),
  caught: both('sensitive, and whatever matters traps', '敏感，该陷入的时候都陷入'),
  harmless: both('it traps, though no monitor needs to know', '会陷入，其实监控器不必知道'),
  neither: both('it does the same wherever it runs', '在哪里运行，结果都一样'),
};
/** How a hole gives itself away. */
export const mannerNames: Readonly<Record<Manner, Text>> = {
  ignored: both('silently ignored', '一声不吭地不执行'),
  checked: both('depends on the ring or table', '结果随特权级或表而变'),
  leaked: both('shows the real state', '露出真实状态'),
};

export const sets = {
  sensitive: both('SENSITIVE', '敏感'),
  traps: both('TRAPS', '陷入'),
  exits: both('EXITS', '退出'),
};
export const labels = {
  tray: both('not tried yet', '还没试'),
  bare: both('bare metal', '裸机'),
  non: both('VT-x', 'VT-x'),
  outcome: both('outcome', '结果'),
  done: both('done', '完成'),
  same: both('all else the same', '其余都相同'),
  real: both('Real Xeon, ring 3:', '真实 Xeon，ring 3：'),
  notMeasured: both('Not measured.', '没有实测。'),
  pick: both('Pick an instruction.', '请点一条指令。'),
  why: [
    both('It is executed twice: at ring 0', '它会执行两次：在裸机的'),
    both('on bare metal, and where the', 'ring 0 一次，在客户机内核'),
    both('guest’s kernel really stands.', '真正所在的地方一次。'),
  ],
  bet: both('Now pick its place.', '再点它该在的地方。'),
  stands: both('From the manual, not run:', '据手册，未在此运行：'),
  foreign: both('An x86 program needs an x86 processor.', 'x86 程序要 x86 处理器才能运行。'),
};

/** A number as a register shows it. */
export const hex = (n: number): string => `${(n >>> 0).toString(16).toUpperCase()}h`;
