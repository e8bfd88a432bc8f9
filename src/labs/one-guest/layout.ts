import type { Place } from '#kit/layout.ts';
import type { Sheet } from '#kit/mark.ts';

/** Where everything stands: only the outer frames are numbers. */
export interface Layout {
  readonly source: Place;
  readonly lines: number;
  /** Letters that fit a line of source. */
  readonly letters: number;
  readonly general: Place;
  readonly system: Place;
  readonly strip: Place;
  /** Width of the names of the rows in the strip, and how many columns follow. */
  readonly names: number;
  readonly columns: number;
  readonly serial: Place;
  readonly sent: number;
  readonly verdict: Place;
}

const wide: Layout = {
  source: { x: 12, y: 6, w: 424, h: 299 },
  lines: 11,
  letters: 36,
  general: { x: 446, y: 6, w: 502, h: 96 },
  system: { x: 446, y: 110, w: 502, h: 195 },
  strip: { x: 12, y: 316, w: 936, h: 166 },
  names: 158,
  columns: 6,
  serial: { x: 12, y: 492, w: 590, h: 42 },
  sent: 44,
  verdict: { x: 614, y: 492, w: 334, h: 42 },
};

const tall: Layout = {
  source: { x: 4, y: 4, w: 352, h: 190 },
  lines: 9,
  letters: 44,
  general: { x: 4, y: 202, w: 352, h: 66 },
  system: { x: 4, y: 274, w: 352, h: 140 },
  strip: { x: 4, y: 422, w: 352, h: 140 },
  names: 62,
  columns: 4,
  serial: { x: 4, y: 570, w: 352, h: 30 },
  sent: 40,
  verdict: { x: 4, y: 604, w: 352, h: 30 },
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide, tall };
