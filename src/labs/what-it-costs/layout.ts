import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** Where the parts stand: the plane of all techniques, their list, and the bill of one. */
export interface Layout {
  readonly plot: Place;
  readonly yTitle: Point;
  readonly xTitle: Point;
  /** The line under the axis for its ticks, and one for what was counted. */
  readonly ticks: number;
  readonly counted: Point;
  readonly list: readonly Place[];
  readonly billTitle: Point;
  readonly billNote: Point;
  readonly bill: readonly Place[];
  /** From a band's lower edge to the middle of its name. */
  readonly oldLine: number;
  /** Half of a badge on a line, and the radius of the point of this workload. */
  readonly badge: number;
  readonly point: number;
}

const wide: Layout = {
  plot: { x: 56, y: 34, w: 476, h: 390 },
  yTitle: { x: 6, y: 14 },
  xTitle: { x: 56, y: 472 },
  ticks: 442,
  counted: { x: 56, y: 512 },
  list: column(7, { x: 552, y: 6, w: 402, h: 222 }, 4),
  billTitle: { x: 552, y: 252 },
  billNote: { x: 954, y: 252 },
  bill: column(7, { x: 552, y: 270, w: 402, h: 264 }, 2),
  oldLine: 14,
  badge: 12,
  point: 6,
};

const tallRows = column(4, { x: 4, y: 290, w: 352, h: 112 }, 4);
const tall: Layout = {
  plot: { x: 34, y: 22, w: 320, h: 204 },
  yTitle: { x: 4, y: 9 },
  xTitle: { x: 34, y: 254 },
  ticks: 238,
  counted: { x: 34, y: 273 },
  list: tallRows.flatMap((place) => row(2, place, 4)).slice(0, 7),
  billTitle: { x: 4, y: 418 },
  billNote: { x: 356, y: 418 },
  bill: column(7, { x: 4, y: 430, w: 352, h: 206 }, 2),
  oldLine: 9,
  badge: 8,
  point: 4,
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
