import type { Place } from '#kit/layout.ts';
import type { Mark, Point } from '#kit/mark.ts';
import type { Hop } from '#sim/stacks/hop.ts';
import type { Layout } from './layout.ts';
import { lastHop, madeOf, type State, whereOf } from './model.ts';
import { tokenWords } from './words.ts';

/** The last hop as an arrow, the numbers of the crossings in the layers they entered, and the request where it is. */
export function wayMarks(state: State, places: ReadonlyMap<string, Place>, layout: Layout): readonly Mark[] {
  return [
    ...arrowMarks(state, places, layout),
    ...badgeMarks(state, places, layout),
    ...tokenMarks(state, places, layout),
  ];
}

function arrowMarks(state: State, places: ReadonlyMap<string, Place>, layout: Layout): readonly Mark[] {
  const hop = lastHop(state);
  const [from, to] = [places.get(hop?.from ?? ''), places.get(hop?.to ?? '')];
  if (!hop || !from || !to) return [];
  return [
    {
      kind: 'line',
      key: 'hop',
      place: between(from, to, layout),
      arrow: true,
      bold: hop.counted,
      tone: hop.counted ? 'cross' : 'plain',
    },
  ];
}

/** Straight down or up where the boxes share a column; else from side to side. */
function between(from: Place, to: Place, { gaps }: Layout): readonly Point[] {
  const [left, right] = [Math.max(from.x, to.x), Math.min(from.x + from.w, to.x + to.w)];
  const isDown = to.y > from.y;
  if (right - left > 2 * gaps.across && from.y !== to.y) {
    // Close to the edge, where a layer that is passed by has no letters.
    const x = left + (isDown ? 0.33 : 0.66) * gaps.across;
    return isDown
      ? [
          { x, y: from.y + from.h },
          { x, y: to.y },
        ]
      : [
          { x, y: from.y },
          { x, y: to.y + to.h },
        ];
  }
  const apart = Math.max(from.x, to.x) - Math.min(from.x + from.w, to.x + to.w);
  const isLevel = Math.max(from.y, to.y) < Math.min(from.y + from.h, to.y + to.h);
  if (apart > 2 * gaps.across || !isLevel) return around(from, to, gaps.down / 2);
  const y = (Math.max(from.y, to.y) + Math.min(from.y + from.h, to.y + to.h)) / 2;
  const isRight = to.x > from.x;
  return [
    { x: isRight ? from.x + from.w : from.x, y },
    { x: isRight ? to.x : to.x + to.w, y },
  ];
}

/** Through the space between two rows, clear of what stands between the two boxes. */
function around(from: Place, to: Place, depth: number): readonly Point[] {
  const [start, end] = [from.x + from.w / 2, to.x + to.w / 2];
  const isBelow = to.y >= from.y + from.h;
  const isAbove = from.y >= to.y + to.h;
  const leaves = isAbove ? from.y : from.y + from.h;
  const arrives = isBelow ? to.y : to.y + to.h;
  const y = isBelow ? to.y - depth : isAbove ? to.y + to.h + depth : Math.max(leaves, arrives) + depth;
  return [
    { x: start, y: leaves },
    { x: start, y },
    { x: end, y },
    { x: end, y: arrives },
  ];
}

/** The crossings so far with their numbers. */
export const numbered = (state: State): readonly { readonly hop: Hop; readonly number: number }[] =>
  madeOf(state)
    .filter(({ counted }) => counted)
    .map((hop, i) => ({ hop, number: i + 1 }));

function badgeMarks(state: State, places: ReadonlyMap<string, Place>, { badge, letter }: Layout): readonly Mark[] {
  const crossings = numbered(state);
  return state.trace.layers.flatMap(({ id }): readonly Mark[] => {
    const place = places.get(id);
    const here = crossings.filter(({ hop }) => hop.to === id);
    if (!place || here.length === 0) return [];
    const room = place.w - 8 - letter * 7.5;
    const most = Math.max(1, Math.floor(room / (badge.w + 3)));
    const y = place.y + place.h - badge.h - 3;
    // The first of those that are shown stands for all before it, too, where there are more than there is room for.
    const isCut = here.length > most && most > 1;
    return here.slice(-most).map(
      ({ hop, number }, i): Mark => ({
        kind: 'box',
        key: `crossing-${number}`,
        place: { x: place.x + 5 + i * (badge.w + 3), y, ...badge },
        tone: 'cross',
        size: 's',
        pill: true,
        text: isCut && i === 0 ? '…' : String(number),
        ...(hop === lastHop(state) && { now: true }),
      }),
    );
  });
}

function tokenMarks(state: State, places: ReadonlyMap<string, Place>, { token, narrow }: Layout): readonly Mark[] {
  const place = places.get(whereOf(state));
  if (!place || state.trace.refused) return [];
  const isNarrow = place.w < narrow && place.y > token.h;
  const w = Math.min(token.w, place.w - (isNarrow ? 0 : 8));
  const y = isNarrow ? place.y - token.h : place.y + 4;
  return [
    {
      kind: 'box',
      key: 'token',
      place: { x: place.x + place.w - w - (isNarrow ? 0 : 4), y, w, h: token.h },
      tone: 'data',
      size: 's',
      pill: true,
      text: tokenWords[state.params.request],
    },
  ];
}
