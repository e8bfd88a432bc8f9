import type { Place } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import type { Region } from '#sim/holes/judge.ts';

/** Two overlapping sets as two overlapping bars, what falls between them below, and beside it the result in numbers. */
export interface Layout {
  readonly lamp: { readonly bulb: Point; readonly r: number; readonly words: Point };
  readonly bars: { readonly sensitive: Place; readonly traps: Place };
  readonly regions: Readonly<Record<Region, Place>>;
  /** Where a region’s name stands, from its upper edge. */
  readonly title: number;
  readonly item: { readonly w: number; readonly h: number; readonly across: number; readonly down: number };
  readonly panel: Panel;
  readonly guest: GuestLayout;
}
export interface Panel {
  readonly name: Point;
  readonly code: Point;
  /** Left edge of the row’s name, and the middles of the two columns. */
  readonly columns: readonly [number, number, number];
  readonly header: number;
  readonly rows: { readonly first: number; readonly down: number };
  readonly verdict: Place;
  readonly lines: readonly Point[];
}
export interface GuestLayout {
  readonly listing: Place & { readonly lines: number; readonly letters: number };
  readonly columns: readonly [number, number, number, number];
  readonly header: number;
  readonly rows: readonly [number, number];
  readonly serial: readonly [Place, Place];
  readonly serialLetters: number;
  readonly cards: readonly [Place, Place];
  readonly axis: {
    readonly from: Point;
    readonly to: Point;
    readonly r: number;
    readonly above: number;
    readonly below: number;
  };
}

const wide: Layout = {
  lamp: { bulb: { x: 22, y: 22 }, r: 11, words: { x: 44, y: 22 } },
  bars: { sensitive: { x: 8, y: 42, w: 484, h: 25 }, traps: { x: 300, y: 69, w: 292, h: 25 } },
  regions: {
    hole: { x: 8, y: 98, w: 290, h: 236 },
    caught: { x: 300, y: 98, w: 192, h: 236 },
    harmless: { x: 494, y: 98, w: 98, h: 236 },
    neither: { x: 8, y: 340, w: 584, h: 192 },
  },
  title: 14,
  item: { w: 94, h: 27, across: 97, down: 30 },
  panel: {
    name: { x: 608, y: 24 },
    code: { x: 608, y: 58 },
    columns: [608, 760, 888],
    header: 94,
    rows: { first: 126, down: 30 },
    verdict: { x: 608, y: 272, w: 344, h: 66 },
    lines: [372, 402, 432, 482, 512].map((y) => ({ x: 608, y })),
  },
  guest: {
    listing: { x: 8, y: 8, w: 560, h: 374, lines: 12, letters: 46 },
    columns: [586, 682, 812, 918],
    header: 24,
    rows: [58, 92],
    serial: [
      { x: 586, y: 118, w: 366, h: 54 },
      { x: 586, y: 180, w: 366, h: 54 },
    ],
    serialLetters: 28,
    cards: [
      { x: 586, y: 246, w: 366, h: 64 },
      { x: 586, y: 318, w: 366, h: 64 },
    ],
    axis: { from: { x: 40, y: 478 }, to: { x: 920, y: 478 }, r: 10, above: -34, below: 34 },
  },
};

const tall: Layout = {
  lamp: { bulb: { x: 14, y: 12 }, r: 7, words: { x: 28, y: 12 } },
  bars: { sensitive: { x: 4, y: 24, w: 296, h: 16 }, traps: { x: 182, y: 42, w: 174, h: 16 } },
  regions: {
    hole: { x: 4, y: 60, w: 176, h: 160 },
    caught: { x: 182, y: 60, w: 118, h: 160 },
    harmless: { x: 302, y: 60, w: 54, h: 160 },
    neither: { x: 4, y: 224, w: 352, h: 122 },
  },
  title: 9,
  item: { w: 56, h: 18, across: 58.4, down: 20 },
  panel: {
    name: { x: 6, y: 362 },
    code: { x: 120, y: 362 },
    columns: [6, 190, 296],
    header: 384,
    rows: { first: 403, down: 18 },
    verdict: { x: 6, y: 490, w: 348, h: 42 },
    lines: [550, 568, 586, 606, 624].map((y) => ({ x: 6, y })),
  },
  guest: {
    listing: { x: 4, y: 4, w: 352, h: 180, lines: 9, letters: 45 },
    columns: [6, 120, 220, 316],
    header: 200,
    rows: [220, 240],
    serial: [
      { x: 4, y: 256, w: 352, h: 40 },
      { x: 4, y: 302, w: 352, h: 40 },
    ],
    serialLetters: 40,
    cards: [
      { x: 4, y: 352, w: 352, h: 46 },
      { x: 4, y: 404, w: 352, h: 46 },
    ],
    axis: { from: { x: 20, y: 530 }, to: { x: 340, y: 530 }, r: 7, above: -24, below: 24 },
  },
};

export const layOut = (sheet: Sheet): Layout => (sheet === 'wide' ? wide : tall);

/** The cells of a region, left to right and down, for so many of them. */
export function cellsOf({ item, title }: Layout, { x, y, w }: Place, count: number): readonly Place[] {
  const across = Math.max(1, Math.floor((w + 4) / item.across));
  const margin = (w - ((across - 1) * item.across + item.w)) / 2;
  return Array.from({ length: count }, (_, i) => ({
    x: x + margin + (i % across) * item.across,
    y: y + 2 * title + Math.floor(i / across) * item.down,
    w: item.w,
    h: item.h,
  }));
}
