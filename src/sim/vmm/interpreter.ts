import { type Payer, runAlone, stepAlone } from './alone.ts';
import type { Monitor } from './monitor.ts';

const payer: Payer = { who: 'vmm', where: 'interpreted', price: ({ settings: { prices } }) => prices.interpret };

/** Every instruction is carried out by a program; the guest's registers are that program's variables, and nothing of the guest ever runs. */
export const interpreter: Monitor<{ readonly kind: 'interpreter' }> = {
  hasTwin: false,
  start: () => ({ kind: 'interpreter' }),
  step: (run) => stepAlone(run, payer),
  runQuietly: (run, most) => runAlone(run, most, payer),
  fork: (vmm) => vmm,
};
