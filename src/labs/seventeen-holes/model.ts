import type { Model } from '#kit/model.ts';
import type { Region } from '#sim/holes/judge.ts';
import type { CpuName, Params } from './controls.ts';
import { type Guest, startGuest, stepGuest } from './guest.ts';
import { itemsOf, type Placed, placeItem, reportedOf } from './items.ts';

/** Instructions between the two sets of Popek and Goldberg (1974), each put there by what it did. */
export interface Sorting {
  readonly kind: 'sorting';
  readonly cpu: CpuName;
  readonly ring: Params['ring'];
  readonly placed: Readonly<Record<string, Placed>>;
  /** The instruction the reader has in hand; it is tried next. */
  readonly picked: string | undefined;
  /** The one whose result is shown. */
  readonly shown: string | undefined;
}
/** A whole guest, under a monitor; undefined on a processor that does not run x86 programs. */
export interface Running {
  readonly kind: 'running';
  readonly cpu: CpuName;
  readonly ring: Params['ring'];
  readonly guest: Guest | undefined;
}
export type State = Sorting | Running;
export type LabMove = readonly ['pick', string] | readonly ['place', Region];

function init(params: Params): State {
  const { part, cpu, ring } = params;
  if (part === 'guest') return { kind: 'running', cpu, ring, guest: reportedOf(cpu) ? undefined : startGuest(params) };
  return { kind: 'sorting', cpu, ring, placed: {}, picked: undefined, shown: undefined };
}

/** The instruction that is tried next: the one in hand, or the first that was not tried yet. */
export const nextOf = ({ cpu, placed, picked }: Sorting): string | undefined =>
  picked ?? itemsOf(cpu).find(({ id }) => !placed[id])?.id;

function tryNext(state: Sorting, guess: Region | undefined): Sorting {
  const id = nextOf(state);
  const placed = id === undefined ? undefined : placeItem(state, id, guess);
  if (id === undefined || !placed) return state;
  return { ...state, placed: { ...state.placed, [id]: placed }, picked: undefined, shown: id };
}

function step(state: State): State {
  if (state.kind === 'sorting') return tryNext(state, undefined);
  if (!state.guest) return state;
  const guest = stepGuest(state.guest);
  return guest === state.guest ? state : { ...state, guest };
}

function act(state: State, [verb, what]: LabMove): State {
  if (state.kind === 'running') return state;
  switch (verb) {
    case 'pick':
      return state.placed[what]
        ? { ...state, picked: undefined, shown: what }
        : { ...state, picked: what, shown: undefined };
    case 'place':
      return tryNext(state, what);
  }
}

export const model: Model<Params, State, LabMove> = { init, step, act };

/** Instructions in a place. */
export const holesIn = ({ placed }: Sorting): number =>
  Object.values(placed).filter(({ region }) => region === 'hole').length;
/** Whether every instruction of the processor has been tried. */
export const isSorted = ({ cpu, placed }: Sorting): boolean => Object.keys(placed).length === itemsOf(cpu).length;
