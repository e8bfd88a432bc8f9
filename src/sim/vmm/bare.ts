import { type Payer, runAlone, stepAlone } from './alone.ts';
import type { Monitor } from './monitor.ts';
import { nativeCycles } from './native.ts';

const payer: Payer = {
  who: 'guest',
  where: 'direct',
  price: ({ settings: { prices } }, opcode) => (opcode === undefined ? prices.fault : nativeCycles(prices, opcode)),
};

/** Nobody beneath the guest: the reference that the other techniques are held against. */
export const bare: Monitor<{ readonly kind: 'bare' }> = {
  hasTwin: false,
  start: () => ({ kind: 'bare' }),
  step: (run) => stepAlone(run, payer),
  runQuietly: (run, most) => runAlone(run, most, payer),
  fork: (vmm) => vmm,
};
