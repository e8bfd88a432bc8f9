import { JSDOM } from 'jsdom';
import type { Line, Mark, Point, Tone } from '#kit/mark.ts';
import { plateMarks } from '#stage/plate.ts';
import type { Joined, Layout, Placed } from './mermaidLayout.ts';

/** The roles an author may give a box with `:::`. */
const ROLES: readonly Tone[] = ['guestUser', 'guestKernel', 'vmm', 'host', 'hw', 'data', 'cross', 'bad'];
/** The classes Mermaid itself puts on a box. */
const OWN = ['node', 'cluster', 'default', 'clickable'];
/** The widest a figure may be: the column of text, and still to be read on a phone. */
const WIDEST = 560;

const round = (n: number): number => Math.round(n * 10) / 10;
const roundPlace = ({ x, y, w, h }: Placed['place']) => ({ x: round(x), y: round(y), w: round(w), h: round(h) });

function toneOf({ classes, rows }: Placed): Tone {
  const given = classes.filter((name) => !OWN.includes(name));
  const tone = ROLES.find((role) => given.includes(role));
  const strange = given.find((name) => name !== tone);
  if (strange) throw new Error(`"${rows.join(' ')}": there is no role "${strange}" (${ROLES.join(', ')})`);
  return tone ?? 'plain';
}

function nodeMark(node: Placed): Mark {
  const [text = '', sub, ...more] = node.rows;
  if (more.length > 0) throw new Error(`"${text}": a box holds two lines at most`);
  return { kind: 'box', key: node.id, tone: toneOf(node), place: roundPlace(node.place), text, ...(sub && { sub }) };
}

const groupMark = (group: Placed): Mark => ({
  kind: 'box',
  key: group.id,
  tone: toneOf(group),
  place: roundPlace(group.place),
});

/** A group's name stands in its upper left corner, where Mermaid left room for it. */
function nameMark(group: Placed): Mark {
  const { x, y } = roundPlace(group.place);
  const place = { x: x + 12, y: y + 16 };
  return {
    kind: 'label',
    key: `${group.id}-name`,
    tone: toneOf(group),
    place,
    text: group.rows.join(' '),
    align: 'start',
    size: 's',
  };
}

/** `==>` is a crossing that costs; `-.->` is dashed. */
function edgeMarks({ id, points, pattern, arrows }: Joined): readonly Mark[] {
  const place: readonly Point[] = points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
  const tone = pattern === 'thick' ? 'cross' : 'plain';
  const line: Line = { kind: 'line', key: id, tone, place, ghost: pattern === 'dotted', arrow: arrows[1] !== 'none' };
  if (arrows[0] === 'none') return [line];
  return [line, { ...line, key: `${id}-back`, place: place.toReversed(), arrow: true }];
}

const labelMark = (label: Placed, i: number): Mark => {
  const { x, y, w, h } = label.place;
  const place = { x: round(x + w / 2), y: round(y + h / 2) };
  return { kind: 'label', key: `label-${i}`, place, text: label.rows.join(' '), size: 's' };
};

const entities = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What is joined to what, for readers who do not see it. */
function describe({ edges, nodes }: Layout): string {
  const name = (id: string): string => nodes.find((node) => node.id.includes(`-${id}-`))?.rows.join(', ') ?? id;
  return edges
    .map(({ from, to, arrows }) => `${name(from)} ${arrows[1] === 'none' ? '–' : '→'} ${name(to)}`)
    .join('; ');
}

/** Words stand in a gap of their line: a mask cuts it out, whatever lies behind. */
function gaps(id: string, { w, h, groups, labels }: Layout): string {
  const names = groups.map(({ place: { x, y }, rows }) => ({
    x: x + 12,
    y: y + 7,
    w: rows.join(' ').length * 8,
    h: 18,
  }));
  const holes = [...labels.filter(({ rows }) => rows.length > 0).map(({ place }) => place), ...names].map((place) => {
    const { x, y, w: wide, h: high } = roundPlace(place);
    return `<rect x="${x - 3}" y="${y}" width="${wide + 6}" height="${high}"/>`;
  });
  const sheet = `width="${Math.ceil(w)}" height="${Math.ceil(h)}"`;
  return `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" ${sheet}><rect ${sheet} fill="#fff"/>${holes.join('')}</mask>`;
}

/** A layout painted by the hand that paints the labs: same shapes, same classes, same stylesheet. */
export function drawFigure(layout: Layout, id: string): string {
  if (layout.kind !== 'flowchart-v2') throw new Error(`a figure is a flowchart, not ${layout.kind}`);
  const [w, h] = [Math.ceil(layout.w), Math.ceil(layout.h)];
  if (w > WIDEST) throw new Error(`${w} wide, and ${WIDEST} is the most: let it run down (flowchart TB), or say less`);
  const { document } = new JSDOM().window;
  // What only the page's hands need is left out: a figure does not move, and is read aloud as one picture.
  const paint = (marks: readonly Mark[]): string =>
    plateMarks(document, marks, 'en').replaceAll(/ (aria-hidden|data-key)="[^"]*"/g, '');
  const words = layout.labels.filter(({ rows }) => rows.length > 0).map(labelMark);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" style="--w:${w}">`,
    `<desc>${entities(describe(layout))}</desc>`,
    gaps(`gaps-${id}`, layout),
    `<g class="groups">${paint(layout.groups.map(groupMark))}</g>`,
    `<g mask="url(#gaps-${id})">${paint(layout.edges.flatMap(edgeMarks))}</g>`,
    paint([...layout.nodes.map(nodeMark), ...layout.groups.map(nameMark), ...words]),
    '</svg>\n',
  ].join('');
}
