import type { Range } from '#kit/controls.ts';
import { both } from '#kit/text.ts';
import type { PriceName } from '#sim/vmm/prices.ts';

/** A price that is set to this is the price list's own. */
export const AS_LISTED = -1;

const price = (en: string, zh: string, max: number) =>
  ({
    kind: 'range',
    label: both(`Cycles: ${en} (−1: as listed)`, `周期：${zh}（−1 为价目表的值）`),
    min: AS_LISTED,
    max,
    initial: AS_LISTED,
    rare: true,
  }) as const satisfies Range;

/** A range for every price, those most asked about first. */
export const priceControls = {
  priceTrap: price('a trap and its emulation', '一次陷入与模拟', 20_000),
  priceExit: price('a VM exit', '一次虚拟机退出', 20_000),
  priceEntry: price('a VM entry', '一次虚拟机进入', 20_000),
  priceCallout: price('a callout from the translation cache', '译文对 VMM 的一次调用', 20_000),
  priceInCache: price('a replaced instruction in the cache', '缓存内一条替换指令', 20_000),
  priceTranslate: price('translating an instruction', '翻译一条指令', 20_000),
  priceInterpret: price('interpreting an instruction', '解释一条指令', 1000),
  priceHypercall: price('a hypercall', '一次超级调用', 20_000),
  priceSyscall: price('a system call and its return', '一次系统调用及返回', 20_000),
  priceFault: price('an exception delivered', '一次异常交付', 20_000),
  pricePort: price('IN or OUT', 'IN 或 OUT', 20_000),
  priceTableWrite: price('an adapted page-table store', '一次改译后的写页表', 20_000),
  priceEptViolation: price('finding a frame', '找一个页框', 20_000),
  priceReflect: price('a system call reflected', '一次系统调用的转交', 20_000),
  priceIndirect: price('an indirect jump in the cache', '缓存内一次间接跳转', 1000),
  priceUpdate: price('a queued table update', '一次排队的页表更新', 20_000),
  priceInstruction: price('any other instruction', '其他任何指令', 100),
};

type PriceControl = keyof typeof priceControls;

/** The control of a price. */
export const controlOf = (name: PriceName): PriceControl =>
  `price${name.charAt(0).toUpperCase()}${name.slice(1)}` as PriceControl;
