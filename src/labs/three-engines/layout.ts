import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** A block in one line: its name, its length, how often it ran, and its translation. */
export interface Row {
  readonly block: Place;
  readonly length: Point;
  readonly runs: Point;
  readonly translation: Place;
}
/** An engine: words above, a bar below. */
export interface Lane {
  readonly name: Point;
  readonly amount: Point;
  readonly bar: Place;
}
/** Where everything stands: only the outer frames are numbers. */
export interface Layout {
  readonly head: { readonly block: Point; readonly length: Point; readonly runs: Point; readonly cache: Point };
  readonly rows: readonly Row[];
  readonly more: Point;
  readonly codeTitle: Point;
  readonly code: readonly Place[];
  readonly lanes: readonly Lane[];
  readonly chartTitle: Point;
  readonly plot: Place;
  /** Where the numbers under the plot stand, those left of it, and the names right of it. */
  readonly ticks: number;
  readonly powers: number;
  readonly names: number;
  /** Letters that fit a block's name and one of its instructions, and the least distance of two lines of small print. */
  readonly letters: readonly [name: number, instruction: number];
  readonly line: number;
}

const rowsIn = (
  count: number,
  place: Place,
  gap: number,
  columns: readonly [number, number, number, number],
): readonly Row[] =>
  column(count, place, gap).map(({ x, y, w, h }) => ({
    block: { x, y, w: columns[0], h },
    length: { x: x + columns[1], y: y + h / 2 },
    runs: { x: x + columns[2], y: y + h / 2 },
    translation: { x: x + columns[3], y, w: w - columns[3], h },
  }));

const lanesIn = (place: Place, gap: number, words: number): readonly Lane[] =>
  column(3, place, gap).map(({ x, y, w, h }) => ({
    name: { x, y: y + words / 2 },
    amount: { x: x + w, y: y + words / 2 },
    bar: { x, y: y + words, w, h: h - words },
  }));

/** Twelve instructions at most, downwards and then in the second column. */
const codeIn = (place: Place, gap: number): readonly Place[] =>
  row(2, place, gap).flatMap((each) => column(6, each, gap));

const wide: Layout = {
  head: { block: { x: 12, y: 20 }, length: { x: 182, y: 20 }, runs: { x: 276, y: 20 }, cache: { x: 424, y: 20 } },
  rows: rowsIn(8, { x: 12, y: 38, w: 412, h: 256 }, 4, [146, 170, 264, 278]),
  more: { x: 424, y: 316 },
  codeTitle: { x: 12, y: 316 },
  code: codeIn({ x: 12, y: 334, w: 412, h: 198 }, 4),
  lanes: lanesIn({ x: 448, y: 6, w: 500, h: 204 }, 10, 30),
  chartTitle: { x: 448, y: 240 },
  plot: { x: 486, y: 260, w: 336, h: 246 },
  ticks: 524,
  powers: 480,
  names: 829,
  letters: [12, 17],
  line: 22,
};

const tall: Layout = {
  head: { block: { x: 4, y: 10 }, length: { x: 160, y: 10 }, runs: { x: 236, y: 10 }, cache: { x: 356, y: 10 } },
  rows: rowsIn(8, { x: 2, y: 20, w: 356, h: 180 }, 3, [132, 158, 234, 250]),
  more: { x: 356, y: 212 },
  codeTitle: { x: 4, y: 212 },
  code: codeIn({ x: 2, y: 221, w: 356, h: 124 }, 2),
  lanes: lanesIn({ x: 4, y: 350, w: 352, h: 116 }, 5, 18),
  chartTitle: { x: 4, y: 479 },
  plot: { x: 28, y: 490, w: 240, h: 132 },
  ticks: 631,
  powers: 24,
  names: 273,
  letters: [16, 22],
  line: 15,
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
