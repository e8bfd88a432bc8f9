import type { Alone, Computer } from './alone.ts';
import type { Instruction } from './instruction.ts';
import type { Program } from './program.ts';

export const FRAMES = 16;
/** Frames that the monitor keeps for itself, the first ones. */
export const MONITORS_FRAMES = 2;
/** Frames there are to be granted. */
export const GRANTABLE = FRAMES - MONITORS_FRAMES;
/** A run ends after so many ticks. */
export const HORIZON = 1000;
/** Ticks to take the core from one guest and give it to another. Assumed. */
export const SWITCH = 4;
/** Outputs that fit into the page a ported guest shares with the monitor. */
export const RING = 4;
/** What a guest that takes the timer sets it to, each time. */
export const FAR = 999;
/** Guests are called by letters. */
export const names = ['A', 'B', 'C', 'D'] as const;
export type Name = (typeof names)[number];

export interface Setup {
  readonly programs: readonly Program[];
  readonly slice: number;
  readonly weights: readonly number[];
  readonly grants: readonly number[];
  /** Whether guests are given the bare machine’s interface, or one of the monitor’s, to which they are ported. */
  readonly equivalence: boolean;
  /** Whether the core runs guests directly, or the monitor interprets each instruction. */
  readonly efficiency: boolean;
  /** Whether the timer and the bounds are the monitor’s, or the guest’s who runs. */
  readonly control: boolean;
  /** Ticks of a trap into the monitor with what it does there, and of one interpreted instruction. */
  readonly trap: number;
  readonly interpret: number;
}

/** Why a guest’s results are not those of the bare machine. */
export type Difference = 'called' | 'overwritten';

export interface Guest extends Computer {
  readonly program: Program;
  /** Place in its program; what the reader made it do is not counted. */
  readonly at: number;
  readonly base: number;
  readonly size: number;
  readonly weight: number;
  /** Virtual time of the scheduler: the least one runs next. */
  readonly pass: number;
  /** Outputs in the shared page that the monitor has not fetched yet. */
  readonly ring: readonly number[];
  /** What the reader makes it do next. */
  readonly pending: Instruction | undefined;
  /** Whether it sets its timer as far as it can. */
  readonly greedy: boolean;
  /** Whether it has tried to set the timer as far as it can, and to write outside its frames. */
  readonly tried: { readonly timer: boolean; readonly store: boolean };
  /** Ticks the core executed it, and ticks the monitor worked on its behalf. */
  readonly direct: number;
  readonly served: number;
  /** Instructions that involved the monitor. */
  readonly touched: number;
  readonly lastRan: number;
  /** The same instructions on the bare machine. */
  readonly alone: Alone;
  readonly difference: Difference | undefined;
}

/** Who carried an instruction out, and what for. `shared`: through a page shared with the monitor, without calling it. */
export type How = 'direct' | 'trap' | 'interpreted' | 'call' | 'shared' | 'caught';

/** What the last step was. */
export type Deed =
  | { readonly kind: 'start' }
  | { readonly kind: 'asked'; readonly guest: number; readonly instruction: Instruction }
  | { readonly kind: 'switch'; readonly from: number; readonly to: number; readonly late: number }
  | {
      readonly kind: 'ran';
      readonly guest: number;
      readonly instruction: Instruction;
      readonly how: How;
      /** The frame it read or wrote; undefined where it touched none. */
      readonly frame: number | undefined;
      /** Whether that frame was not its own. */
      readonly isForeign: boolean;
      /** Whether it set the real timer. */
      readonly tookTimer: boolean;
    };

/** A stretch of time in one lane; the monitor’s is -1, and `guest` says for whom it works, -1 for no one. */
export interface Stretch {
  readonly lane: number;
  readonly guest: number;
  readonly from: number;
  readonly to: number;
  /** Past the end of the guest’s slice. */
  readonly isLate: boolean;
}

export interface Machine {
  readonly setup: Setup;
  readonly clock: number;
  readonly frames: readonly number[];
  readonly guests: readonly Guest[];
  /** -1 before the first is given the core. */
  readonly running: number;
  /** When the slice ends that the monitor gave, and when the real timer will interrupt. */
  readonly due: number;
  readonly alarm: number;
  readonly began: number;
  readonly stretches: readonly Stretch[];
  readonly slices: number;
  /** Ticks that guests ran past the end of their slices, in all and since the last change of guests. */
  readonly overrun: number;
  readonly late: number;
  /** Accesses to frames outside the grant: those made, and those caught. */
  readonly foreign: number;
  readonly caught: number;
  /** Frames that were written by one who does not own them. */
  readonly spoilt: readonly number[];
  readonly deed: Deed;
}

/** Who owns a frame: a guest, the monitor (-1), or no one. */
export function ownerOf({ guests }: Pick<Machine, 'guests'>, frame: number): number | undefined {
  if (frame < MONITORS_FRAMES) return -1;
  const owner = guests.findIndex(({ base, size }) => frame >= base && frame < base + size);
  return owner < 0 ? undefined : owner;
}

/** Memory as it is before anything runs: a hundred to each guest, so that one sees whose a number was. */
const firstWord = (guest: number, address: number): number => 100 * (guest + 1) + address;

export function makeMachine(setup: Setup): Machine {
  const guests = setup.programs.map((program, i): Guest => {
    const size = setup.grants[i] ?? 1;
    const base = setup.grants.slice(0, i).reduce((a, b) => a + b, MONITORS_FRAMES);
    const fresh: Computer = { accumulator: 10 * (i + 1), out: [], timer: 0, interrupts: 0, faults: 0, done: 0 };
    const words = Array.from({ length: size }, (_, address) => firstWord(i, address));
    const state = { at: 0, base, size, weight: setup.weights[i] ?? 1, pass: 0, ring: [], pending: undefined };
    const tried = { timer: false, store: false };
    const counts = { greedy: false, tried, direct: 0, served: 0, touched: 0, lastRan: 0 };
    const alone: Alone = { ...fresh, words, unknown: 0 };
    return { ...fresh, program, ...state, ...counts, alone, difference: undefined };
  });
  const frames = Array.from({ length: FRAMES }, (_, frame) => {
    const owner = ownerOf({ guests }, frame) ?? -1;
    return owner < 0 ? 0 : firstWord(owner, frame - (guests[owner]?.base ?? 0));
  });
  const times = { clock: 0, running: -1, due: 0, alarm: 0, began: 0, slices: 0 };
  const counts = { overrun: 0, late: 0, foreign: 0, caught: 0, spoilt: [], stretches: [] };
  return { setup, frames, guests, ...times, ...counts, deed: { kind: 'start' } };
}
