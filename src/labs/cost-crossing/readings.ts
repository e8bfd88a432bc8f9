import type { Reading, Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import { cheaperAt, crossingsOf } from './crossing.ts';
import type { Paid } from './measure.ts';
import { isBetRight, type State } from './model.ts';
import { published } from './published.ts';
import { names, readingWords as say } from './words.ts';
import { ACCESSES } from './workload.ts';

/** Where the prices come from; both are the reader's to set. */
const source = both(
  'model: an exit 2,000 unless set otherwise (a KVM round trip measured at 1,930–2,930), a table entry read 30 unless set otherwise (assumed, between 2 and 100: Bhargava et al. 2008, table 2), a TLB hit nothing',
  '模型：一次退出默认 2,000（实测 KVM 往返 1,930～2,930），读一个页表项默认 30（假定，在 2 到 100 之间：Bhargava 等 2008，表 2），TLB 命中不计',
);

/** What each technique has come to at the point measured last. */
const sideBySide = (shadow: Paid | undefined, nested: Paid | undefined): Readings => ({
  shadowPerAccess: cost(say.shadowPerAccess, shadow?.perAccess),
  nestedPerAccess: cost(say.nestedPerAccess, nested?.perAccess),
  shadowExits: { label: say.shadowExits, value: shadow?.exits ?? null, counter: true },
  nestedExits: { label: say.nestedExits, value: nested?.exits ?? null, counter: true },
  shadowReferences: { label: say.shadowReferences, value: shadow?.references ?? null, counter: true },
  nestedReferences: { label: say.nestedReferences, value: nested?.references ?? null, counter: true },
  shadowCycles: { ...cost(say.shadowCycles, shadow?.cycles), counter: false },
  nestedCycles: { ...cost(say.nestedCycles, nested?.cycles), counter: false },
  shadowMisses: { label: say.shadowMisses, value: shadow?.misses ?? null },
  nestedMisses: { label: say.nestedMisses, value: nested?.misses ?? null },
  shadowFlushes: { label: say.shadowFlushes, value: shadow?.flushes ?? null },
  nestedFlushes: { label: say.nestedFlushes, value: nested?.flushes ?? null },
});

const cost = (label: Reading['label'], value: number | undefined): Reading => ({
  label,
  value: value ?? null,
  unit: say.cycles,
  source,
  counter: true,
});

/** Set apart from the model's own: what others published. */
const elsewhere = (): Readings =>
  Object.fromEntries(
    published.map(({ key, name, about, usual: [from, to], micro, source: seen }) => [
      `published-${key}`,
      {
        label: { en: `published: ${name.en}`, 'zh-CN': `已发表：${name['zh-CN']}` },
        value: { from: Math.round(100 * from) / 100, to: Math.round(100 * to) / 100, ...(micro && { micro }) },
        names: say.published,
        unit: { en: '× shadow ÷ nested', 'zh-CN': '×（影子 ÷ 嵌套）' },
        source: both(`${about.en} (${seen.en})`, `${about['zh-CN']}（${seen['zh-CN']}）`),
      },
    ]),
  );

export function readings(state: State): Readings {
  const { points, params, bet } = state;
  const point = points.at(-1);
  const crossings = crossingsOf(points).map(({ x }) => x);
  return {
    x: { label: say.x[params.axis], value: point?.x ?? null, counter: true },
    ...sideBySide(point?.shadow, point?.nested),
    crossing: { label: say.crossing, value: crossings[0] ?? null, counter: true },
    bet: { label: say.bet, value: bet ?? null, names: say.bets, counter: true },
    crossings: { label: say.crossings, value: crossings },
    betRight: { label: say.betRight, value: isBetRight(state) ?? null },
    cheaper: { label: say.cheaper, value: point ? cheaperAt(point) : null, names },
    points: { label: say.points, value: points.length },
    accesses: { label: say.accesses, value: ACCESSES },
    curve: {
      label: say.curve,
      value: points.map(({ x, shadow, nested }) => [x, shadow.perAccess, nested.perAccess]),
    },
    ...elsewhere(),
  };
}
