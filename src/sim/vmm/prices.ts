import { both, type Phrase } from '../phrase.ts';

/** One price in cycles, where it comes from, and how sure that is. */
export interface Price {
  readonly cycles: number;
  readonly source: Phrase;
  /** `seen` in the source, `recalled` from it, `measured` by us, `derived` from such numbers, or `assumed`: no source was found. */
  readonly sure: 'seen' | 'recalled' | 'measured' | 'derived' | 'assumed';
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

/** So many cycles, how sure, and from where, in both languages. */
export const price = (cycles: number, sure: Price['sure'], en: string, zh: string): Price => ({
  cycles,
  source: both(en, zh),
  sure,
});
/** Of Adams and Agesen’s paper: where in it, and what it is the price of. */
export const adams = (cycles: number, sure: Price['sure'], [en, zh]: Place, ofEn: string, ofZh: string): Price =>
  price(cycles, sure, `Adams and Agesen 2006, ${en}: ${ofEn}`, `Adams 与 Agesen 2006，${zh}：${ofZh}`);
type Place = readonly [en: string, zh: string];
export const section = (n: string): Place => [`section ${n}`, `第 ${n} 节`];
export const figure4: Place = ['figure 4', '图 4'];
const table1: Place = ['table 1', '表 1'];
const bochs = ['Bochs 2.7, measured: 16-24 ns an instruction', 'Bochs 2.7，实测：每条指令 16～24 ns'] as const;
const roundTrip = [
  'Cascade Lake under KVM, measured: 1,930-2,880 ticks for an exit and entry',
  'Cascade Lake 上的 KVM，实测：一次退出加进入 1,930～2,880 个时钟计数',
] as const;

/** Prices that are the same in every year: nobody has published them apart. */
const assumed = {
  instruction: price(1, 'assumed', 'one cycle for an instruction that nobody touches', '没人插手的指令，每条一个周期'),
  update: price(
    100,
    'assumed',
    'checking and making one queued page-table update; no source',
    '检查并写入一项排队的页表更新；没有来源',
  ),
} as const;

/** A Pentium 4 672 of 2005 under VMware Player 1.0.1 and an experimental VT-x monitor. */
const p4: PriceList = {
  ...assumed,
  interpret: price(60, 'derived', ...bochs),
  translate: adams(2300, 'seen', section('6.3'), 'a translated instruction, once', '翻译一条指令，只付一次'),
  inCache: adams(216, 'seen', section('3.3'), 'RDTSC emulated in the translation cache', '在翻译缓存内模拟 RDTSC'),
  callout: adams(1254, 'seen', section('3.3'), 'RDTSC by callout', '调出到 VMM 执行 RDTSC'),
  indirect: adams(
    40,
    'derived',
    figure4,
    'a call and return of 51 cycles instead of 11',
    '一次调用加返回 51 周期，原为 11',
  ),
  trap: adams(2030, 'seen', section('3.3'), 'RDTSC by trap and emulation', '经陷入与模拟执行 RDTSC'),
  reflect: adams(
    2070,
    'derived',
    figure4,
    'a system call of 2,313 cycles instead of 243',
    '一次系统调用 2,313 周期，原为 243',
  ),
  syscall: adams(243, 'seen', figure4, 'a system call and its return', '一次系统调用及其返回'),
  fault: adams(1093, 'seen', section('6.3'), 'a page fault', '一次缺页'),
  port: adams(3209, 'seen', section('6.3'), 'IN from port 80h', '用 IN 读 80h 端口'),
  tableWrite: adams(
    391,
    'seen',
    section('6.3'),
    'a page-table store under adaptive translation',
    '自适应翻译下写一次页表',
  ),
  exit: adams(1931, 'seen', table1, 'a VM exit on a page fault', '缺页引起的一次虚拟机退出'),
  entry: adams(2409, 'seen', table1, 'a VM entry', '一次虚拟机进入'),
  eptViolation: price(2000, 'assumed', 'finding a frame; EPT did not exist in 2006', '找一个页框；2006 年还没有 EPT'),
  hypercall: price(
    2030,
    'assumed',
    'as a trap that is emulated; Xen published none in cycles',
    '按一次陷入加模拟计；Xen 没有发表过周期数',
  ),
};

/** A server processor of 2019 under KVM. What software monitors cost there, nobody has measured: the older prices stand. */
const modern: PriceList = {
  ...p4,
  interpret: price(50, 'derived', ...bochs),
  syscall: price(
    300,
    'measured',
    'Cascade Lake: 282-576 ticks for a system call',
    'Cascade Lake：一次系统调用 282～576 个时钟计数',
  ),
  fault: price(
    1000,
    'assumed',
    'a bare page fault; only whole minor faults were measured',
    '单是缺页本身；只测过完整的次要缺页',
  ),
  port: price(2000, 'assumed', 'a legacy port; as slow as the device behind it', '老式端口；快慢全看后面的设备'),
  exit: price(1000, 'derived', ...roundTrip),
  entry: price(1000, 'derived', ...roundTrip),
  hypercall: price(
    2000,
    'measured',
    'Cascade Lake under KVM: 1,944-2,926 ticks for VMCALL',
    'Cascade Lake 上的 KVM：VMCALL 用 1,944～2,926 个时钟计数',
  ),
};

/** The processors whose published rows the prices reproduce. */
export const priceLists = { p4, modern } as const;

/** Cycles by name, for a run. */
export const cyclesOf = (list: PriceList): Readonly<Record<PriceName, number>> =>
  Object.fromEntries(priceNames.map((name) => [name, list[name].cycles])) as Record<PriceName, number>;
