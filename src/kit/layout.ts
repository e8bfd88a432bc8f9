import type { Point } from './mark.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** `count` places of equal width that fill a row, left to right, `gap` apart. */
export function row(count: number, { x, y, w, h }: Place, gap: number): readonly Place[] {
  const each = (w - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, i) => ({ x: x + i * (each + gap), y, w: each, h }));
}

/** `count` places of equal height that fill a column, top to bottom, `gap` apart. */
export function column(count: number, { x, y, w, h }: Place, gap: number): readonly Place[] {
  const each = (h - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, i) => ({ x, y: y + i * (each + gap), w, h: each }));
}

/** The middle of a place. */
export const centre = ({ x, y, w, h }: Place): Point => ({ x: x + w / 2, y: y + h / 2 });
/** The middles of its four sides. */
export const top = ({ x, y, w }: Place): Point => ({ x: x + w / 2, y });
export const bottom = ({ x, y, w, h }: Place): Point => ({ x: x + w / 2, y: y + h });
export const left = ({ x, y, h }: Place): Point => ({ x, y: y + h / 2 });
export const right = ({ x, y, w, h }: Place): Point => ({ x: x + w, y: y + h / 2 });
