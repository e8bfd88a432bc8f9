import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import type { Owner } from './schedule.ts';

/** Where the parts of the picture are: time above, left to right; below it the core, the TLB, and the bill. */
export interface Layout {
  /** An event's place in its owner's lane. */
  event(slot: number, who: Owner): Place;
  readonly lanes: readonly { readonly who: Owner; readonly line: number; readonly at: Point }[];
  entry(set: number, way: number, sets: number): Place;
  readonly owners: Place;
  readonly core: Readonly<Record<'runs' | 'does' | 'gets', Place>>;
  /** From the access to the set it looks into. */
  toSet(middle: number): readonly Point[];
  readonly heads: Readonly<Record<'tlb' | 'causes' | 'cached' | 'glass', Point>>;
  readonly cause: (i: number) => { readonly name: Point; readonly count: Point; readonly bar: Place };
  readonly buttons: readonly Place[];
}

/** Events in view at once: a page of the schedule. */
export const PAGE = 28;
const lanesDown: readonly Owner[] = ['A', 'B', 'host'];
const nowhere: Place = { x: 0, y: 0, w: 0, h: 0 };

export const layOut = (sheet: Sheet): Layout => (sheet === 'wide' ? wide : tall);

/** A TLB of one set fills the same grid row by row. */
const cellOf = (cells: readonly Place[], set: number, way: number, sets: number): Place =>
  cells[sets === 1 ? way : set * 4 + way] ?? nowhere;

const gridOf = (place: Place, gap: number): readonly Place[] =>
  column(4, place, gap).flatMap((line) => row(4, line, gap));

const wide: Layout = (() => {
  const laneAt = (who: Owner): number => 6 + lanesDown.indexOf(who) * 34 + (who === 'host' ? 6 : 0);
  const slots = row(PAGE, { x: 92, y: 0, w: 860, h: 28 }, 4);
  const cells = gridOf({ x: 262, y: 148, w: 388, h: 238 }, 6);
  return {
    event: (slot, who) => ({ ...(slots[slot] ?? nowhere), y: laneAt(who) }),
    lanes: lanesDown.map((who) => ({ who, line: 0, at: { x: 8, y: laneAt(who) + 14 } })),
    entry: (set, way, sets) => cellOf(cells, set, way, sets),
    owners: { x: 262, y: 396, w: 388, h: 28 },
    core: {
      runs: { x: 8, y: 148, w: 190, h: 56 },
      does: { x: 8, y: 239, w: 190, h: 56 },
      gets: { x: 8, y: 330, w: 190, h: 56 },
    },
    toSet: (middle) => [
      { x: 198, y: 267 },
      { x: 226, y: 267 },
      { x: 226, y: middle },
      { x: 260, y: middle },
    ],
    heads: { tlb: { x: 262, y: 132 }, causes: { x: 672, y: 132 }, cached: { x: 8, y: 410 }, glass: { x: 8, y: 456 } },
    cause: (i) => ({
      name: { x: 672, y: 166 + i * 40 },
      count: { x: 952, y: 166 + i * 40 },
      bar: { x: 790, y: 153 + i * 40, w: 112, h: 26 },
    }),
    buttons: row(5, { x: 8, y: 490, w: 944, h: 38 }, 10),
  };
})();

const tall: Layout = (() => {
  const half = PAGE / 2;
  const slots = row(half, { x: 54, y: 0, w: 302, h: 17 }, 2);
  const laneAt = (who: Owner, line: number): number =>
    4 + line * 68 + lanesDown.indexOf(who) * 20 + (who === 'host' ? 3 : 0);
  const cells = gridOf({ x: 22, y: 208, w: 334, h: 164 }, 4);
  return {
    event: (slot, who) => ({ ...(slots[slot % half] ?? nowhere), y: laneAt(who, Math.floor(slot / half)) }),
    lanes: [0, 1].flatMap((line) => lanesDown.map((who) => ({ who, line, at: { x: 2, y: laneAt(who, line) + 8.5 } }))),
    entry: (set, way, sets) => cellOf(cells, set, way, sets),
    owners: { x: 22, y: 378, w: 334, h: 18 },
    core: {
      runs: { x: 4, y: 142, w: 112, h: 38 },
      does: { x: 124, y: 142, w: 112, h: 38 },
      gets: { x: 244, y: 142, w: 112, h: 38 },
    },
    toSet: (middle) => [
      { x: 180, y: 180 },
      { x: 180, y: 184 },
      { x: 10, y: 184 },
      { x: 10, y: middle },
      { x: 21, y: middle },
    ],
    heads: { tlb: { x: 22, y: 196 }, causes: { x: 4, y: 409 }, cached: { x: 356, y: 196 }, glass: { x: 4, y: 546 } },
    cause: (i) => ({
      name: { x: 4, y: 429 + i * 18 },
      count: { x: 356, y: 429 + i * 18 },
      bar: { x: 84, y: 422 + i * 18, w: 236, h: 14 },
    }),
    buttons: [...row(3, { x: 4, y: 560, w: 352, h: 34 }, 6), ...row(2, { x: 4, y: 601, w: 352, h: 34 }, 6)],
  };
})();
