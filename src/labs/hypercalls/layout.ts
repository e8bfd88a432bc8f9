import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** Where the parts of the picture are: privilege from top to bottom on one side, the list of updates and the counts on the other. */
export interface Layout {
  readonly user: Place;
  /** The guest's kernel: in ring 1, or beside the program in ring 3. */
  readonly kernel: Readonly<Record<'32' | '64', Place>>;
  readonly user64: Place;
  readonly xen: Place;
  readonly rings: readonly Point[];
  readonly title: Point;
  readonly cells: readonly Place[];
  readonly status: Point;
  readonly counts: readonly Place[];
  readonly countsTitle: Point;
  readonly call: Place;
  readonly asker: Point;
  readonly answers: readonly Place[];
}

const grid = (place: Place, gap: number): readonly Place[] =>
  column(4, place, gap).flatMap((each) => row(16, each, gap));

const wide: Layout = {
  user: { x: 92, y: 8, w: 284, h: 76 },
  user64: { x: 92, y: 8, w: 128, h: 76 },
  kernel: { '32': { x: 92, y: 146, w: 284, h: 76 }, '64': { x: 248, y: 8, w: 128, h: 76 } },
  xen: { x: 92, y: 290, w: 284, h: 84 },
  rings: [46, 184, 332].map((y) => ({ x: 8, y })),
  title: { x: 400, y: 16 },
  cells: grid({ x: 400, y: 34, w: 552, h: 148 }, 3),
  status: { x: 400, y: 202 },
  countsTitle: { x: 400, y: 238 },
  counts: row(3, { x: 400, y: 254, w: 552, h: 64 }, 8),
  call: { x: 400, y: 330, w: 552, h: 64 },
  asker: { x: 8, y: 424 },
  answers: row(4, { x: 8, y: 444, w: 944, h: 84 }, 8),
};

const tall: Layout = {
  user: { x: 52, y: 4, w: 304, h: 46 },
  user64: { x: 52, y: 4, w: 140, h: 46 },
  kernel: { '32': { x: 52, y: 82, w: 304, h: 46 }, '64': { x: 216, y: 4, w: 140, h: 46 } },
  xen: { x: 52, y: 160, w: 304, h: 48 },
  rings: [27, 105, 184].map((y) => ({ x: 4, y })),
  title: { x: 4, y: 226 },
  cells: grid({ x: 4, y: 238, w: 352, h: 104 }, 2),
  status: { x: 4, y: 356 },
  countsTitle: { x: 4, y: 380 },
  counts: row(3, { x: 4, y: 391, w: 352, h: 44 }, 4),
  call: { x: 4, y: 441, w: 352, h: 44 },
  asker: { x: 4, y: 506 },
  answers: column(2, { x: 4, y: 518, w: 352, h: 116 }, 4).flatMap((place) => row(2, place, 4)),
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
