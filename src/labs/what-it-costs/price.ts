import { type PriceName, priceLists } from '#sim/vmm/prices.ts';

/** A price in cycles, where it is from, and how sure that is. `recalled`: its source is known, its text was not seen again. */
export interface Price {
  readonly cycles: number;
  readonly source: string;
  readonly sure: 'seen' | 'measured' | 'derived' | 'recalled' | 'assumed';
}

export const price = (cycles: number, sure: Price['sure'], source: string): Price => ({ cycles, sure, source });
export const assumed = (cycles: number, source: string): Price => price(cycles, 'assumed', source);

/** From the price list of the guest machine's own processors. */
export const p4 = (name: PriceName): Price => priceLists.p4[name];
export const server = (name: PriceName): Price => priceLists.modern[name];
