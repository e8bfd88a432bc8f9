import type { Point } from './measure.ts';

/** How much more shadow paging cost than nested paging, in cycles of the whole run. */
export const lead = ({ shadow, nested }: Point): number => shadow.cycles - nested.cycles;

export type Cheaper = 'shadow' | 'nested' | 'level';
export const cheaperAt = (point: Point): Cheaper => {
  const more = lead(point);
  return more === 0 ? 'level' : more < 0 ? 'shadow' : 'nested';
};

/** Where the two lines cross. */
export interface Crossing {
  readonly x: number;
  readonly perAccess: number;
  /** The measured points on either side. */
  readonly from: Point;
  readonly to: Point;
}

/** All of them, read off the straight lines between neighbouring points at which one is cheaper, then the other. */
export function crossingsOf(points: readonly Point[]): readonly Crossing[] {
  const apart = points.filter((point) => lead(point) !== 0);
  return apart.flatMap((to, i) => {
    const from = apart[i - 1];
    if (!from || lead(from) > 0 === lead(to) > 0) return [];
    const share = Math.abs(lead(from)) / (Math.abs(lead(from)) + Math.abs(lead(to)));
    const x = Math.round(10 * (from.x + share * (to.x - from.x))) / 10;
    const perAccess = from.shadow.perAccess + share * (to.shadow.perAccess - from.shadow.perAccess);
    return [{ x, perAccess, from, to }];
  });
}
