/** One price in cycles, where it comes from, and how sure that is. */
export interface Price {
  readonly cycles: number;
  readonly source: string;
  /** `seen` in the source, `measured` by us, `derived` from such numbers, or `assumed`: no source was found. */
  readonly sure: 'seen' | 'measured' | 'derived' | 'assumed';
}

/** What is paid for, by whom: the names under which prices are kept, shown and changed. */
export const priceNames = [
  'instruction',
  'interpret',
  'translate',
  'inCache',
  'callout',
  'indirect',
  'trap',
  'reflect',
  'syscall',
  'fault',
  'port',
  'tableWrite',
  'exit',
  'entry',
  'eptViolation',
  'hypercall',
  'update',
] as const;
export type PriceName = (typeof priceNames)[number];
export type PriceList = Readonly<Record<PriceName, Price>>;

const adams = 'Adams and Agesen 2006';
const price = (cycles: number, sure: Price['sure'], source: string): Price => ({ cycles, source, sure });

/** Prices that are the same in every year: nobody has published them apart. */
const assumed = {
  instruction: price(1, 'assumed', 'one cycle for an instruction that nobody touches'),
  update: price(100, 'assumed', 'checking and making one queued page-table update; no source'),
} as const;

/** A Pentium 4 672 of 2005 under VMware Player 1.0.1 and an experimental VT-x monitor. */
const p4: PriceList = {
  ...assumed,
  interpret: price(60, 'derived', 'Bochs 2.7, measured: 16-24 ns an instruction'),
  translate: price(2300, 'seen', `${adams}, section 6.3: a translated instruction, once`),
  inCache: price(216, 'seen', `${adams}, section 3.3: RDTSC emulated in the translation cache`),
  callout: price(1254, 'seen', `${adams}, section 3.3: RDTSC by callout`),
  indirect: price(40, 'derived', `${adams}, figure 4: a call and return of 51 cycles instead of 11`),
  trap: price(2030, 'seen', `${adams}, section 3.3: RDTSC by trap and emulation`),
  reflect: price(2070, 'derived', `${adams}, figure 4: a system call of 2,313 cycles instead of 243`),
  syscall: price(243, 'seen', `${adams}, figure 4: a system call and its return`),
  fault: price(1093, 'seen', `${adams}, section 6.3: a page fault`),
  port: price(3209, 'seen', `${adams}, section 6.3: IN from port 80h`),
  tableWrite: price(391, 'seen', `${adams}, section 6.3: a page-table store under adaptive translation`),
  exit: price(1931, 'seen', `${adams}, table 1: a VM exit on a page fault`),
  entry: price(2409, 'seen', `${adams}, table 1: a VM entry`),
  eptViolation: price(2000, 'assumed', 'finding a frame; EPT did not exist in 2006'),
  hypercall: price(2030, 'assumed', 'as a trap that is emulated; Xen published none in cycles'),
};

/** A server processor of 2019 under KVM. What software monitors cost there, nobody has measured: the older prices stand. */
const modern: PriceList = {
  ...p4,
  interpret: price(50, 'derived', 'Bochs 2.7, measured: 16-24 ns an instruction'),
  syscall: price(300, 'measured', 'Cascade Lake: 282-576 ticks for a system call'),
  fault: price(1000, 'assumed', 'a bare page fault; only whole minor faults were measured'),
  port: price(2000, 'assumed', 'a legacy port; as slow as the device behind it'),
  exit: price(1000, 'derived', 'Cascade Lake under KVM, measured: 1,930-2,880 ticks for an exit and entry'),
  entry: price(1000, 'derived', 'Cascade Lake under KVM, measured: 1,930-2,880 ticks for an exit and entry'),
  hypercall: price(2000, 'measured', 'Cascade Lake under KVM: 1,944-2,926 ticks for VMCALL'),
};

/** The processors whose published rows the prices reproduce. */
export const priceLists = { p4, modern } as const;

/** Cycles by name, for a run. */
export const cyclesOf = (list: PriceList): Readonly<Record<PriceName, number>> =>
  Object.fromEntries(priceNames.map((name) => [name, list[name].cycles])) as Record<PriceName, number>;
