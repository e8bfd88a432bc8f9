import type { Mark, Point } from '#kit/mark.ts';

/** D3's `easeCubicInOut`, whose module would bring every other easing along, onto every page. */
export const slowAtEnds = (done: number): number => (done < 0.5 ? 4 * done ** 3 : 1 - 4 * (1 - done) ** 3);

/** A number on the way. D3's own would bring along all that it knows of colours and texts, on every page. */
const numberBetween = (from: number, to: number, done: number): number => from * (1 - done) + to * done;

/** A point on the way; a line that gains corners lets them out of its last one. */
const pointBetween = (from: Point | undefined, to: Point, done: number): Point => ({
  x: numberBetween(from?.x ?? to.x, to.x, done),
  y: numberBetween(from?.y ?? to.y, to.y, done),
});

/** The mark `to`, at a place that is so far (0 to 1) on its way from where `from` stands. */
export function between(from: Mark, to: Mark, done: number): Mark {
  if (to.kind === 'line') {
    const corners = from.kind === 'line' ? from.place : [];
    return { ...to, place: to.place.map((point, i) => pointBetween(corners[i] ?? corners.at(-1), point, done)) };
  }
  const start = from.place as unknown as Readonly<Record<string, number>>;
  const place = Object.entries(to.place).map(([name, value]: [string, number]) => [
    name,
    numberBetween(start[name] ?? value, value, done),
  ]);
  return { ...to, place: Object.fromEntries(place) } as Mark;
}
