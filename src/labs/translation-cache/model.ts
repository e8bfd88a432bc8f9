import type { Model } from '#kit/model.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { startRun } from '#sim/vmm/startRun.ts';
import { advanceRun, stepRun } from '#sim/vmm/stepRun.ts';
import type { Settings } from '#sim/vmm/technique.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { type Translation, translation } from '#sim/vmm/translation/translation.ts';
import type { Params } from './controls.ts';

/** A guest under a binary translator (`#sim/vmm/translation`, after Adams and Agesen 2006), and the block that the reader looks at. */
export interface State {
  readonly run: GuestRun;
  /** A block of the cache, by the address of its source; undefined follows the processor. */
  readonly picked: number | undefined;
  /** What the last step did beside its deed: dropped a block whose source had changed, translated one that had been dropped for want of room, or wrote to the VMM's memory. */
  readonly news: 'stale' | 'again' | 'breach' | undefined;
}
export type LabMove = readonly ['block', number];

const settingsOf = ({ cacheBlocks, adaptive, segmentLimits, processor }: Params): Settings => ({
  kernelRing: 1,
  controls: {
    hlt: true,
    cr3: true,
    invlpg: false,
    io: true,
    exceptions: [],
    interrupts: true,
    msr: true,
    tables: false,
    rdtsc: false,
    ept: true,
  },
  segmentLimits,
  cacheBlocks: Number(cacheBlocks),
  adaptive,
  batched: false,
  stopAtDivergence: true,
  prices: cyclesOf(priceLists[processor]),
});

const init = (params: Params): State => ({
  run: startRun(programOf(params.program), settingsOf(params), translation),
  picked: undefined,
  news: undefined,
});

function step(state: State): State {
  const run = stepRun(state.run);
  return run === state.run ? state : { run, picked: undefined, news: newsOf(state.run, run) };
}

function newsOf(before: GuestRun, after: GuestRun): State['news'] {
  const [was, is] = [translationIn(before), translationIn(after)];
  if (is.breached !== was.breached) return 'breach';
  if (is.tally.stale > was.tally.stale) return 'stale';
  return is.tally.again > was.tally.again ? 'again' : undefined;
}

function advance(state: State, times: number): { readonly state: State; readonly made: number } {
  if (times < 1) return { state, made: 0 };
  const { run: before, made } = advanceRun(state.run, times - 1);
  const run = stepRun(before);
  if (run !== before) return { state: { run, picked: undefined, news: newsOf(before, run) }, made: made + 1 };
  // It ended on the way: the last step made is the one that tells.
  return made === 0 ? { state, made } : advance(state, made);
}

/** Looking at a block changes nothing of the machine; looking at the same one again looks away. */
const act = (state: State, [, address]: LabMove): State => ({
  ...state,
  picked: state.picked === address ? undefined : address,
});

export const model: Model<Params, State, LabMove> = { init, step, advance, act };

/** What the translator keeps. This lab runs no other technique. */
export const vmmOf = ({ run }: State): Translation => translationIn(run);
const translationIn = (run: GuestRun): Translation => run.vmm as Translation;
