import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import { type GuestName, PAGES } from './guests.ts';
import { FRAMES } from './host.ts';

/** Where the parts of the picture are: translation runs left to right, and on a narrow sheet then down to the host. */
export interface Layout {
  virtual(guest: GuestName, page: number): Place;
  physical(guest: GuestName, page: number): Place;
  frame(n: number): Place;
  /** From a guest-physical page to a frame, through the gutters. */
  route(guest: GuestName, page: number, frame: number): readonly Point[];
  readonly names: Readonly<Record<GuestName, Point>>;
  readonly heads: readonly { readonly key: string; readonly of: 'virtual' | 'physical' | 'host'; readonly at: Point }[];
  /** The address of the first frame of a row of frames. */
  rowName(line: number): Point;
  readonly rowAlign: 'start' | 'end';
  /** GVA, GPA, HPA, byte. */
  readonly chain: readonly Place[];
  readonly links: readonly (readonly Point[])[];
  readonly buttons: readonly Place[];
}

const SIDE = 8;
const nowhere: Place = { x: 0, y: 0, w: 0, h: 0 };
const middle = ({ y, h }: Place): number => y + h / 2;
const point = (x: number, y: number): Point => ({ x, y });

const cellsOf = (grid: Place, gap: number): readonly Place[] =>
  column(FRAMES / SIDE, grid, gap).flatMap((line) => row(SIDE, line, gap));

const across = (from: Place, to: Place): readonly Point[] => [
  point(from.x + from.w, middle(from)),
  point(to.x, middle(to)),
];

export const layOut = (sheet: Sheet): Layout => (sheet === 'wide' ? wide : tall);

const wide: Layout = (() => {
  const grid: Place = { x: 452, y: 34, w: 412, h: 394 };
  const cells = cellsOf(grid, 5);
  const blocks = { A: 34, B: 240 } as const;
  const columnAt = (x: number, w: number, guest: GuestName) => column(PAGES, { x, y: blocks[guest], w, h: 190 }, 2);
  const columns = { A: columnAt(222, 150, 'A'), B: columnAt(222, 150, 'B') };
  const virtuals = { A: columnAt(36, 92, 'A'), B: columnAt(36, 92, 'B') };
  const physical = (guest: GuestName, page: number): Place => columns[guest][page] ?? nowhere;
  const chain = [
    { x: 8, y: 439, w: 252, h: 56 },
    { x: 302, y: 439, w: 180, h: 56 },
    { x: 524, y: 439, w: 184, h: 56 },
    { x: 750, y: 439, w: 202, h: 56 },
  ];
  return {
    virtual: (guest, page) => virtuals[guest][page] ?? nowhere,
    physical,
    frame: (n) => cells[n] ?? nowhere,
    route(guest, page, frame) {
      const [from, to] = [physical(guest, page), cells[frame] ?? nowhere];
      const gap = to.y - 2.5;
      const end = point(to.x + to.w / 2, to.y + 9);
      return [point(from.x + from.w, middle(from)), point(grid.x - 12, gap), point(end.x, gap), end];
    },
    names: { A: point(82, blocks.A + 156), B: point(82, blocks.B + 156) },
    heads: [
      { key: 'virtual', of: 'virtual', at: point(8, 16) },
      { key: 'physical', of: 'physical', at: point(206, 16) },
      { key: 'host', of: 'host', at: point(452, 16) },
    ],
    rowName: (line) => point(872, middle(cells[line * SIDE] ?? nowhere)),
    rowAlign: 'start',
    chain,
    links: chain.slice(1).map((to, i) => across(chain[i] ?? nowhere, to)),
    buttons: row(4, { x: 8, y: 503, w: 944, h: 34 }, 12),
  };
})();

const tall: Layout = (() => {
  const grid: Place = { x: 62, y: 258, w: 294, h: 190 };
  const cells = cellsOf(grid, 3);
  const left = { A: 4, B: 186 } as const;
  const columnAt = (x: number, w: number) => column(PAGES, { x, y: 38, w, h: 196 }, 2);
  const columns = { A: columnAt(left.A + 74, 92), B: columnAt(left.B + 74, 92) };
  const virtuals = { A: columnAt(left.A, 52), B: columnAt(left.B, 52) };
  const physical = (guest: GuestName, page: number): Place => columns[guest][page] ?? nowhere;
  const chain = [
    { x: 4, y: 456, w: 172, h: 40 },
    { x: 204, y: 456, w: 152, h: 40 },
    { x: 4, y: 514, w: 172, h: 40 },
    { x: 204, y: 514, w: 152, h: 40 },
  ];
  const [gva = nowhere, gpa = nowhere, hpa = nowhere, byte = nowhere] = chain;
  return {
    virtual: (guest, page) => virtuals[guest][page] ?? nowhere,
    physical,
    frame: (n) => cells[n] ?? nowhere,
    route(guest, page, frame) {
      const [from, to] = [physical(guest, page), cells[frame] ?? nowhere];
      const gutter = left[guest] + 170;
      const gap = Math.max(grid.x - 3, to.x - 1.5);
      return [
        point(from.x + from.w, middle(from)),
        point(gutter, middle(from)),
        point(gutter, grid.y - 7),
        point(gap, grid.y - 7),
        point(gap, middle(to)),
        point(to.x + 6, middle(to)),
      ];
    },
    names: { A: point(left.A + 83, 10), B: point(left.B + 83, 10) },
    heads: [
      { key: 'virtual', of: 'virtual', at: point(left.A, 27) },
      { key: 'physical', of: 'physical', at: point(left.A + 74, 27) },
      { key: 'virtual-B', of: 'virtual', at: point(left.B, 27) },
      { key: 'physical-B', of: 'physical', at: point(left.B + 74, 27) },
      { key: 'host', of: 'host', at: point(62, 243) },
    ],
    rowName: (line) => point(57, middle(cells[line * SIDE] ?? nowhere)),
    rowAlign: 'end',
    chain,
    links: [
      across(gva, gpa),
      [point(gpa.x + gpa.w / 2, gpa.y + gpa.h), point(gpa.x + gpa.w / 2, 505), point(90, 505), point(90, hpa.y)],
      across(hpa, byte),
    ],
    buttons: [...row(2, { x: 4, y: 564, w: 352, h: 33 }, 8), ...row(2, { x: 4, y: 603, w: 352, h: 33 }, 8)],
  };
})();
