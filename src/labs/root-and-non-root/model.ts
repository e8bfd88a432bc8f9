import type { Model } from '#kit/model.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import type { Hardware } from '#sim/vmm/hardware/hardware.ts';
import { hardware } from '#sim/vmm/hardware/hardware.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { forkRun, startRun } from '#sim/vmm/startRun.ts';
import { advanceRun, stepRun } from '#sim/vmm/stepRun.ts';
import type { Settings } from '#sim/vmm/technique.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { type Bit, flipped, isForced } from './bits.ts';
import { type Cell, cellOf } from './cell.ts';
import type { Params } from './controls.ts';

/** A guest on a processor with VT-x (`#sim/vmm/hardware`, after Intel SDM vol. 3C), and what the picture remembers of it. */
export interface State {
  readonly run: GuestRun;
  /** Where the processor was before the last step. */
  readonly from: Cell | undefined;
  /** The guest's instruction count when the host's interrupt came. */
  readonly askedAt: number;
  /** What the reader did last, until the next step. */
  readonly done: LabMove | undefined;
}
export type LabMove = readonly ['flip', Bit] | readonly ['interrupt'];

/** Vector of the host's timer: Linux arch/x86/include/asm/irq_vectors.h, LOCAL_TIMER_VECTOR. */
const HOST_TIMER = 0xec;

const settingsOf = ({ processor, pageFaults, program: _program, ...controls }: Params): Settings => ({
  kernelRing: 1,
  controls: { ...controls, exceptions: pageFaults ? [14] : [] },
  segmentLimits: false,
  cacheBlocks: 1,
  adaptive: false,
  batched: false,
  stopAtDivergence: true,
  prices: cyclesOf(priceLists[processor]),
});

const init = (params: Params): State => ({
  run: startRun(programOf(params.program), settingsOf(params), hardware),
  from: undefined,
  askedAt: 0,
  done: undefined,
});

/** The first entry, VMLAUNCH: the monitor has been waiting with a filled VMCS. */
const launched = (run: GuestRun): GuestRun => ({
  ...run,
  deed: { kind: 'enter', address: addressOf(run.guest), inject: undefined },
});

function step(state: State): State {
  const run = state.run.deed.kind === 'boot' ? launched(state.run) : stepRun(state.run);
  return run === state.run ? state : { ...state, run, from: cellOf(state.run), done: undefined };
}

/** All but the last in one go, and the last by itself, so that it is known where it came from. */
function advance(state: State, times: number): { readonly state: State; readonly made: number } {
  const first = times > 0 ? step(state) : state;
  if (first === state || times === 1) return { state: first, made: first === state ? 0 : 1 };
  const { made } = advanceRun(first.run, times - 1);
  if (made === 0) return { state: first, made: 1 };
  const before = advanceRun(first.run, made - 1).run;
  return { state: step({ ...first, run: before }), made: made + 1 };
}

/** Whether root mode has the processor: only there can the VMCS be written. */
export const isRoot = ({ run }: State): boolean => run.deed.kind === 'boot' || vmmOf({ run }).phase !== 'guest';
export const mayFlip = (state: State, bit: Bit): boolean =>
  bit !== 'ept' && isRoot(state) && !isForced(state.run.settings.controls, bit) && state.run.end === undefined;
export const mayInterrupt = (state: State): boolean =>
  !isRoot(state) && state.run.end === undefined && vmmOf(state).hostInterrupt === undefined;

function act(state: State, move: LabMove): State {
  const run = forkRun(state.run);
  switch (move[0]) {
    case 'flip': {
      const controls = flipped(run.settings.controls, move[1]);
      return { ...state, run: { ...run, settings: { ...run.settings, controls } }, done: move };
    }
    case 'interrupt':
      vmmOf({ run }).hostInterrupt = HOST_TIMER;
      return { ...state, run, askedAt: run.instructions, done: move };
  }
}

export const model: Model<Params, State, LabMove> = { init, step, advance, act };

/** What VT-x keeps. This lab runs no other technique. */
export const vmmOf = ({ run }: Pick<State, 'run'>): Hardware => run.vmm as Hardware;

/** Guest instructions for which a host's interrupt has been waiting; undefined where none is. */
export const waitOf = (state: State): number | undefined =>
  vmmOf(state).hostInterrupt === undefined ? undefined : state.run.instructions - state.askedAt;
