import { centre } from '#kit/layout.ts';
import type { Point as At } from '#kit/mark.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { spacing, stops } from './workload.ts';

/** From what was measured to the sheet. */
export interface Scale {
  /** Where a value of the axis stands, also between two points. */
  x(value: number): number;
  /** Where a cost per access stands. */
  y(cost: number): number;
  at(value: number, cost: number): At;
  readonly ticks: readonly number[];
}

/** Of 1, 2 and 5 times a power of ten, the step that cuts a length into five at most. */
export function stepOf(length: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, length) / 5));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => length / n <= 5) ?? 10 * power;
  return Math.max(1, step);
}

/** The cost axis is as long as the rightmost point needs; should a point rise above it, as long as that. */
export function scaleOf({ params, points, rightmost }: State, { plot, cells }: Layout): Scale {
  const all = [...points, rightmost].flatMap(({ shadow, nested }) => [shadow.perAccess, nested.perAccess]);
  const step = stepOf(Math.max(5, ...all));
  const most = step * Math.ceil((Math.max(5, ...all) * 1.04) / step);
  const [first, last] = [centre(cells[0] ?? plot).x, centre(cells.at(-1) ?? plot).x];
  const pitch = (last - first) / (cells.length - 1);
  const x = (value: number): number => first + ((value - (stops[params.axis][0] ?? 0)) / spacing(params.axis)) * pitch;
  const y = (cost: number): number => plot.y + plot.h * (1 - cost / most);
  return {
    x,
    y,
    at: (value, cost) => ({ x: x(value), y: y(cost) }),
    ticks: Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step),
  };
}
