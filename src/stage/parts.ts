import type { Box, Dot, Label, Line, Mark, Point } from '#kit/mark.ts';
import { type Locale, say } from '#kit/text.ts';

/** One element of a painted mark. */
export interface Part {
  readonly tag: 'rect' | 'circle' | 'path' | 'text';
  readonly name: string;
  readonly at: Readonly<Record<string, number | string>>;
  readonly words?: string;
}

/** Corner rounding by role: guests are round, the machine's own parts are square. */
const radius = (box: Box): number => {
  if (box.pill) return Math.min(box.place.h, box.place.w) / 2;
  if (box.tone === 'guestUser' || box.tone === 'guestKernel') return 10;
  return box.tone === 'plain' || box.tone === undefined ? 5 : 2;
};

const round = (n: number): number => Math.round(n * 100) / 100;
const trace = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');

/** Diagonals, 10 apart, cut to the box: hardware is hatched. */
function hatch({ x, y, w, h }: Box['place']): string {
  let path = '';
  for (let c = 10; c < w + h; c += 10) {
    const [x1, y1] = c < h ? [0, c] : [c - h, h];
    const [x2, y2] = c < w ? [c, 0] : [w, c - w];
    path += `M${round(x + x1)} ${round(y + y1)}L${round(x + x2)} ${round(y + y2)}`;
  }
  return path;
}

/** A cross in the upper right corner: refused or wrong, told by shape as well as by colour. */
const refusal = ({ x, y, w }: Box['place']): string => {
  const [cx, cy] = [round(x + w - 11), round(y + 11)];
  return `M${cx - 5} ${cy - 5}l10 10m0 -10l-10 10`;
};

/** Words of one box are told apart by a space, which is not drawn at the start of a text but is read. */
function boxParts(box: Box, locale: Locale): Part[] {
  const { x, y, w, h } = box.place;
  const r = round(radius(box));
  const rect = (inset: number): Part['at'] => ({
    x: round(x + inset),
    y: round(y + inset),
    width: round(Math.max(0, w - 2 * inset)),
    height: round(Math.max(0, h - 2 * inset)),
    rx: Math.max(0, r - inset),
  });
  const parts: Part[] = [{ tag: 'rect', name: 'shape', at: rect(0) }];
  if (box.tone === 'vmm' && !box.ghost) parts.push({ tag: 'rect', name: 'inner', at: rect(3.5) });
  if (box.tone === 'hw') parts.push({ tag: 'path', name: 'hatch', at: { d: hatch(box.place) } });
  if (box.tone === 'bad') parts.push({ tag: 'path', name: 'refusal', at: { d: refusal(box.place) } });
  const middle = { x: round(x + w / 2), y: round(y + h / 2) };
  if (box.text !== undefined)
    parts.push({
      tag: 'text',
      name: 'words',
      at: { ...middle, dy: box.sub === undefined ? 0 : '-0.55em' },
      words: say(box.text, locale),
    });
  if (box.sub !== undefined)
    parts.push({ tag: 'text', name: 'sub', at: { ...middle, dy: '0.66em' }, words: ` ${say(box.sub, locale)}` });
  if (box.corner !== undefined)
    parts.push({
      tag: 'text',
      name: 'corner',
      at: { x: round(x + 7), y: round(y + 5), dy: '0.5em' },
      words: ` ${box.corner}`,
    });
  return parts;
}

/** Where half of the path's length has been walked. */
function midway(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((p, i) => Math.hypot(p.x - (points[i]?.x ?? 0), p.y - (points[i]?.y ?? 0)));
  let left = lengths.reduce((a, b) => a + b, 0) / 2;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i], points[i + 1]];
    if (a && b && left <= length)
      return { x: a.x + ((b.x - a.x) * left) / (length || 1), y: a.y + ((b.y - a.y) * left) / (length || 1) };
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** The head of an arrow that arrives at the last of the points. */
function arrowHead(points: readonly Point[], size: number): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const from = points.findLast((p) => p.x !== tip.x || p.y !== tip.y) ?? { x: tip.x - 1, y: tip.y };
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const wing = (turn: number): Point => ({
    x: tip.x - size * Math.cos(angle + turn),
    y: tip.y - size * Math.sin(angle + turn),
  });
  return `${trace([tip, wing(0.45), wing(-0.45)])}Z`;
}

function lineParts(line: Line, locale: Locale): Part[] {
  const parts: Part[] = [{ tag: 'path', name: 'shape', at: { d: trace(line.place) } }];
  if (line.arrow)
    parts.push({
      tag: 'path',
      name: 'head',
      at: { d: arrowHead(line.place, line.bold || line.tone === 'cross' ? 15 : 10) },
    });
  if (line.text === undefined) return parts;
  const { x, y } = midway(line.place);
  const at = { x: round(x), y: round(y) };
  const words = say(line.text, locale);
  // A number of two figures needs a wider disc than one.
  const r = words.length > 1 ? 18 : 14;
  if (line.tone === 'cross') parts.push({ tag: 'circle', name: 'badge', at: { cx: at.x, cy: at.y, r } });
  return [...parts, { tag: 'text', name: 'words', at, words }];
}

const dotParts = ({ place: { x, y, r }, text }: Dot, locale: Locale): Part[] => [
  { tag: 'circle', name: 'shape', at: { cx: round(x), cy: round(y), r: round(r) } },
  ...(text === undefined
    ? []
    : [{ tag: 'text', name: 'words', at: { x: round(x), y: round(y) }, words: say(text, locale) } as const]),
];

const labelParts = ({ place, text = '' }: Label, locale: Locale): Part[] => [
  { tag: 'text', name: 'words', at: { x: round(place.x), y: round(place.y) }, words: say(text, locale) },
];

/** The elements that a mark is painted with, back to front. */
export function partsOf(mark: Mark, locale: Locale): Part[] {
  switch (mark.kind) {
    case 'box':
      return boxParts(mark, locale);
    case 'dot':
      return dotParts(mark, locale);
    case 'line':
      return lineParts(mark, locale);
    case 'label':
      return labelParts(mark, locale);
  }
}
