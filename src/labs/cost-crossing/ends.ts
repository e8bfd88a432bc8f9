import type { Point } from '#kit/mark.ts';
import type { Layout } from './layout.ts';

/** The points of a line on the sheet, left to right. */
export type Way = readonly Point[];
/** Where the names of the upper and the lower line stand. */
export interface Ends {
  readonly x: number;
  readonly align: 'start' | 'end';
  readonly high: number;
  readonly low: number;
}

const bottomOf = ({ plot, line }: Layout): number => plot.y + plot.h - line / 2;

/** Where the sheet is wide: to the right of the points, kept apart. */
export function besideEnds(layout: Layout, upper: Way, lower: Way): Ends {
  const [bottom, { line }] = [bottomOf(layout), layout];
  const [high, low] = [Math.min(upper.at(-1)?.y ?? 0, bottom - line), Math.min(lower.at(-1)?.y ?? 0, bottom)];
  const push = Math.max(0, line - (low - high)) / 2;
  const foot = Math.min(bottom, low + push);
  return { x: (upper.at(-1)?.x ?? 0) + 14, align: 'start', high: Math.min(high - push, foot - line), low: foot };
}

/** Where it is narrow: above the upper line and below the lower one (where there is no room below, above that too), to the right while there is room, then over the last points. */
export function aroundEnds(layout: Layout, upper: Way, lower: Way, width: number): Ends {
  const [last, right] = [upper.at(-1)?.x ?? 0, layout.plot.x + layout.plot.w];
  const fits = last + width <= right;
  const ys = (way: Way): readonly number[] =>
    way.filter(({ x }) => x === last || (!fits && x > right - width - layout.line)).map(({ y }) => y);
  const below = Math.max(...ys(lower)) + layout.line;
  const low = below <= bottomOf(layout) ? below : Math.min(...ys(lower)) - layout.line;
  const high = Math.min(Math.min(...ys(upper)) - layout.line, low - layout.line);
  return { x: fits ? last - 4 : right, align: fits ? 'start' : 'end', high, low };
}
