import type { Model } from '#kit/model.ts';
import { advanceEvents, type GuestEvent } from '#sim/vmm/advanceEvents.ts';
import { monitors } from '#sim/vmm/monitors.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { startRun } from '#sim/vmm/startRun.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import type { Program } from '#sim/x86/program.ts';
import type { Params } from './controls.ts';
import { settingsOf } from './settings.ts';

/** Steps of a run at most. */
export const BUDGET = 1_000_000;
/** Crossings that the picture has room for. */
const MOST_PAST = 7;

/**
 * One guest under one technique; the machine is `#sim/vmm` on `#sim/x86`, after Intel SDM vol. 3, Adams and Agesen
 * (2006) and Xen's public headers. A step is one event of the guest, with whatever crossing it takes folded in,
 * so that machines side by side stand at the same instruction after as many steps.
 */
export interface State {
  readonly params: Params;
  readonly run: GuestRun;
  /** Steps made. */
  readonly at: number;
  readonly last: GuestEvent | undefined;
  /** The latest events that were more than an instruction, the last step's among them. */
  readonly past: readonly GuestEvent[];
}

/**
 * The guest as it is run: under paravirtualization the program's own paravirtual edition. A program that has none is run as it
 * is, to be refused where it does what only ring 0 may.
 */
function guestOf({ technique, batched, program }: Params): Program {
  if (technique !== 'paravirtual') return programOf(program);
  const edition = assemble(program, { PV: '', ...(batched && { BATCH: '' }) });
  return 'program' in edition ? edition.program : programOf(program);
}

const init = (params: Params): State => ({
  params,
  run: startRun(guestOf(params), settingsOf(params), monitors[params.technique]),
  at: 0,
  last: undefined,
  past: [],
});

/** Whether it was more than that the guest ran on. */
export const isCrossing = ({ deeds }: GuestEvent): boolean => deeds.length > 1 || deeds[0]?.kind !== 'run';

function advance(state: State, times: number): { state: State; made: number } {
  let { last } = state;
  const past = [...state.past];
  const { run, made } = advanceEvents(state.run, times, (event) => {
    last = event;
    if (!isCrossing(event)) return;
    past.push(event);
    if (past.length > MOST_PAST) past.shift();
  });
  return made === 0 ? { state, made } : { state: { ...state, run, at: state.at + made, last, past }, made };
}

export const model: Model<Params, State> = { init, step: (state) => advance(state, 1).state, advance };

/** How the run has ended, if it has: by the guest, by the technique, or because the budget of steps is spent. */
export const endOf = ({ run, at }: State): string | undefined => run.end ?? (at >= BUDGET ? 'budget' : undefined);
