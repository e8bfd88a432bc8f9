import { type Price, type PriceName, price, priceLists } from '#sim/vmm/prices.ts';

export const assumed = (cycles: number, en: string, zh: string): Price => price(cycles, 'assumed', en, zh);

/** From the price list of the guest machine's own processors. */
export const p4 = (name: PriceName): Price => priceLists.p4[name];
export const server = (name: PriceName): Price => priceLists.modern[name];
