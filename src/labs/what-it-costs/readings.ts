import type { Reading, Readings } from '#kit/reading.ts';
import { both } from '#kit/text.ts';
import { eventKinds } from '#sim/vmm/count/counts.ts';
import { type Bill, billOf } from './bill.ts';
import type { State } from './model.ts';
import { platformIds, platformOf } from './platforms.ts';
import { measured } from './published.ts';
import { kindNames } from './words.ts';

const cycles = both('cycles', '周期');
const rounded = (n: number, places = 1): number => Math.round(n * 10 ** places) / 10 ** places;
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
        source: `${price.source} (${price.sure})`,
      },
    ]),
  );

/** How often everything happens: set, fitted or counted. */
function rateReadings({ params, events, guest }: State): Readings {
  const { workload } = params;
  const source =
    workload === 'own'
      ? 'set by you'
      : workload === 'guest'
        ? `counted over ${guest?.steps ?? 0} steps on bare metal`
        : `fitted to ${measured[workload].translated} % and ${measured[workload].hardware} %: Adams and Agesen 2006, section 6`;
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
      source: 'model',
      counter: true,
    },
    extra: {
      label: both('extra cycles per million', '每百万周期多出'),
      value: shown ? Math.round(bill.cycles - bill.native) : null,
      unit: cycles,
      source: 'model',
      counter: true,
    },
    microseconds: {
      label: both('time at 3.8 GHz', '按 3.8 GHz 用时'),
      value: shown ? rounded(bill.cycles / (GIGAHERTZ * 1000)) : null,
      unit: both('µs', 'µs'),
      source: 'model',
      counter: true,
    },
    technique: { label: both('bill shown', '所示账单'), value: shown ?? null, words: platformOf(id).name },
    percents: { label: both('all techniques, % of native', '各技术占原生 %'), value: Object.fromEntries(percents) },
    crossings: {
      label: both('its line crosses', '与之相交'),
      value: (crossings ?? []).map(({ other, rate, percent }) => ({
        other,
        rate: rounded(rate),
        percent: rounded(percent),
      })),
    },
    counted: {
      label: both('counted of the guest', '客户机计数'),
      value: guest
        ? { steps: guest.steps, plain: guest.counts.plain, ...guest.counts.events, ended: guest.ended }
        : null,
    },
    ...rateReadings(state),
    ...priceReadings(bill),
  };
}
