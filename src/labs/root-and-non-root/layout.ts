import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

/** Where everything stands: only the outer frames are numbers. */
export interface Layout {
  /** Rings 3, 2, 1, 0: the least privileged on top. */
  readonly ringNames: readonly Point[];
  readonly root: readonly Place[];
  readonly nonRoot: readonly Place[];
  readonly heads: readonly [Point, Point];
  readonly token: { readonly w: number; readonly h: number };
  readonly interrupt: Place;
  readonly waiting: Point;
  readonly handlersTitle: Point;
  readonly handlers: readonly Place[];
  readonly codeTitle: Point;
  readonly code: readonly Place[];
  readonly letters: number;
  readonly controlsTitle: Point;
  readonly controls: readonly Place[];
  readonly exitTitle: Point;
  readonly reason: Place;
  readonly information: Point;
  /** Start of the bits, and of what they mean. */
  readonly fields: readonly (readonly [Point, Point])[];
  readonly savedTitle: Point;
  readonly saved: readonly Point[];
  readonly hostTitle: Point;
  readonly hostFields: Point;
}

/** Four rows: the outer two tall, the middle two, which nobody uses, low. */
function rings(x: number, y: number, w: number, [tall, low, gap]: readonly [number, number, number]): readonly Place[] {
  const heights = [tall, low, low, tall];
  let at = y;
  return heights.map((h) => {
    const place = { x, y: at, w, h };
    at += h + gap;
    return place;
  });
}

const named = (places: readonly Place[], x: number): readonly Point[] =>
  places.map(({ y, h }) => ({ x, y: y + h / 2 }));

const grid = (rows: number, columns: number, place: Place, gap: number): readonly Place[] =>
  column(rows, place, gap).flatMap((each) => row(columns, each, gap));

const points = (count: number, x: number, y: number, pitch: number): readonly Point[] =>
  Array.from({ length: count }, (_, i) => ({ x, y: y + i * pitch }));

function pairs(count: number, at: Point, means: number, pitch: number): readonly (readonly [Point, Point])[] {
  return points(count, at.x, at.y, pitch).map((point) => [point, { x: means, y: point.y }]);
}

const wideRoot = rings(84, 32, 190, [56, 26, 4]);
const wide: Layout = {
  heads: [
    { x: 179, y: 15 },
    { x: 375, y: 15 },
  ],
  ringNames: named(wideRoot, 8),
  root: wideRoot,
  nonRoot: rings(280, 32, 190, [56, 26, 4]),
  token: { w: 50, h: 25 },
  interrupt: { x: 84, y: 220, w: 190, h: 36 },
  waiting: { x: 288, y: 238 },
  handlersTitle: { x: 12, y: 276 },
  handlers: row(3, { x: 12, y: 290, w: 458, h: 56 }, 8),
  codeTitle: { x: 12, y: 366 },
  code: column(5, { x: 12, y: 380, w: 458, h: 154 }, 3),
  letters: 38,
  controlsTitle: { x: 492, y: 15 },
  controls: grid(5, 2, { x: 490, y: 32, w: 460, h: 172 }, 5),
  exitTitle: { x: 492, y: 226 },
  reason: { x: 490, y: 242, w: 460, h: 38 },
  information: { x: 492, y: 300 },
  fields: pairs(4, { x: 508, y: 326 }, 590, 25),
  savedTitle: { x: 492, y: 429 },
  saved: [...points(2, 508, 453, 23), ...points(2, 668, 453, 23), ...points(2, 820, 453, 23)],
  hostTitle: { x: 492, y: 503 },
  hostFields: { x: 508, y: 527 },
};

const tallRoot = rings(54, 22, 148, [40, 18, 3]);
const tall: Layout = {
  heads: [
    { x: 128, y: 11 },
    { x: 282, y: 11 },
  ],
  ringNames: named(tallRoot, 4),
  root: tallRoot,
  nonRoot: rings(208, 22, 148, [40, 18, 3]),
  token: { w: 38, h: 20 },
  interrupt: { x: 54, y: 152, w: 148, h: 26 },
  waiting: { x: 212, y: 165 },
  handlersTitle: { x: 4, y: 190 },
  handlers: row(3, { x: 4, y: 199, w: 352, h: 38 }, 6),
  codeTitle: { x: 4, y: 249 },
  code: column(5, { x: 4, y: 258, w: 352, h: 102 }, 2),
  letters: 44,
  controlsTitle: { x: 4, y: 372 },
  controls: grid(5, 2, { x: 4, y: 381, w: 352, h: 112 }, 3),
  exitTitle: { x: 4, y: 505 },
  reason: { x: 4, y: 514, w: 170, h: 24 },
  information: { x: 182, y: 526 },
  fields: [...pairs(2, { x: 8, y: 550 }, 46, 17), ...pairs(2, { x: 186, y: 550 }, 234, 17)],
  savedTitle: { x: 4, y: 586 },
  saved: [...points(2, 8, 601, 15), ...points(2, 116, 601, 15), ...points(2, 218, 601, 15)],
  hostTitle: { x: 4, y: 633 },
  hostFields: { x: 132, y: 633 },
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
