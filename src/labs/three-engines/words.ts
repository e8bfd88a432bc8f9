import { both, type Text } from '#kit/text.ts';
import type { Engine } from '#sim/vmm/engines/bill.ts';

/** A number as a reader reads it: 27,600. */
export const digits = (n: number): string => n.toLocaleString('en');

export const engineNames: Readonly<Record<Engine, Text>> = {
  interpreter: both('interpreter', '解释器'),
  translator: both('translator', '翻译器'),
  direct: both('direct', '直接执行'),
};

export const words = {
  title: both('Three engines, one execution', '一次执行，三种引擎'),
  question: both(
    'The same guest runs block by block. What does it cost to interpret it, to translate it, and to let the processor run it?',
    '同一个客户机逐块执行。逐条解释、先译后用、交给处理器直接执行，各要付多少？',
  ),
  block: both('block', '基本块'),
  length: both('instr.', '指令'),
  runs: both('runs', '执行'),
  cache: (used: number, room: number): Text => both(`cache ${used}/${room}`, `缓存 ${used}/${room}`),
  translated: (times: number): Text => both(`made ×${digits(times)}`, `翻译 ×${digits(times)}`),
  kept: (times: number): Text =>
    both(
      `Its translation is in the cache; it was made ${digits(times)}×.`,
      `译文在缓存里；翻译过 ${digits(times)} 次。`,
    ),
  dropped: (times: number): Text =>
    both(
      `Its translation was dropped for want of room; it was made ${digits(times)}×.`,
      `译文因放不下被丢掉了；翻译过 ${digits(times)} 次。`,
    ),
  impossible: both('impossible: other instruction set', '做不到：指令集不同'),
  chart: both('cycles by LOOPS', '周期数随 LOOPS'),
  chartOfBlocks: both('cycles by blocks executed so far', '周期数随已执行的块次'),
  noBreakEven: both('translator behind up to 1,000', '到 1,000 遍翻译器仍落后'),
  breakEven: (loops: number): Text => both(`translator ahead from ${loops}`, `从 ${loops} 起翻译器更省`),
  own: (loops: number): Text => both(`This run: LOOPS = ${loops}.`, `本次运行：LOOPS = ${loops}。`),
  more: (n: number): Text => both(`${n} more blocks`, `另有 ${n} 个块`),
  code: (name: string): Text => both(`in block ${name}`, `块 ${name} 的指令`),
  next: (name: string): Text => both(`first to run: ${name}`, `最先执行：${name}`),
  trapsHere: both('Outside ring 0 it traps.', '在 ring 0 之外会陷入。'),
  empty: both('no block was run', '没有执行任何块'),
} as const;
