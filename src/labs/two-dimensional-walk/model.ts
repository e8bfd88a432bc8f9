/**
 * A processor that translates one address through two trees of tables.
 * Intel SDM vol. 3A, "4-Level Paging and 5-Level Paging", and vol. 3C, "The
 * Extended Page Table Mechanism (EPT)"; counted as in Bhargava et al.,
 * "Accelerating Two-Dimensional Page Walks for Virtualized Systems", ASPLOS
 * 2008: the reference to the data itself is made, but is not one of the walk's.
 * Real processors cache the walk; here every reference is made and shown.
 */
import type { Model } from '#kit/model.ts';
import { flipBit } from '#sim/paging/entry.ts';
import { readEntry, writeEntry } from '#sim/paging/memory.ts';
import { stepWalk } from '#sim/paging/stepWalk.ts';
import { type Reference, startWalk, type Walk } from '#sim/paging/walk.ts';
import type { Params } from './controls.ts';
import { buildWalk, type Plan, planOf } from './machine.ts';

/** An entry under the glass. Only its place and its kind are kept: its bits are in memory. */
export interface Opened {
  /** `g3`, `e4.g3`, `e1.data`: as its cell is called. */
  readonly name: string;
  readonly by: Reference['by'];
  readonly level: number;
  readonly address: number;
}

export interface Walker {
  readonly plan: Plan;
  readonly walk: Walk;
  readonly open?: Opened | undefined;
  /** The bit that was flipped just now. */
  readonly flipped?: number | undefined;
  readonly flips: number;
  /** Whether this access, or one of those before a flip began it again, has faulted. */
  readonly hasFaulted: boolean;
}

/** `inspect.e4.g3`, `flip.e4.g3.1`, `close`. */
export type WalkMove = readonly ['inspect' | 'flip', ...(string | number)[]] | readonly ['close'];

/** How an entry is called in moves and marks: by its table's level, and by what it was read for. */
export const entryName = ({ by, level, target }: Pick<Reference, 'by' | 'level' | 'target'>): string =>
  by === 'guest' ? `g${level}` : `e${level}.${target ? `g${target}` : 'data'}`;

function init(params: Params): Walker {
  return { plan: planOf(params), walk: buildWalk(params), flips: 0, hasFaulted: false };
}

function step(state: Walker): Walker {
  const walk = stepWalk(state.walk);
  if (walk === state.walk) return state;
  return {
    ...state,
    walk,
    open: undefined,
    flipped: undefined,
    hasFaulted: state.hasFaulted || walk.fault !== undefined,
  };
}

function act(state: Walker, move: WalkMove): Walker {
  switch (move[0]) {
    case 'inspect':
      return inspect(state, move.slice(1).join('.'));
    case 'flip':
      return flip(state, Number(move.at(-1)));
    case 'close':
      return { ...state, open: undefined, flipped: undefined };
  }
}

function inspect(state: Walker, name: string): Walker {
  const read = state.walk.references.find((reference) => entryName(reference) === name);
  if (!read || state.open?.name === name) return state;
  return { ...state, open: { name, by: read.by, level: read.level, address: read.address }, flipped: undefined };
}

/** The bit changes in memory, where every column that uses the entry meets it, and the access begins again. */
function flip(state: Walker, bit: number): Walker {
  const { walk, open } = state;
  if (!open) return state;
  const memory = writeEntry(walk.memory, open.address, flipBit(readEntry(walk.memory, open.address), bit));
  if (memory === walk.memory) return state;
  return { ...state, walk: startWalk(memory, walk.machine, walk.access), flipped: bit, flips: state.flips + 1 };
}

export const model: Model<Params, Walker, WalkMove> = { init, step, act };
