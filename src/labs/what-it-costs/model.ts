import type { Model } from '#kit/model.ts';
import { beginCount, type Counted, countOn } from '#sim/vmm/count/countEvents.ts';
import type { Events } from '#sim/vmm/count/counts.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import type { Params } from './controls.ts';
import { type Crossing, crossingsOf } from './crossings.ts';
import { type PlatformId, platformIds } from './platforms.ts';
import { eventsOf } from './workload.ts';

/** The first slice of the guest that a step counts; each further slice is twice as long. */
export const FIRST_SLICE = 128;
/** Slices at most, 262,016 steps of the guest: a guest that goes on is judged by what was counted. */
export const MOST_SLICES = 11;

export type CostMove = readonly ['show', PlatformId];

/**
 * A workload and what it costs, after Adams and Agesen (2006), section 6: how often things happen, times what each costs.
 * A step counts a slice of the guest on bare metal, where the workload is one; else it works out the next
 * technique's bill; and the last step finds where the lines cross.
 */
export interface State {
  readonly params: Params;
  /** The guest that is being counted, and in how many slices it was. */
  readonly guest: Counted | undefined;
  readonly slices: number;
  readonly events: Events;
  /** How many techniques have their bill. */
  readonly billed: number;
  /** Where the shown technique's line crosses the others'; undefined before they are looked for. */
  readonly crossings: readonly Crossing[] | undefined;
  /** Whose bill is shown, if anyone's. */
  readonly shown: PlatformId | undefined;
}

const init = (params: Params): State => {
  const guest = params.workload === 'guest' ? beginCount(bootMachine(programOf(params.program))) : undefined;
  return {
    params,
    guest,
    slices: 0,
    events: eventsOf(params, guest?.counts),
    billed: 0,
    crossings: undefined,
    shown: undefined,
  };
};

/** Whether there is more of the guest to count. */
export const isCounting = ({ guest, slices }: State): boolean =>
  guest !== undefined && !guest.ended && slices < MOST_SLICES;

const allCrossings = ({ params, events }: State, one: PlatformId): readonly Crossing[] =>
  platformIds
    .filter((id) => id !== one)
    .flatMap((other) => crossingsOf(params, events, one, other))
    .sort((a, b) => a.rate - b.rate);

function step(state: State): State {
  const { params, guest, slices, billed, crossings } = state;
  if (guest && isCounting(state)) {
    const counted = countOn(guest, FIRST_SLICE * 2 ** slices);
    return { ...state, guest: counted, slices: slices + 1, events: eventsOf(params, counted.counts) };
  }
  if (billed < platformIds.length) return { ...state, billed: billed + 1, shown: platformIds[billed] };
  if (crossings) return state;
  return { ...state, shown: params.technique, crossings: allCrossings(state, params.technique) };
}

/** Shows another technique's bill. */
function act(state: State, [, id]: CostMove): State {
  if (id === state.shown || platformIds.indexOf(id) >= state.billed) return state;
  return { ...state, shown: id, ...(state.crossings && { crossings: allCrossings(state, id) }) };
}

export const model: Model<Params, State, CostMove> = { init, step, act };
