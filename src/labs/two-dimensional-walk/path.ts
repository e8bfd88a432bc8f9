import type { Reference } from '#sim/paging/walk.ts';
import type { Plan } from './machine.ts';
import { entryName, type Walker } from './model.ts';

/** One cell of the grid: an entry that has been read, or will be if the tables are as they were laid out. */
export interface Cell {
  readonly name: string;
  readonly by: Reference['by'] | 'data';
  readonly level: number;
  /** Its column. */
  readonly target: number;
  readonly read?: Reference | undefined;
  /** The number of its step. */
  readonly number?: number | undefined;
}

const dataCell: Cell = { name: 'data', by: 'data', level: 0, target: 0 };
const cellOf = (at: Pick<Reference, 'by' | 'level' | 'target'>): Cell => ({ ...at, name: entryName(at) });

/** `from`, one less, and so on down to `leaf`; only `from` where that is past the leaf already, and nothing from 0. */
const levelsFrom = (from: number, leaf: number): number[] =>
  from === 0 ? [] : Array.from({ length: Math.max(0, from - leaf) + 1 }, (_, i) => from - i);

/** The rest of a column from `level` of the EPT down to the cell it was all for. */
function columnFrom({ isNested, eptLeaf }: Plan, level: number, target: number): Cell[] {
  const end = target === 0 ? dataCell : cellOf({ by: 'guest', level: target, target });
  const walked = isNested ? levelsFrom(level, eptLeaf).map((at) => cellOf({ by: 'ept', level: at, target })) : [];
  return [...walked, end];
}

/** Whole columns, from that of the guest's table at `level` to that of the data. */
const columnsFrom = (plan: Plan, level: number): Cell[] =>
  [...levelsFrom(level, plan.guestLeaf), 0].flatMap((target) => columnFrom(plan, plan.eptLevels, target));

/** Whether the walk goes on to a table one level down: as the entry says, or as was laid out where it says nothing. */
const leadsDown = ({ gives, isLeaf, level }: Reference, leaf: number): boolean =>
  gives === undefined ? level > leaf : !isLeaf;

/** What comes after this reference, as far as can be told from it. */
function cellsAfter(plan: Plan, last: Reference | undefined): Cell[] {
  if (!last) return columnsFrom(plan, plan.guestLevels);
  const { by, level, target } = last;
  if (by === 'guest') return columnsFrom(plan, leadsDown(last, plan.guestLeaf) ? level - 1 : 0);
  const rest = columnFrom(plan, leadsDown(last, plan.eptLeaf) ? level - 1 : 0, target);
  if (target === 0) return rest;
  return [...rest, ...columnsFrom(plan, target > plan.guestLeaf ? target - 1 : 0)];
}

/** All cells in the order of the walk: those read, then those to come. */
export function pathOf({ plan, walk }: Walker): readonly Cell[] {
  const read = walk.references.map((reference, i): Cell => ({ ...cellOf(reference), read: reference, number: i + 1 }));
  return [...read, ...cellsAfter(plan, walk.references.at(-1))];
}
