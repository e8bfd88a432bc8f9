import { type Price, price, priceLists } from '../vmm/prices.ts';

const { modern } = priceLists;

/**
 * What is paid for on a request’s way, in cycles. A crossing is paid with its way back. What chapter 2’s monitors pay too
 * is taken from its modern list; the rest is as on the three roads to a device.
 */
export const stackPrices = {
  exit: price(
    modern.exit.cycles + modern.entry.cycles,
    'derived',
    'Cascade Lake under KVM, measured: 1,930-2,880 ticks for an exit and the entry after it',
    'Cascade Lake 上的 KVM，实测：一次退出加其后的进入 1,930～2,880 个时钟计数',
  ),
  hypercall: modern.hypercall,
  trap: modern.trap,
  syscall: modern.syscall,
  fault: modern.fault,
  interrupt: price(
    1000,
    'assumed',
    'taking an interrupt from a device; no source was found',
    '受理一次设备中断；没有找到来源',
  ),
  emulated: modern.interpret,
  userReturn: price(
    6000,
    'assumed',
    'from the kernel on to a device model in user space, and back: 5,000-15,000, no source was found',
    '从内核再到用户态的设备模型，并返回：5,000～15,000，没有找到来源',
  ),
  contextSwitch: price(
    6000,
    'measured',
    'Cascade Lake: 5,450-7,100 ticks for a process switch by a pipe, one way',
    'Cascade Lake：借管道切换一次进程，单程 5,450～7,100 个时钟计数',
  ),
  worldSwitch: price(
    3262,
    'derived',
    'Sugerman et al. 2001: 8.90 µs of world switches for a packet at 733 MHz; half of it for each way',
    'Sugerman 等 2001：733 MHz 下每个包的世界切换共 8.90 µs；单程取一半',
  ),
  copy: price(
    250,
    'assumed',
    '1,024 bytes are copied at about 4 bytes a cycle; no source was found',
    '复制 1,024 字节，约每周期 4 字节；没有找到来源',
  ),
} as const satisfies Readonly<Record<string, Price>>;

export type StackPriceName = keyof typeof stackPrices;
/** Cycles by name. */
export type StackPrices = Readonly<Record<StackPriceName, number>>;

export const usualPrices: StackPrices = Object.fromEntries(
  Object.entries(stackPrices).map(([name, { cycles }]) => [name, cycles]),
) as StackPrices;
