import { type PriceList, type PriceName, priceLists, priceNames } from '#sim/vmm/prices.ts';
import type { Prices, Settings } from '#sim/vmm/technique.ts';
import type { Params } from './controls.ts';
import { AS_LISTED, controlOf } from './priceControls.ts';

const bitmaps: Readonly<Record<Params['exceptions'], readonly number[]>> = {
  none: [],
  pf: [14],
  gp: [13],
  ud: [6],
  all: [0, 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 17],
};

/** The list's price, unless the reader has set it. */
function priceOf(params: Params, list: PriceList, name: PriceName): number {
  const set = params[controlOf(name)];
  return set === AS_LISTED ? list[name].cycles : set;
}

function pricesOf(params: Params): Prices {
  const list = priceLists[params.processor];
  return Object.fromEntries(priceNames.map((name) => [name, priceOf(params, list, name)])) as Prices;
}

/** How the lab's controls say that the guest is to be run. */
export function settingsOf(params: Params): Settings {
  const { segmentLimits, adaptive, batched, stopAtDivergence } = params;
  const { hlt, cr3, invlpg, io, interrupts, msr, tables, rdtsc, ept } = params;
  return {
    kernelRing: params.kernelRing === '3' ? 3 : 1,
    controls: { hlt, cr3, invlpg, io, interrupts, msr, tables, rdtsc, ept, exceptions: bitmaps[params.exceptions] },
    segmentLimits,
    cacheBlocks: 64,
    adaptive,
    batched,
    stopAtDivergence,
    prices: pricesOf(params),
  };
}
