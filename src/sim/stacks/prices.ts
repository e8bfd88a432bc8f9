import { type Price, priceLists } from '../vmm/prices.ts';

const { modern } = priceLists;
const price = (cycles: number, sure: Price['sure'], source: string): Price => ({ cycles, source, sure });

/**
 * What is paid for on a request’s way, in cycles. A crossing is paid with its way back. What chapter 2’s monitors pay too
 * is taken from its modern list; the rest is as on the three roads to a device.
 */
export const stackPrices = {
  exit: price(
    modern.exit.cycles + modern.entry.cycles,
    'derived',
    'Cascade Lake under KVM, measured: 1,930-2,880 ticks for an exit and the entry after it',
  ),
  hypercall: modern.hypercall,
  trap: modern.trap,
  syscall: modern.syscall,
  fault: modern.fault,
  interrupt: price(1000, 'assumed', 'taking an interrupt from a device; no source was found'),
  emulated: modern.interpret,
  userReturn: price(
    6000,
    'assumed',
    'from the kernel on to a device model in user space, and back: 5,000-15,000, no source was found',
  ),
  contextSwitch: price(6000, 'measured', 'Cascade Lake: 5,450-7,100 ticks for a process switch by a pipe, one way'),
  worldSwitch: price(
    3262,
    'derived',
    'Sugerman et al. 2001: 8.90 µs of world switches for a packet at 733 MHz; half of it for each way',
  ),
  copy: price(250, 'assumed', '1,024 bytes are copied at about 4 bytes a cycle; no source was found'),
} as const satisfies Readonly<Record<string, Price>>;

export type StackPriceName = keyof typeof stackPrices;
/** Cycles by name. */
export type StackPrices = Readonly<Record<StackPriceName, number>>;

export const usualPrices: StackPrices = Object.fromEntries(
  Object.entries(stackPrices).map(([name, { cycles }]) => [name, cycles]),
) as StackPrices;
