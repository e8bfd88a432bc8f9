import { type RefObject, useLayoutEffect, useState } from 'react';
import type { MapLesson } from '#lessons/courseMap.ts';

interface Props {
  readonly frame: RefObject<HTMLElement | null>;
  readonly here: MapLesson | undefined;
}

/** Arrows from what the lesson needs to it, and from it to what it leads to; drawn over the tiles as they stand. */
export function MapArrows({ frame, here }: Props) {
  const [paths, setPaths] = useState<readonly (readonly [name: string, d: string])[]>([]);
  useLayoutEffect(() => {
    const element = frame.current;
    const pairs = here && element ? pairsOf(here) : [];
    setPaths(pairs.map(([from, to]) => [`${from} ${to}`, element ? between(element, from, to) : '']));
  }, [frame, here]);
  return (
    <svg className="map-arrows" aria-hidden="true">
      <defs>
        <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {paths.map(([name, d]) => (
        <path key={name} d={d} markerEnd="url(#map-arrow)" />
      ))}
    </svg>
  );
}

type Pair = readonly [from: string, to: string];
const pairsOf = ({ number, needs, needsAll, leads }: MapLesson): readonly Pair[] => [
  ...(needsAll ? [] : needs.map((need): Pair => [need, number])),
  ...leads.map((lead): Pair => [number, lead]),
];

/** How far from a tile a line runs: half of the gap between tiles. */
const ASIDE = { row: 6, column: 9 };

/** Straight down into the row below; otherwise through the gaps between tiles, so that no title is crossed. */
function between(frame: HTMLElement, from: string, to: string): string {
  const at = frame.getBoundingClientRect();
  const [a, b] = [from, to].map((number) => frame.querySelector(`[data-lesson="${number}"]`)?.getBoundingClientRect());
  if (!a || !b) return '';
  const x = (value: number) => Math.round(value - at.left);
  const y = (value: number) => Math.round(value - at.top);
  const start = `M${x(a.left + a.width / 2)} ${y(a.bottom)}`;
  const level = y(b.top + b.height / 2);
  const beside = b.top === a.top && b.left > a.left && b.left - a.right < a.width / 2;
  if (beside) return `M${x(a.right)} ${level}H${x(b.left)}`;
  const below = b.top > a.top && b.top - a.bottom < a.height / 2;
  if (below && Math.abs(a.left - b.left) < 1) return `${start}V${y(b.top)}`;
  return `${start}V${y(a.bottom) + ASIDE.row}H${x(b.left) - ASIDE.column}V${level}H${x(b.left)}`;
}
