import type { Model } from '#kit/model.ts';
import { bare } from '#sim/vmm/bare.ts';
import { deprivileged } from '#sim/vmm/deprivileged/deprivileged.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import { startRun } from '#sim/vmm/startRun.ts';
import type { Settings } from '#sim/vmm/technique.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { advance } from './advance.ts';
import type { Params } from './controls.ts';
import { stepDeed, stepWhole } from './deeds.ts';
import { interrupt, serveForeign } from './foreign.ts';
import { registersOf } from './registers.ts';
import type { LabMove, State } from './state.ts';

/** What does not matter to a monitor without VT-x, without a translation cache and without hypercalls. */
const idle = {
  controls: {
    hlt: true,
    cr3: true,
    invlpg: true,
    io: true,
    exceptions: [],
    interrupts: true,
    msr: true,
    tables: false,
    rdtsc: false,
    ept: false,
  },
  cacheBlocks: 1,
  adaptive: false,
  batched: false,
} satisfies Partial<Settings>;

const settingsOf = ({ ring, stop, trap }: Params): Settings => ({
  ...idle,
  kernelRing: ring === '3' ? 3 : 1,
  segmentLimits: true,
  stopAtDivergence: stop,
  prices: { ...cyclesOf(priceLists.p4), trap },
});

function init(params: Params): State {
  const run = startRun(programOf(params.program), settingsOf(params), { bare, deprivileged }[params.technique]);
  return {
    run,
    path: undefined,
    foreign: undefined,
    before: registersOf(run),
    strayed: false,
    whole: params.pace === 'whole',
  };
}

function step(state: State): State {
  const served = serveForeign(state);
  if (served) return served;
  const now = state.foreign ? { ...state, foreign: undefined, path: undefined } : state;
  return now.whole ? stepWhole(now) : stepDeed(now);
}

/**
 * One guest on one processor: on bare metal, or with its kernel in an outer ring
 * under a monitor that sees what traps (Popek and Goldberg 1974; Robin and Irvine
 * 2000). The processor and the monitor are `#sim/x86` and `#sim/vmm`.
 */
export const model: Model<Params, State, LabMove> = {
  init,
  step,
  advance: (state, times) => advance(step, state, times),
  act: interrupt,
};
