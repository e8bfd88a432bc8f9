import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** Where the parts of the picture are: the chart over its axis of bets, and apart from it the strip of ratios. */
export interface Layout {
  readonly sheet: Sheet;
  readonly plot: Place;
  /** One for each point: its tick, and the bet on it. */
  readonly cells: readonly Place[];
  readonly costTitle: Point;
  readonly axisTitle: Point;
  readonly none: Place;
  /** The lines on which the crossing and the bet are named, above the plot. */
  readonly crossLine: number;
  readonly betLine: number;
  /** Half the width of a square point, and the radius of a round one. */
  readonly half: number;
  readonly radius: number;
  /** Height of a line of small letters, and the width of one of them. */
  readonly line: number;
  readonly letter: number;
  readonly strip: Strip;
}
export interface Strip {
  readonly title: Point;
  readonly heading: Point;
  /** The row of this chart, then those of what was published. */
  readonly rows: readonly { readonly name: Point; readonly bar: Place }[];
  /** Left and right end of the scale, and its tick labels’ line. */
  readonly from: number;
  readonly to: number;
  readonly ticks: number;
  /** Which way is whose. */
  readonly wins: Readonly<Record<'shadow' | 'nested', Point>>;
}

const wide: Layout = (() => {
  const cells = row(12, { x: 60, y: 446, w: 498, h: 34 }, 4);
  const [from, to] = [722, 938];
  return {
    sheet: 'wide',
    plot: { x: 60, y: 86, w: 498, h: 350 },
    cells,
    costTitle: { x: 8, y: 18 },
    axisTitle: { x: 60, y: 506 },
    none: { x: 704, y: 446, w: 250, h: 34 },
    crossLine: 44,
    betLine: 70,
    half: 7,
    radius: 7,
    line: 24,
    letter: 10.5,
    strip: {
      title: { x: 704, y: 18 },
      heading: { x: 704, y: 148 },
      rows: [62, 182, 248, 314].map((y) => ({ name: { x: 704, y }, bar: { x: from, y: y + 16, w: to - from, h: 18 } })),
      from,
      to,
      ticks: 372,
      wins: { shadow: { x: 704, y: 400 }, nested: { x: 956, y: 424 } },
    },
  };
})();

const tall: Layout = (() => {
  const cells = row(12, { x: 36, y: 388, w: 320, h: 26 }, 2);
  const [from, to] = [178, 344];
  const lines = column(8, { x: 0, y: 480, w: 0, h: 156 }, 0).map(({ y, h }) => y + h / 2);
  const at = (i: number): number => lines[i] ?? 0;
  return {
    sheet: 'tall',
    plot: { x: 36, y: 60, w: 320, h: 320 },
    cells,
    costTitle: { x: 4, y: 11 },
    axisTitle: { x: 36, y: 427 },
    none: { x: 36, y: 440, w: 320, h: 28 },
    crossLine: 31,
    betLine: 49,
    half: 4.5,
    radius: 4.5,
    line: 16,
    letter: 6.9,
    strip: {
      title: { x: 4, y: at(0) },
      heading: { x: 4, y: at(2) },
      rows: [1, 3, 4, 5].map((i) => ({
        name: { x: 4, y: at(i) },
        bar: { x: from, y: at(i) - 6, w: to - from, h: 12 },
      })),
      from,
      to,
      ticks: at(6),
      wins: { shadow: { x: 112, y: at(7) }, nested: { x: 358, y: at(7) } },
    },
  };
})();

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
