import type { Reading, Readings } from '#kit/reading.ts';
import { ofModel, sourceText } from '#kit/source.ts';
import { both, type Text } from '#kit/text.ts';
import { eventKinds } from '#sim/vmm/count/counts.ts';
import { endTexts } from '#sim/vmm/tell/endTexts.ts';
import { type Bill, billOf } from './bill.ts';
import type { State } from './model.ts';
import { platformIds, platformOf } from './platforms.ts';
import { type Measured, measured } from './published.ts';
import { kindNames } from './words.ts';

const cycles = both('cycles', '周期');
const rounded = (n: number, places = 1): number => Math.round(n * 10 ** places) / 10 ** places;
/** How the names in lists of numbers are said. */
const platformNames = Object.fromEntries(platformIds.map((id) => [id, platformOf(id).name]));
const crossingNames = {
  ...platformNames,
  other: both('with', '与'),
  rate: both('at', '于'),
  percent: both('at % of native', '占原生 %'),
};
const countNames = { ...kindNames, ...endTexts, steps: both('steps', '步数'), ended: both('end', '结局') };
/** The clock at which time is told: that of the Pentium 4 672. */
const GIGAHERTZ = 3.8;

/** The prices of the bill, where each is from and how sure it is. */
const priceReadings = (bill: Bill): Readings =>
  Object.fromEntries(
    bill.lines.map(({ kind, price }): [string, Reading] => [
      `price-${kind}`,
      {
        label: both(`price: ${kindNames[kind].en}`, `单价：${kindNames[kind]['zh-CN']}`),
        value: price.cycles,
        unit: cycles,
        source: sourceText(price),
      },
    ]),
  );

const fittedTo = ({ translated, hardware }: Measured): Text =>
  both(
    `fitted to ${translated} % and ${hardware} %: Adams and Agesen 2006, section 6`,
    `按 ${translated} % 与 ${hardware} % 拟合：Adams 与 Agesen 2006，第 6 节`,
  );

/** How often everything happens: set, fitted or counted. */
function rateReadings({ params, events, guest }: State): Readings {
  const { workload } = params;
  const source =
    workload === 'own'
      ? both('set by you', '由你设定')
      : workload === 'guest'
        ? both(`counted over ${guest?.steps ?? 0} steps on bare metal`, `在裸机上数了 ${guest?.steps ?? 0} 步`)
        : fittedTo(measured[workload]);
  return Object.fromEntries(
    eventKinds.map((kind): [string, Reading] => [
      `rate-${kind}`,
      {
        label: both(`${kindNames[kind].en} per million cycles`, `每百万周期${kindNames[kind]['zh-CN']}`),
        value: rounded(events[kind]),
        source,
      },
    ]),
  );
}

export function readingsOf(state: State): Readings {
  const { params, events, shown, billed, crossings, guest } = state;
  const id = shown ?? params.technique;
  const bill = billOf(params, id, events);
  const percents = platformIds
    .slice(0, billed)
    .map((each): [string, number] => [each, rounded(billOf(params, each, events).percent)]);
  return {
    percent: {
      label: both('of native speed', '占原生速度'),
      value: shown ? rounded(bill.percent) : null,
      unit: both('%', '%'),
      source: ofModel,
      counter: true,
    },
    extra: {
      label: both('extra cycles per million', '每百万周期多出'),
      value: shown ? Math.round(bill.cycles - bill.native) : null,
      unit: cycles,
      source: ofModel,
      counter: true,
    },
    microseconds: {
      label: both('time at 3.8 GHz', '按 3.8 GHz 用时'),
      value: shown ? rounded(bill.cycles / (GIGAHERTZ * 1000)) : null,
      unit: both('µs', 'µs'),
      source: ofModel,
      counter: true,
    },
    technique: { label: both('bill shown', '所示账单'), value: shown ?? null, words: platformOf(id).name },
    percents: {
      label: both('all techniques, % of native', '各技术占原生 %'),
      value: Object.fromEntries(percents),
      names: platformNames,
    },
    crossings: {
      label: both('its line crosses', '与之相交'),
      value: (crossings ?? []).map(({ other, rate, percent }) => ({
        other,
        rate: rounded(rate),
        percent: rounded(percent),
      })),
      names: crossingNames,
    },
    counted: {
      label: both('counted of the guest', '客户机计数'),
      value: guest
        ? { steps: guest.steps, plain: guest.counts.plain, ...guest.counts.events, ended: guest.ended }
        : null,
      names: countNames,
    },
    ...rateReadings(state),
    ...priceReadings(bill),
  };
}
