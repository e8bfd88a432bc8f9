import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** Where everything stands: only the outer frames are numbers. */
export interface Layout {
  readonly sourceTitle: Point;
  readonly source: readonly Place[];
  readonly resultTitle: Point;
  readonly result: readonly Place[];
  readonly cacheTitle: Point;
  readonly cache: readonly Place[];
  readonly spaceTitle: Point;
  readonly guestSpace: Place;
  readonly vmmSpace: Place;
  /** User code, translated kernel code, VMM: the least privileged on top. */
  readonly levels: readonly Place[];
  readonly doing: readonly Place[];
  readonly billTitle: Point;
  /** What was spent on the guest's own instructions, and on the monitor's: room for the longest bar. */
  readonly bill: readonly Place[];
  /** Letters of the machine's that fit a row of the source, of the translation, and of what is being done. */
  readonly letters: readonly [number, number, number];
}

const grid = (rows: number, columns: number, place: Place, gap: number): readonly Place[] =>
  column(rows, place, gap).flatMap((each) => row(columns, each, gap));

const wide: Layout = {
  sourceTitle: { x: 14, y: 20 },
  source: column(12, { x: 12, y: 36, w: 250, h: 342 }, 2),
  resultTitle: { x: 286, y: 20 },
  result: column(12, { x: 284, y: 36, w: 250, h: 342 }, 2),
  cacheTitle: { x: 562, y: 20 },
  cache: grid(4, 4, { x: 560, y: 36, w: 388, h: 244 }, 6),
  spaceTitle: { x: 562, y: 303 },
  guestSpace: { x: 560, y: 318, w: 270, h: 62 },
  vmmSpace: { x: 838, y: 318, w: 110, h: 62 },
  levels: column(3, { x: 12, y: 398, w: 250, h: 134 }, 6),
  doing: column(3, { x: 270, y: 398, w: 280, h: 134 }, 6),
  billTitle: { x: 562, y: 412 },
  bill: column(2, { x: 560, y: 428, w: 388, h: 104 }, 8),
  letters: [20, 20, 26],
};

const tall: Layout = {
  sourceTitle: { x: 4, y: 10 },
  source: column(12, { x: 2, y: 20, w: 174, h: 258 }, 2),
  resultTitle: { x: 186, y: 10 },
  result: column(12, { x: 184, y: 20, w: 174, h: 258 }, 2),
  cacheTitle: { x: 4, y: 293 },
  cache: grid(4, 4, { x: 2, y: 301, w: 356, h: 150 }, 4),
  spaceTitle: { x: 4, y: 461 },
  guestSpace: { x: 2, y: 470, w: 256, h: 38 },
  vmmSpace: { x: 264, y: 470, w: 94, h: 38 },
  levels: column(3, { x: 2, y: 518, w: 142, h: 72 }, 3),
  doing: column(3, { x: 145, y: 518, w: 213, h: 72 }, 3),
  billTitle: { x: 4, y: 600 },
  bill: column(2, { x: 124, y: 594, w: 234, h: 44 }, 3),
  letters: [21, 21, 26],
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
