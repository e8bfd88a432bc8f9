import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import type { Plan } from './machine.ts';

/** Where the parts of the picture are. What a sheet has no room for beside a part stands above it. */
export interface Layout {
  /** The cell in which an entry of this level is read for this target; level 0 is the guest's own row. */
  cell(level: number, target: number): Place;
  /** The field of the virtual address that selects at this level; `to` as far as that column, for an offset. */
  virtual(target: number, to?: number): Place;
  /** The field of the guest-physical address for this level of the EPT; level 0 is the rest. */
  physical(level: number, to?: number): Place;
  readonly names: Readonly<Record<'virtual' | 'virtualMore' | 'physical' | 'physicalMore' | 'made', Point>>;
  /** Where the names of rows end. */
  readonly rowNames: number;
  /** The next address: what it is made of, and itself. */
  readonly made: Readonly<Record<'frame' | 'rest' | 'whole', Place>>;
  readonly fault: Readonly<Record<'what' | 'handler', Place>>;
  readonly glass: Glass;
}

/** The entry under the glass. */
export interface Glass {
  readonly title: Point;
  readonly value: Point;
  readonly valueAlign: 'start' | 'end';
  readonly close: Place;
  /** A place for each bit that can be flipped, and over it its number. */
  readonly bits: readonly Place[];
  readonly fields: readonly Place[];
}

interface Frame {
  readonly virtual: Place;
  readonly grid: Place;
  readonly gap: { readonly x: number; readonly y: number };
  readonly physical: Place;
}

const wide: Frame = {
  virtual: { x: 104, y: 4, w: 850, h: 56 },
  grid: { x: 104, y: 74, w: 850, h: 304 },
  gap: { x: 15, y: 9 },
  physical: { x: 104, y: 394, w: 850, h: 56 },
};
const tall: Frame = {
  virtual: { x: 44, y: 20, w: 312, h: 42 },
  grid: { x: 44, y: 74, w: 312, h: 336 },
  gap: { x: 7, y: 7 },
  physical: { x: 44, y: 432, w: 312, h: 42 },
};

const spread = (from: Place, to: Place): Place => ({ ...from, w: to.x + to.w - from.x });
const nowhere: Place = { x: 0, y: 0, w: 0, h: 0 };

export function layOut(sheet: Sheet, { guestLevels, eptLevels }: Plan): Layout {
  const frame = sheet === 'wide' ? wide : tall;
  const columns = row(guestLevels + 1, frame.grid, frame.gap.x);
  const rows = column(eptLevels + 1, frame.grid, frame.gap.y);
  const fields = row(eptLevels + 1, frame.physical, sheet === 'wide' ? 10 : 5);
  const columnOf = (target: number): Place => columns[guestLevels - target] ?? nowhere;
  const rowOf = (level: number): Place => rows[eptLevels - level] ?? nowhere;
  const fieldOf = (level: number): Place => fields[eptLevels - level] ?? nowhere;
  const virtualOf = (target: number): Place => ({ ...columnOf(target), y: frame.virtual.y, h: frame.virtual.h });
  return {
    cell: (level, target) => ({ ...columnOf(target), y: rowOf(level).y, h: rowOf(level).h }),
    virtual: (target, to = target) => spread(virtualOf(target), virtualOf(to)),
    physical: (level, to = level) => spread(fieldOf(level), fieldOf(to)),
    rowNames: frame.grid.x - (sheet === 'wide' ? 11 : 5),
    ...(sheet === 'wide' ? belowWide : belowTall),
  };
}

type Below = Pick<Layout, 'names' | 'made' | 'fault' | 'glass'>;

const belowWide: Below = {
  names: {
    virtual: { x: 93, y: 21 },
    virtualMore: { x: 93, y: 44 },
    physical: { x: 93, y: 411 },
    physicalMore: { x: 93, y: 434 },
    made: { x: 93, y: 503 },
  },
  made: {
    frame: { x: 104, y: 474, w: 230, h: 58 },
    rest: { x: 362, y: 474, w: 168, h: 58 },
    whole: { x: 590, y: 474, w: 364, h: 58 },
  },
  fault: { what: { x: 104, y: 474, w: 448, h: 58 }, handler: { x: 680, y: 474, w: 274, h: 58 } },
  glass: {
    title: { x: 12, y: 404 },
    value: { x: 836, y: 404 },
    valueAlign: 'end',
    close: { x: 852, y: 388, w: 96, h: 32 },
    bits: row(16, { x: 12, y: 442, w: 936, h: 54 }, 4),
    fields: row(4, { x: 12, y: 504, w: 936, h: 32 }, 10),
  },
};

const belowTall: Below = {
  names: {
    virtual: { x: 4, y: 9 },
    virtualMore: { x: 356, y: 9 },
    physical: { x: 4, y: 423 },
    physicalMore: { x: 356, y: 423 },
    made: { x: 4, y: 488 },
  },
  made: {
    frame: { x: 4, y: 498, w: 166, h: 44 },
    rest: { x: 190, y: 498, w: 166, h: 44 },
    whole: { x: 40, y: 574, w: 280, h: 50 },
  },
  fault: { what: { x: 4, y: 498, w: 352, h: 44 }, handler: { x: 70, y: 592, w: 220, h: 45 } },
  glass: {
    title: { x: 4, y: 432 },
    value: { x: 4, y: 452 },
    valueAlign: 'start',
    close: { x: 294, y: 418, w: 62, h: 30 },
    bits: [...row(8, { x: 4, y: 474, w: 352, h: 42 }, 3), ...row(8, { x: 4, y: 534, w: 352, h: 42 }, 3)],
    fields: [...row(2, { x: 4, y: 583, w: 352, h: 25 }, 6), ...row(2, { x: 4, y: 612, w: 352, h: 25 }, 6)],
  },
};
