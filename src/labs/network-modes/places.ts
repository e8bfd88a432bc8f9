/** Where everything stands, on both sheets. Wires are straight between the spots at which a frame rests, so that it runs along them. */

import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';

const at = (x: number, y: number, w: number, h: number): Place => ({ x, y, w, h });
const point = (x: number, y: number): Point => ({ x, y });

export interface Places {
  readonly g1: Place;
  readonly g2: Place;
  readonly out: Place;
  /** Distance between lines of small letters. */
  readonly line: number;
  readonly route: Place;
  readonly host: Place;
  readonly hostName: Place;
  readonly br0: Place;
  readonly br0Address: Place;
  readonly stack: Place;
  readonly forwarding: Point;
  readonly gate: { readonly shut: readonly Point[]; readonly open: readonly Point[] };
  readonly nat: Place;
  readonly eth0: Place;
  readonly eth0Address: Place;
  readonly sw0: Place;
  readonly wires: Readonly<Record<'tap1' | 'tap2' | 'br0' | 'uplink' | 'eth0' | 'p1' | 'p2', readonly Point[]>>;
  readonly taps: readonly [Point, Point];
  /** The middle of a token at each node. */
  readonly spots: Readonly<Record<string, Point>>;
  readonly token: { readonly h: number; readonly letter: number; readonly pad: number; readonly pile: number };
  readonly strip: Readonly<
    Record<'ethernet' | 'link' | 'srcMac' | 'dstMac' | 'ip' | 'src' | 'dst' | 'ttl' | 'what', Place>
  >;
  readonly fdb: readonly Place[];
  readonly flows: readonly Place[];
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

const wide: Places = {
  g1: at(8, 8, 176, 82),
  g2: at(196, 8, 176, 82),
  out: at(740, 8, 212, 62),
  line: 24,
  route: at(740, 78, 212, 52),
  host: at(8, 134, 656, 172),
  hostName: at(16, 141, 76, 28),
  br0: at(92, 200, 196, 98),
  br0Address: at(196, 141, 238, 28),
  stack: at(444, 141, 212, 84),
  forwarding: point(550, 157),
  gate: {
    shut: [point(590, 218), point(590, 178)],
    open: [point(590, 218), point(602, 180)],
  },
  nat: at(606, 184, 44, 30),
  eth0: at(592, 246, 64, 52),
  eth0Address: at(342, 232, 240, 28),
  sw0: at(772, 214, 148, 84),
  wires: {
    tap1: [point(96, 90), point(158, 200)],
    tap2: [point(284, 90), point(222, 200)],
    br0: [point(288, 226), point(444, 208)],
    uplink: [point(288, 276), point(592, 276)],
    eth0: [point(628, 225), point(628, 246)],
    p1: [point(656, 276), point(772, 276)],
    p2: [point(846, 130), point(846, 214)],
  },
  taps: [point(126, 122), point(254, 122)],
  spots: {
    g1: point(96, 109),
    g2: point(284, 109),
    br0: point(190, 268),
    host: point(514, 199),
    sw0: point(846, 268),
    out: point(846, 157),
  },
  token: { h: 30, letter: 11.4, pad: 18, pile: 6 },
  strip: {
    ethernet: at(8, 314, 88, 30),
    srcMac: at(100, 314, 274, 30),
    dstMac: at(398, 314, 274, 30),
    link: at(680, 314, 272, 30),
    ip: at(8, 348, 88, 30),
    src: at(100, 348, 274, 30),
    dst: at(398, 348, 274, 30),
    ttl: at(680, 348, 116, 30),
    what: at(804, 348, 148, 30),
  },
  fdb: column(4, at(8, 388, 180, 100), 0),
  flows: column(4, at(196, 388, 288, 100), 0),
  fill: at(8, 500, 96, 34),
  clear: at(110, 500, 72, 34),
  seen: at(188, 500, 300, 34),
  ...matrix(at(500, 386, 452, 150), 24, 50, 3),
};

const tall: Places = {
  g1: at(4, 4, 106, 56),
  g2: at(116, 4, 106, 56),
  out: at(228, 4, 128, 42),
  line: 16,
  route: at(228, 52, 128, 36),
  host: at(4, 92, 218, 226),
  hostName: at(8, 96, 50, 22),
  br0: at(44, 124, 138, 60),
  br0Address: at(36, 192, 154, 20),
  stack: at(8, 218, 164, 70),
  forwarding: point(90, 229),
  gate: {
    shut: [point(110, 282), point(110, 246)],
    open: [point(110, 282), point(121, 248)],
  },
  nat: at(126, 252, 40, 24),
  eth0: at(178, 228, 40, 36),
  eth0Address: at(56, 294, 162, 20),
  sw0: at(234, 206, 122, 60),
  wires: {
    tap1: [point(57, 60), point(92, 124)],
    tap2: [point(169, 60), point(134, 124)],
    br0: [point(113, 184), point(76, 218)],
    uplink: [point(182, 166), point(202, 228)],
    eth0: [point(172, 250), point(178, 248)],
    p1: [point(218, 247), point(234, 247)],
    p2: [point(292, 88), point(292, 206)],
  },
  taps: [point(84, 104), point(142, 104)],
  spots: {
    g1: point(57, 74),
    g2: point(169, 74),
    br0: point(113, 168),
    host: point(58, 265),
    sw0: point(295, 248),
    out: point(292, 104),
  },
  token: { h: 21, letter: 7.5, pad: 14, pile: 4 },
  strip: {
    ethernet: at(4, 324, 64, 20),
    link: at(72, 324, 284, 20),
    srcMac: at(4, 346, 172, 21),
    dstMac: at(184, 346, 172, 21),
    ip: at(4, 372, 40, 20),
    ttl: at(72, 371, 88, 21),
    what: at(166, 371, 190, 21),
    src: at(4, 395, 172, 21),
    dst: at(184, 395, 172, 21),
  },
  fdb: column(4, at(4, 421, 150, 64), 0),
  flows: column(4, at(166, 421, 190, 64), 0),
  fill: at(4, 489, 68, 24),
  clear: at(76, 489, 50, 24),
  seen: at(130, 489, 226, 24),
  ...matrix(at(4, 516, 352, 122), 17, 40, 2),
};

export const places: Readonly<Record<Sheet, Places>> = { wide, tall };
