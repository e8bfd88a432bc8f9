import type { Readings } from '#kit/reading.ts';
import { joinSources } from '#kit/source.ts';
import { both } from '#kit/text.ts';
import { priceLists } from '#sim/vmm/prices.ts';
import { endTexts } from '#sim/vmm/tell/endTexts.ts';
import { type State, vmmOf } from './model.ts';

const cycles = both('cycles', '个周期');

/** With one digit after the point. */
const percent = (part: number, all: number): number =>
  all > 0 ? Math.round((1000 * Math.max(0, part)) / all) / 10 : 0;

/** What the translator and its cache have done so far. */
export function readingsOf(state: State): Readings {
  const { run } = state;
  const { tally, cache, breached, adapted } = vmmOf(state);
  const share = percent(tally.ident, tally.instructions);
  const untouched = percent(run.instructions - tally.inCache - tally.callouts, run.instructions);
  return {
    instructions: { label: both('guest instructions', '客户机指令'), value: run.instructions, counter: true },
    translated: { label: both('blocks translated', '翻译的块'), value: tally.translated, counter: true },
    identical: { label: both('copied unchanged', '原样照抄'), value: share, unit: both('%', '%'), counter: true },
    untouched: {
      label: both('of all executed, as the guest wrote it', '执行的指令中未经改动的'),
      value: untouched,
      unit: both('%', '%'),
    },
    found: { label: both('blocks entered by look-up', '查表进入的块'), value: tally.hits },
    chained: {
      label: both('blocks entered by a chained jump', '经链接跳转进入的块'),
      value: tally.chained,
      counter: true,
    },
    callouts: { label: both('calls into the VMM', '调用 VMM'), value: tally.callouts, counter: true },
    traced: {
      label: both('faults at a watched page', '受监视页上的缺页'),
      value: run.crossings.get('#PF traced') ?? 0,
      counter: true,
    },
    replaced: { label: both('done in the cache instead', '改在缓存内完成'), value: tally.inCache },
    stale: { label: both('blocks dropped: source changed', '因源码改变而丢弃的块'), value: tally.stale },
    evicted: { label: both('blocks dropped: no room', '因放不下而丢弃的块'), value: tally.evicted },
    again: {
      label: both('blocks translated again that were dropped: no room', '因放不下被丢、又重新翻译的块'),
      value: tally.again,
    },
    adapted: { label: both('stores translated anew', '重新翻译的写指令'), value: adapted.size },
    cached: { label: both('blocks in the cache', '缓存中的块'), value: cache.size },
    crossings: { label: both('crossings by reason', '各原因的换手次数'), value: Object.fromEntries(run.crossings) },
    guestCycles: {
      label: both('spent on the guest’s instructions', '客户机指令用去'),
      value: run.cycles.guest,
      unit: cycles,
    },
    vmmCycles: {
      label: both('spent on translating and for the VMM', '翻译与 VMM 用去'),
      value: run.cycles.vmm,
      unit: cycles,
      source: joinSources([priceLists.p4.translate.source, priceLists.p4.callout.source, priceLists.p4.inCache.source]),
    },
    breached: { label: both('VMM’s memory written to', 'VMM 的内存被写入'), value: breached !== undefined },
    equivalent: { label: both('as on bare metal', '与裸机一致'), value: run.divergence === undefined },
    end: { label: both('end', '结局'), value: run.end ?? null, names: endTexts },
    serial: { label: both('on the serial port', '串口输出'), value: run.guest.devices.uart.sent },
  };
}
