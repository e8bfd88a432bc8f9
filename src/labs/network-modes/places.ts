/** Where everything stands, on both sheets. Wires run between the spots at which a frame rests, so that it moves along them. */

import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

const at = (x: number, y: number, w: number, h: number): Place => ({ x, y, w, h });
const point = (x: number, y: number): Point => ({ x, y });

export interface Places {
  readonly g1: Place;
  readonly g2: Place;
  readonly out: Place;
  readonly route: Place;
  readonly mode: Point;
  /** Distance between lines of small letters. */
  readonly line: number;
  /** How many letters there is room for. */
  readonly letters: { readonly address: number; readonly gateway: number; readonly via: number };
  readonly host: Place;
  readonly hostName: Place;
  readonly br0: Place;
  readonly br0Name: Point;
  readonly fdb: readonly Point[];
  readonly stack: Place;
  readonly br0Address: Place;
  readonly eth0Address: Place;
  readonly forwarding: Point;
  readonly gate: { readonly shut: readonly Point[]; readonly open: readonly Point[] };
  readonly nat: Place;
  readonly flows: readonly Point[];
  readonly eth0: Place;
  readonly sw0: Place;
  /** The bridge's ports, where its wires end. */
  readonly ports: Readonly<Record<'tap1' | 'tap2' | 'br0' | 'eth0', Place>>;
  readonly wires: Readonly<Record<'tap1' | 'tap2' | 'br0' | 'uplink' | 'eth0' | 'p1' | 'p2', readonly Point[]>>;
  readonly taps: readonly [Point, Point];
  /** The middle of a token at each node. */
  readonly spots: Readonly<Record<string, Point>>;
  readonly token: { readonly h: number; readonly letter: number; readonly pad: number; readonly pile: number };
  readonly strip: Readonly<Record<'srcMac' | 'dstMac' | 'src' | 'dst' | 'link' | 'ttl' | 'what', Place>>;
  readonly fill: Place;
  readonly clear: Place;
  readonly seen: Place;
  readonly head: readonly Place[];
  readonly rows: readonly Place[];
  readonly cells: readonly (readonly Place[])[];
}

/** The heads of the columns, the names of the rows, and the cells between them. */
function matrix(place: Place, heads: number, names: number, gap: number): Pick<Places, 'head' | 'rows' | 'cells'> {
  const { x, y, w, h } = place;
  const body = at(x + names, y + heads, w - names, h - heads);
  const rows = column(4, body, gap);
  return {
    head: row(5, at(body.x, y, body.w, heads), gap),
    rows: rows.map((each) => at(x, each.y, names, each.h)),
    cells: rows.map((each) => row(5, each, gap)),
  };
}

/** A square of a size around the point where a wire ends. */
const port = (x: number, y: number, size: number): Place => at(x - size / 2, y - size / 2, size, size);

/** `count` lines of letters, `step` apart. */
const lines = (count: number, x: number, y: number, step: number): readonly Point[] =>
  Array.from({ length: count }, (_, i) => point(x, y + i * step));

