import type { Sure } from '#kit/source.ts';
import { both, type Text } from '#kit/text.ts';
import { type PriceName, priceLists } from '#sim/vmm/prices.ts';

/** A price in cycles, where it is from, and how sure that is. */
export interface Price {
  readonly cycles: number;
  readonly source: Text;
  readonly sure: Sure;
}

export const price = (cycles: number, sure: Sure, en: string, zh: string): Price => ({
  cycles,
  sure,
  source: both(en, zh),
});
export const assumed = (cycles: number, en: string, zh: string): Price => price(cycles, 'assumed', en, zh);

/** From the price list of the guest machine's own processors. */
export const p4 = (name: PriceName): Price => priceLists.p4[name];
export const server = (name: PriceName): Price => priceLists.modern[name];
