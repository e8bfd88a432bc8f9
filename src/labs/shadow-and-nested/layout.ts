import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** A title over a table, and under it or beside it what the table maps. */
export interface Title {
  readonly name: Point;
  readonly maps: Point;
  /** Both at the middle, one under the other; or one at either end. */
  readonly apart: boolean;
}

/** Where everything stands: only the outer frames are numbers. */
export interface Layout {
  readonly line: Place;
  readonly who: Point;
  readonly result: Place;
  readonly titles: readonly Title[];
  /** By table, then by row. */
  readonly cells: readonly (readonly Place[])[];
  readonly mmu: Place;
  readonly bug: Place;
  readonly tlb: Point;
  readonly slots: readonly Place[];
  readonly kernel: Place;
  readonly vmm: Place;
  readonly hardware: Place;
}

const table = (x: number, w: number, y: number, h: number): Place => ({ x, y, w, h });
const wideTables = [table(12, 280, 72, 231), table(332, 244, 72, 231), table(616, 332, 72, 231)];
const tallTables = [table(2, 126, 112, 174), table(138, 86, 112, 174), table(234, 124, 112, 174)];

const wide: Layout = {
  line: { x: 12, y: 6, w: 430, h: 36 },
  who: { x: 456, y: 24 },
  result: { x: 696, y: 6, w: 252, h: 36 },
  titles: wideTables.map(({ x, w, y }) => ({
    name: { x: x + 2, y: y - 15 },
    maps: { x: x + w - 2, y: y - 15 },
    apart: true,
  })),
  cells: wideTables.map((place) => column(4, place, 3)),
  mmu: { x: 12, y: 320, w: 564, h: 27 },
  bug: { x: 616, y: 320, w: 332, h: 27 },
  tlb: { x: 12, y: 360 },
  slots: column(2, { x: 12, y: 372, w: 936, h: 104 }, 4).flatMap((place) => row(4, place, 6)),
  kernel: { x: 12, y: 482, w: 260, h: 56 },
  vmm: { x: 332, y: 482, w: 300, h: 56 },
  hardware: { x: 648, y: 482, w: 300, h: 56 },
};

const tall: Layout = {
  line: { x: 4, y: 6, w: 352, h: 32 },
  who: { x: 4, y: 57 },
  result: { x: 198, y: 44, w: 158, h: 26 },
  titles: tallTables.map(({ x, w }) => ({
    name: { x: x + w / 2, y: 84 },
    maps: { x: x + w / 2, y: 101 },
    apart: false,
  })),
  cells: tallTables.map((place) => column(4, place, 4)),
  mmu: { x: 4, y: 304, w: 352, h: 28 },
  bug: { x: 4, y: 602, w: 352, h: 32 },
  tlb: { x: 4, y: 346 },
  slots: column(4, { x: 4, y: 357, w: 352, h: 168 }, 4).flatMap((place) => row(2, place, 4)),
  kernel: { x: 4, y: 540, w: 98, h: 50 },
  vmm: { x: 146, y: 540, w: 106, h: 50 },
  hardware: { x: 258, y: 540, w: 98, h: 50 },
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
