import type { Place } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import type { Gaps } from './place.ts';

export interface Layout {
  readonly sheet: Sheet;
  readonly stack: Place;
  readonly gaps: Gaps;
  /** A box of this width and height, or of twice and a half this width, has room for its privilege too. */
  readonly roomy: { readonly w: number; readonly h: number };
  readonly badge: { readonly w: number; readonly h: number };
  readonly token: { readonly w: number; readonly h: number };
  /** Over a box narrower than this the token stands above it, where it hides nothing. */
  readonly narrow: number;
  readonly listTitle: Point;
  readonly list: Place;
  readonly listRows: number;
  readonly neighbour: Place;
  /** The width of a letter of the small size: what fits in a box follows from it. */
  readonly letter: number;
}

export const layouts: Readonly<Record<Sheet, Layout>> = {
  wide: {
    sheet: 'wide',
    stack: { x: 6, y: 6, w: 612, h: 528 },
    gaps: { down: 26, across: 24 },
    roomy: { w: 128, h: 98 },
    badge: { w: 30, h: 22 },
    token: { w: 96, h: 26 },
    narrow: 136,
    listTitle: { x: 642, y: 20 },
    list: { x: 642, y: 40, w: 312, h: 400 },
    listRows: 10,
    neighbour: { x: 642, y: 462, w: 312, h: 70 },
    letter: 10.6,
  },
  tall: {
    sheet: 'tall',
    stack: { x: 3, y: 3, w: 354, h: 414 },
    gaps: { down: 17, across: 13 },
    roomy: { w: 84, h: 72 },
    badge: { w: 22, h: 16 },
    token: { w: 70, h: 17 },
    narrow: 80,
    listTitle: { x: 4, y: 432 },
    list: { x: 4, y: 444, w: 352, h: 144 },
    listRows: 6,
    neighbour: { x: 4, y: 598, w: 352, h: 40 },
    letter: 7,
  },
};
