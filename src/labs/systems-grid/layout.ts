import { column, type Place, row } from '#kit/layout.ts';
import type { Point, Sheet } from '#kit/mark.ts';
import { type CellId, machineTechniques, monitorPositions, otherCells } from './cells.ts';
import { items } from './model.ts';

export interface Layout {
  readonly sheet: Sheet;
  /** The columns’ heads and the rows’ heads, and that of the cells without a monitor. */
  readonly columnHeads: readonly Point[];
  readonly rowHeads: readonly Point[];
  readonly otherHead: Point;
  readonly cells: Readonly<Record<CellId, Place>>;
  /** The name over the drawn stack, and the room of the stack. */
  readonly name: Point;
  readonly stack: Place;
  /** A layer of this height has room for a second line. */
  readonly tallEnough: number;
  readonly gap: number;
  readonly verdict: Place;
  readonly seen: Point;
  /** One place for each system of the tray, whether it is offered or not. */
  readonly tray: readonly Place[];
}

interface Frame {
  readonly grid: Place;
  readonly headWidth: number;
  readonly headHeight: number;
  readonly others: Place;
  readonly name: Point;
  readonly stack: Place;
  readonly tallEnough: number;
  readonly verdict: Place;
  readonly seen: Point;
  readonly tray: Place;
  readonly trayColumns: number;
  readonly gap: number;
}

const frames: Readonly<Record<Sheet, Frame>> = {
  wide: {
    grid: { x: 2, y: 0, w: 672, h: 246 },
    headWidth: 70,
    headHeight: 30,
    others: { x: 72, y: 264, w: 602, h: 60 },
    name: { x: 823, y: 13 },
    stack: { x: 690, y: 32, w: 266, h: 224 },
    tallEnough: 52,
    verdict: { x: 690, y: 264, w: 266, h: 60 },
    seen: { x: 956, y: 346 },
    tray: { x: 4, y: 364, w: 952, h: 172 },
    trayColumns: 6,
    gap: 6,
  },
  tall: {
    grid: { x: 0, y: 0, w: 358, h: 152 },
    headWidth: 52,
    headHeight: 22,
    others: { x: 52, y: 162, w: 306, h: 42 },
    name: { x: 180, y: 226 },
    stack: { x: 20, y: 238, w: 320, h: 158 },
    tallEnough: 33,
    verdict: { x: 20, y: 404, w: 320, h: 32 },
    seen: { x: 357, y: 450 },
    tray: { x: 2, y: 464, w: 356, h: 174 },
    trayColumns: 4,
    gap: 4,
  },
};

export const layouts: Readonly<Record<Sheet, Layout>> = { wide: layOut('wide'), tall: layOut('tall') };

function layOut(sheet: Sheet): Layout {
  const frame = frames[sheet];
  const { grid, headWidth, headHeight, others, gap } = frame;
  const inner = { x: grid.x + headWidth, y: grid.y + headHeight, w: grid.w - headWidth, h: grid.h - headHeight };
  const rows = column(monitorPositions.length, inner, gap);
  const cells: Partial<Record<CellId, Place>> = {};
  for (const [r, position] of monitorPositions.entries())
    for (const [c, place] of row(machineTechniques.length, rows[r] ?? inner, gap).entries())
      cells[`${position}-${machineTechniques[c] ?? 'trap'}`] = place;
  for (const [i, place] of row(otherCells.length, others, gap).entries()) cells[otherCells[i] ?? 'out'] = place;
  return {
    ...frame,
    sheet,
    columnHeads: row(machineTechniques.length, inner, gap).map(({ x, w }) => ({ x: x + w / 2, y: headHeight / 2 })),
    rowHeads: rows.map(({ y, h }) => ({ x: grid.x + headWidth - 6, y: y + h / 2 })),
    otherHead: { x: grid.x + headWidth - 6, y: others.y + others.h / 2 },
    cells: cells as Record<CellId, Place>,
    tray: trayPlaces(frame),
  };
}

function trayPlaces({ tray, trayColumns, gap }: Frame): readonly Place[] {
  const rows = column(Math.ceil(items.length / trayColumns), tray, gap);
  return rows.flatMap((place) => row(trayColumns, place, gap)).slice(0, items.length);
}
