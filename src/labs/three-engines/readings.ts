import type { Readings } from '#kit/reading.ts';
import { joinSources } from '#kit/source.ts';
import { both } from '#kit/text.ts';
import { enginePrices } from '#sim/vmm/engines/bill.ts';
import { endTexts } from '#sim/vmm/tell/endTexts.ts';
import { paidIn, type State } from './model.ts';
import { engineNames } from './words.ts';

const cycles = both('cycles', '个周期');

/** How many times as long as the processor itself would take, to a tenth. */
const slowdown = (paid: number | null, instructions: number): number | null =>
  paid === null || instructions === 0 ? null : Math.round((10 * paid) / instructions) / 10;

/** What was executed, and what it costs under each engine. */
export function readings(state: State): Readings {
  const { run, breakEven } = state;
  const { counts, blocks, end, machine } = run;
  const bill = paidIn(state);
  const slow = {
    interpreter: slowdown(bill.interpreter, counts.instructions),
    translator: slowdown(bill.translator, counts.instructions),
    direct: slowdown(bill.direct, counts.instructions),
  };
  return {
    instructions: { label: both('instructions', '指令'), value: counts.instructions, counter: true },
    blocks: { label: both('different blocks', '不同的块'), value: blocks.size, counter: true },
    blockRuns: { label: both('blocks executed', '执行的块次'), value: counts.blockRuns },
    translations: { label: both('translations', '翻译次数'), value: counts.translations, counter: true },
    evictions: { label: both('dropped: no room', '因放不下而丢弃'), value: counts.evictions, counter: true },
    stale: { label: both('dropped: code changed', '因代码改变而丢弃'), value: counts.stale },
    traps: { label: both('traps under direct execution', '直接执行时的陷入'), value: counts.traps, counter: true },
    interpreterCycles: {
      label: both('interpreter', '解释器'),
      value: bill.interpreter,
      unit: cycles,
      source: enginePrices.interpret.source,
    },
    translatorCycles: {
      label: both('translator', '翻译器'),
      value: bill.translator,
      unit: cycles,
      source: joinSources([enginePrices.translate.source, enginePrices.translated.source, enginePrices.foreign.source]),
    },
    directCycles: {
      label: both('direct execution', '直接执行'),
      value: bill.direct,
      unit: cycles,
      source: joinSources([
        both('one cycle an instruction: an assumption', '每条指令一个周期：假定'),
        enginePrices.trap.source,
      ]),
    },
    slowdowns: { label: both('times as long as native', '为原生的多少倍'), value: slow, names: engineNames },
    breakEven: {
      label: both('LOOPS from which the translator is ahead of the interpreter', '翻译器比解释器省的最小 LOOPS'),
      value: breakEven,
    },
    end: { label: both('end', '结局'), value: end?.why ?? null, names: endTexts },
    serial: { label: both('on the serial port', '串口输出'), value: machine.devices.uart.sent },
  };
}
