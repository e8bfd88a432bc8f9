import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import { FRAMES } from '#sim/monitor/machine.ts';

/** Ticks in view at once: a page of the strip. */
export const PAGE = 100;

/** Above, time by lanes, guests over the VMM; below it who has had how much, and memory; at the foot the three lamps. */
export interface Layout {
  /** All lanes together. */
  readonly strip: Place;
  /** A lane is no higher than this, the gap below it included. */
  readonly lane: { readonly most: number; readonly gap: number };
  readonly names: number;
  readonly axis: number;
  readonly shares: readonly {
    readonly name: Point;
    readonly bar: Place;
    readonly percent: Point;
    readonly timer: Place;
    readonly wild: Place;
  }[];
  readonly frames: readonly Place[];
  readonly heads: Readonly<Record<'shares' | 'memory' | 'now', Point>>;
  readonly now: Readonly<Record<'what' | 'who', Place>>;
  readonly lamps: readonly Place[];
  readonly bulb: number;
  readonly system: Place;
}

export const layOut = (sheet: Sheet): Layout => (sheet === 'wide' ? wide : tall);

const gridOf = (place: Place, gap: number): readonly Place[] =>
  column(2, place, gap).flatMap((line) => row(FRAMES / 2, line, gap));

const wide: Layout = {
  strip: { x: 72, y: 8, w: 880, h: 142 },
  lane: { most: 36, gap: 6 },
  names: 8,
  axis: 164,
  shares: column(4, { x: 8, y: 212, w: 536, h: 184 }, 10).map(({ x, y, h }) => ({
    name: { x, y: y + h / 2 },
    bar: { x: x + 64, y: y + 5, w: 134, h: h - 10 },
    percent: { x: x + 254, y: y + h / 2 },
    timer: { x: x + 268, y, w: 130, h },
    wild: { x: x + 406, y, w: 130, h },
  })),
  frames: gridOf({ x: 568, y: 212, w: 384, h: 114 }, 6),
  heads: { shares: { x: 8, y: 194 }, memory: { x: 568, y: 194 }, now: { x: 568, y: 341 } },
  now: { what: { x: 568, y: 356, w: 152, h: 40 }, who: { x: 758, y: 356, w: 194, h: 40 } },
  lamps: row(3, { x: 8, y: 428, w: 570, h: 104 }, 10),
  bulb: 13,
  system: { x: 592, y: 428, w: 360, h: 104 },
};

const tall: Layout = {
  strip: { x: 40, y: 4, w: 316, h: 100 },
  lane: { most: 25, gap: 3 },
  names: 4,
  axis: 114,
  shares: column(4, { x: 4, y: 150, w: 352, h: 136 }, 8).map(({ x, y, h }) => ({
    name: { x, y: y + h / 2 },
    bar: { x: x + 36, y: y + 4, w: 108, h: h - 8 },
    percent: { x: x + 182, y: y + h / 2 },
    timer: { x: x + 190, y, w: 78, h },
    wild: { x: x + 274, y, w: 78, h },
  })),
  frames: gridOf({ x: 4, y: 322, w: 352, h: 80 }, 4),
  heads: { shares: { x: 4, y: 138 }, memory: { x: 4, y: 310 }, now: { x: 4, y: 418 } },
  now: { what: { x: 4, y: 430, w: 150, h: 34 }, who: { x: 196, y: 430, w: 160, h: 34 } },
  lamps: row(3, { x: 4, y: 480, w: 352, h: 84 }, 6),
  bulb: 9,
  system: { x: 4, y: 574, w: 352, h: 58 },
};
