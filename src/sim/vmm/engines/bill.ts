import { both, type Phrase } from '../../phrase.ts';
import { priceLists } from '../prices.ts';
import type { Counts } from './engines.ts';

/** Prices, in the time that the processor takes for an instruction of its own: called a cycle. */
export interface EnginePrices {
  /** For each instruction interpreted. */
  readonly interpret: number;
  /** For each instruction translated, once. */
  readonly translate: number;
  /** For each translated instruction executed. */
  readonly translated: number;
  /** For each instruction that traps under direct execution. */
  readonly trap: number;
  /** Whether the guest's instructions are the host's own. */
  readonly sameIsa: boolean;
}

export const engines = ['interpreter', 'translator', 'direct'] as const;
export type Engine = (typeof engines)[number];

/** Cycles by engine; null where the engine cannot run this guest at all. */
export type Bill = Readonly<Record<Engine, number | null>>;

/** What the three engines are paid for the same execution. */
export function billOf({ instructions, translated, traps }: Counts, prices: EnginePrices): Bill {
  return {
    interpreter: instructions * prices.interpret,
    translator: translated * prices.translate + instructions * prices.translated,
    direct: prices.sameIsa ? instructions + traps * prices.trap : null,
  };
}

const measured = (en: string, zh: string): Phrase =>
  both(
    `measured for this course: Xeon of 2019 (Cascade Lake); ${en}`,
    `为本课程实测：2019 年的至强（Cascade Lake）；${zh}`,
  );

/** Where the prices that a reader begins with come from. */
export const enginePrices = {
  interpret: {
    cycles: 32,
    source: measured('Bochs 2.7 took 30 to 34 times as long as native code', 'Bochs 2.7 的用时是原生代码的 30～34 倍'),
  },
  translate: { cycles: priceLists.p4.translate.cycles, source: priceLists.p4.translate.source },
  translated: {
    cycles: 4,
    source: measured(
      'QEMU 7.2 (TCG), integer code: 2.5 to 3.4 times native as a system, 4 to 5.8 as a user program; Bellard 2005: 4',
      'QEMU 7.2（TCG），整数代码：整机模拟为原生的 2.5～3.4 倍，用户程序为 4～5.8 倍；Bellard 2005：4 倍',
    ),
  },
  foreign: {
    cycles: 7,
    source: measured(
      'QEMU 7.2 (TCG), integer code for AArch64 on x86-64: 6 to 7.5 times native',
      'QEMU 7.2（TCG），在 x86-64 上跑 AArch64 整数代码：为原生的 6～7.5 倍',
    ),
  },
  trap: {
    cycles: 2000,
    source: measured(
      'CPUID in a guest, an exit to KVM and back: 1,932 to 2,880 cycles',
      '客户机里的 CPUID，退出到 KVM 再返回：1,932～2,880 周期',
    ),
  },
} as const;
