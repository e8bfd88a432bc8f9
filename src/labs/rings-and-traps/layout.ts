import { column, type Place } from '#kit/layout.ts';
import type { Sheet } from '#kit/mark.ts';

/** The lanes, the least privileged on top, and the processor beneath. */
export const lanes = ['3', '2', '1', '0', 'hw'] as const;
export type Lane = (typeof lanes)[number];

/** Where everything stands: only the outer frames are numbers. */
export interface Layout {
  /** Instructions around the current one. */
  readonly lines: readonly Place[];
  /** The row of headings, then a row for each register, each in three cells. */
  readonly table: readonly (readonly [name: Place, believed: Place, real: Place])[];
  readonly verdict: Place;
  readonly disk: Place;
  readonly lanes: Readonly<Record<Lane, Place>>;
  /** The stations of a trap, from left to right; heights are those of the box in its lane. */
  readonly from: Place;
  readonly raised: Place;
  readonly handler: Place;
  readonly back: Place;
  /** Where the arrows of a trap go up and down. */
  readonly down: number;
  readonly up: number;
  readonly home: number;
  /** Letters that fit into a station of the guest's. */
  readonly letters: number;
}

const threeCells =
  (x: number, w: number, name: number, gap: number) =>
  ({ y, h }: Place): readonly [Place, Place, Place] => {
    const each = (w - name - 2 * gap) / 2;
    return [
      { x, y, w: name, h },
      { x: x + name + gap, y, w: each, h },
      { x: x + name + each + 2 * gap, y, w: each, h },
    ];
  };

const laneColumn = (x: number, w: number, tops: readonly number[], heights: readonly number[]) =>
  Object.fromEntries(lanes.map((lane, i) => [lane, { x, y: tops[i] ?? 0, w, h: heights[i] ?? 0 }])) as Record<
    Lane,
    Place
  >;

const station = (x: number, w: number, h: number): Place => ({ x, y: 0, w, h });

const wide: Layout = {
  lines: column(7, { x: 12, y: 6, w: 386, h: 206 }, 2),
  table: column(7, { x: 414, y: 6, w: 534, h: 206 }, 3).map(threeCells(414, 534, 82, 6)),
  verdict: { x: 12, y: 222, w: 590, h: 30 },
  disk: { x: 618, y: 222, w: 330, h: 30 },
  lanes: laneColumn(12, 156, [260, 324, 352, 416, 480], [60, 24, 60, 60, 58]),
  from: station(178, 280, 36),
  raised: station(178, 300, 36),
  handler: station(240, 640, 54),
  back: station(668, 280, 36),
  down: 208,
  up: 430,
  home: 830,
  letters: 23,
};

const tall: Layout = {
  lines: column(6, { x: 4, y: 4, w: 352, h: 118 }, 1),
  table: column(7, { x: 4, y: 126, w: 352, h: 150 }, 2).map(threeCells(4, 352, 52, 3)),
  verdict: { x: 4, y: 282, w: 352, h: 24 },
  disk: { x: 4, y: 610, w: 352, h: 26 },
  lanes: laneColumn(4, 90, [314, 378, 396, 460, 542], [60, 14, 60, 78, 60]),
  from: station(100, 126, 30),
  raised: station(100, 170, 32),
  handler: station(122, 236, 44),
  back: station(230, 126, 30),
  down: 112,
  up: 200,
  home: 312,
  letters: 15,
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