const wide: Places = {
  g1: at(6, 4, 179, 78),
  g2: at(195, 4, 179, 78),
  out: at(740, 4, 212, 60),
  route: at(740, 72, 212, 54),
  mode: point(556, 42),
  line: 24,
  letters: { address: 15, gateway: 12, via: 13 },
  host: at(8, 122, 656, 230),
  hostName: at(16, 129, 76, 28),
  br0: at(84, 186, 212, 158),
  br0Name: point(190, 209),
  fdb: lines(3, 98, 235, 24),
  stack: at(340, 129, 248, 186),
  br0Address: at(345, 134, 238, 27),
  eth0Address: at(345, 164, 238, 27),
  forwarding: point(352, 206),
  gate: { shut: [point(505, 251), point(505, 221)], open: [point(505, 251), point(521, 225)] },
  nat: at(531, 222, 50, 28),
  flows: lines(3, 352, 262, 19.5),
  eth0: at(600, 292, 56, 54),
  sw0: at(772, 262, 148, 84),
  ports: { tap1: port(133, 186, 16), tap2: port(247, 186, 16), br0: port(296, 283, 16), eth0: port(296, 330, 16) },
  wires: {
    tap1: [point(89, 82), point(133, 186)],
    tap2: [point(291, 82), point(247, 186)],
    br0: [point(296, 283), point(340, 265)],
    uplink: [point(296, 330), point(600, 330)],
    eth0: [point(588, 268), point(616, 292)],
    p1: [point(656, 328), point(772, 328)],
    p2: [point(846, 126), point(846, 262)],
  },
  taps: [point(126, 148), point(254, 148)],
  spots: {
    g1: point(96, 99),
    g2: point(284, 99),
    br0: point(190, 324),
    host: point(418, 236),
    sw0: point(846, 324),
    out: point(846, 152),
  },
  token: { h: 30, letter: 11.4, pad: 18, pile: 6 },
  strip: {
    srcMac: at(8, 359, 236, 53),
    dstMac: at(250, 359, 236, 53),
    src: at(8, 415, 236, 53),
    dst: at(250, 415, 236, 53),
    link: at(8, 471, 222, 29),
    ttl: at(234, 471, 110, 29),
    what: at(348, 471, 138, 29),
  },
  fill: at(8, 504, 96, 33),
  clear: at(110, 504, 72, 33),
  seen: at(188, 504, 298, 33),
  ...matrix(at(502, 359, 450, 178), 24, 52, 3),
};

const tall: Places = {
  g1: at(4, 2, 106, 56),
  g2: at(116, 2, 106, 56),
  out: at(228, 4, 128, 40),
  route: at(228, 50, 128, 36),
  mode: point(292, 328),
  line: 17,
  letters: { address: 13, gateway: 9, via: 12 },
  host: at(4, 88, 218, 276),
  hostName: at(8, 92, 50, 22),
  br0: at(34, 122, 158, 96),
  br0Name: point(113, 138),
  fdb: lines(3, 42, 154, 16),
  stack: at(8, 228, 162, 132),
  br0Address: at(11, 231, 156, 19),
  eth0Address: at(11, 252, 156, 19),
  forwarding: point(14, 281),
  gate: { shut: [point(108, 313), point(108, 291)], open: [point(108, 313), point(119, 294)] },
  nat: at(126, 291, 40, 22),
  flows: lines(3, 14, 323, 14.5),
  eth0: at(178, 264, 40, 34),
  sw0: at(234, 228, 122, 60),
  ports: { tap1: port(86, 122, 11), tap2: port(140, 122, 11), br0: port(94, 218, 11), eth0: port(192, 206, 11) },
  wires: {
    tap1: [point(57, 58), point(86, 122)],
    tap2: [point(169, 58), point(140, 122)],
    br0: [point(94, 218), point(84, 228)],
    uplink: [point(192, 206), point(198, 206), point(198, 264)],
    eth0: [point(170, 284), point(178, 283)],
    p1: [point(218, 277), point(234, 276)],
    p2: [point(294, 86), point(294, 228)],
  },
  taps: [point(78, 100), point(148, 100)],
  spots: {
    g1: point(57, 72),
    g2: point(169, 72),
    br0: point(113, 204),
    host: point(54, 302),
    sw0: point(294, 274),
    out: point(294, 104),
  },
  token: { h: 21, letter: 7.5, pad: 14, pile: 4 },
  strip: {
    srcMac: at(4, 369, 174, 36),
    dstMac: at(182, 369, 174, 36),
    src: at(4, 408, 174, 36),
    dst: at(182, 408, 174, 36),
    link: at(4, 447, 142, 21),
    ttl: at(150, 447, 78, 21),
    what: at(232, 447, 124, 21),
  },
  fill: at(4, 472, 68, 25),
  clear: at(76, 472, 50, 25),
  seen: at(130, 472, 226, 25),
  ...matrix(at(4, 500, 352, 137), 17, 40, 2),
};

export const places: Readonly<Record<Sheet, Places>> = { wide, tall };
