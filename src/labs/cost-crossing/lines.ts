import type { Point as At, Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { aroundEnds, besideEnds, type Way } from './ends.ts';
import type { Layout } from './layout.ts';
import type { Point } from './measure.ts';
import type { State } from './model.ts';
import type { Scale } from './scale.ts';
import { longNames, names, number, placeOn } from './words.ts';

type Side = 'shadow' | 'nested';

/** The two lines: shadow paging's is whole and its points square, nested paging's is dashed and its points round. */
export function lineMarks(state: State, layout: Layout, scale: Scale): readonly Mark[] {
  const { points } = state;
  if (points.length === 0) return [];
  const way = (side: Side): readonly At[] => points.map((point) => scale.at(point.x, point[side].perAccess));
  const [shadow, nested] = [way('shadow'), way('nested')];
  return [
    { kind: 'line', key: 'shadow', tone: 'vmm', bold: true, place: shadow },
    ...nested.slice(1).flatMap((to, i) => dashes(nested[i] ?? to, to, i)),
    ...points.map((point, i) => squareMark(state, layout, point, shadow[i] ?? { x: 0, y: 0 }, i)),
    ...points.map((point, i) => roundMark(state, layout, point, nested[i] ?? { x: 0, y: 0 }, i)),
    ...endLabels(state, layout, shadow, nested),
  ];
}

/** Two dashes to a stretch, with a gap at each point and one between. */
function dashes(from: At, to: At, i: number): readonly Mark[] {
  const on = (share: number): At => ({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
  return [
    [0.1, 0.4],
    [0.6, 0.9],
  ].map(([a = 0, b = 0], j) => ({
    kind: 'line',
    key: `nested-${i}-${j}`,
    tone: 'hw',
    bold: true,
    place: [on(a), on(b)],
  }));
}

function aboutPoint({ params }: State, side: Side, { x, ...point }: Point) {
  const [name, place, cost] = [longNames[side], placeOn(params.axis, x), number(point[side].perAccess)];
  return both(
    `${name.en}, ${place.en}: ${cost} cycles per access`,
    `${name['zh-CN']}，${place['zh-CN']}：每次访问 ${cost} 周期`,
  );
}

const squareMark = (state: State, { half }: Layout, point: Point, { x, y }: At, i: number): Mark => ({
  kind: 'box',
  key: `shadow-${i}`,
  tone: 'vmm',
  place: { x: x - half, y: y - half, w: 2 * half, h: 2 * half },
  about: aboutPoint(state, 'shadow', point),
});

const roundMark = (state: State, { radius }: Layout, point: Point, { x, y }: At, i: number): Mark => ({
  kind: 'dot',
  key: `nested-${i}`,
  tone: 'hw',
  place: { x, y, r: radius },
  about: aboutPoint(state, 'nested', point),
});

/** The names of the lines, and what they have come to, at their last points: the upper one above the lower one. */
function endLabels(state: State, layout: Layout, shadow: Way, nested: Way): readonly Mark[] {
  const point = state.points.at(-1);
  const [atShadow, atNested] = [shadow.at(-1), nested.at(-1)];
  if (!point || !atShadow || !atNested) return [];
  const words = (side: Side) => {
    const cost = number(point[side].perAccess);
    return both(`${names[side].en} ${cost}`, `${names[side]['zh-CN']} ${cost}`);
  };
  const isShadowUpper = atShadow.y <= atNested.y;
  const [upper, lower] = isShadowUpper ? [shadow, nested] : [nested, shadow];
  const place = layout.sheet === 'wide' ? besideEnds : aroundEnds;
  const { x, align, high, low } = place(layout, upper, lower, words('shadow').en.length * layout.letter);
  const name = (side: Side, y: number): Mark => ({
    kind: 'label',
    key: `name-${side}`,
    tone: side === 'shadow' ? 'vmm' : 'hw',
    place: { x, y },
    align,
    size: 's',
    text: words(side),
  });
  return [name('shadow', isShadowUpper ? high : low), name('nested', isShadowUpper ? low : high)];
}
