import type { Box, Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { positions } from '#sim/systems/system.ts';
import { type CellId, cellIds, cellsOf, machineTechniques, partsOf } from './cells.ts';
import { clip } from './clip.ts';
import type { Layout } from './layout.ts';
import { itemOf, type State } from './model.ts';
import { columnHeads, positionWords, rowHeads, marks as say, techniqueWords } from './words.ts';

/** The grid: its heads, and for each cell who has been found there. */
export function gridMarks(state: State, layout: Layout): readonly Mark[] {
  return [...headMarks(layout), ...cellIds.map((cell) => cellMark(cell, state, layout))];
}

function headMarks({ columnHeads: tops, rowHeads: sides, otherHead }: Layout): readonly Mark[] {
  return [
    ...machineTechniques.map(
      (technique, i): Mark => ({
        kind: 'label',
        key: `column-${technique}`,
        place: tops[i] ?? otherHead,
        size: 's',
        text: columnHeads[technique],
        about: techniqueWords[technique],
      }),
    ),
    ...positions.map(
      (position, i): Mark => ({
        kind: 'label',
        key: `row-${position}`,
        place: sides[i] ?? otherHead,
        align: 'end',
        size: 's',
        text: rowHeads[position],
        about: positionWords[position],
      }),
    ),
  ];
}

/** Someone at home in a cell: a system the reader placed, or one that the rule has been tried on. */
interface Resident {
  readonly name: string;
  readonly breaks: boolean;
}

/** The latest last; each name once. */
function residentsOf(cell: CellId, { placed, judged, examined }: State): readonly Resident[] {
  const found = new Map<string, Resident>();
  const add = (id: string, name: string, breaks: boolean) => {
    found.delete(id);
    found.set(id, { name, breaks });
  };
  for (const [id, placing] of Object.entries(placed))
    if (placing.right && placing.cell === cell) add(id, itemOf(id)?.tray.short ?? id, false);
  for (const { subject, truth } of judged.examples.slice(0, examined))
    if (cellsOf(subject.form).includes(cell))
      add(subject.system.id, subject.system.tray?.short ?? subject.system.name, truth === false);
  return [...found.values()];
}

function cellMark(cell: CellId, state: State, { cells, sheet }: Layout): Mark {
  const { position, technique } = partsOf(cell);
  const residents = residentsOf(cell, state);
  const where = position && technique ? say.cell(positionWords[position], techniqueWords[technique]) : say.outAbout;
  const isMachine = position !== undefined && position !== 'none';
  const latest = residents.at(-1);
  const head = technique ? columnHeads[technique] : say.out;
  const others = residents.length > 1 ? say.more(residents.length - 1) : undefined;
  const found = latest && clip(latest.name, room[sheet]);
  const breaks = residents.some((each) => each.breaks);
  // In a narrow cell the cross would stand on the name, so the name goes below it.
  const told = breaks && sheet === 'tall' ? lines(others ?? ' ', found) : lines(found, others);
  return {
    kind: 'box',
    key: `cell-${cell}`,
    place: cells[cell],
    size: 's',
    ...(isMachine ? told : lines(head, [found, others].filter(Boolean).join(' '))),
    about: aboutOf(where, residents),
    ...(breaks && { tone: 'bad' as const }),
    ...(residents.length === 0 && { ghost: true }),
    ...(isNow(cell, state) && { now: true }),
    ...(state.picked !== null && { move: ['put', cell] as const }),
  };
}

/** One line, or two; no second line is left empty. */
const lines = (first: string | Text | undefined, second: string | undefined): Partial<Pick<Box, 'text' | 'sub'>> => ({
  ...(first && { text: first }),
  ...(second && { sub: second }),
});

/** Letters that a cell has room for. */
const room = { wide: 9, tall: 6 } as const;

function aboutOf(where: Text, residents: readonly Resident[]): Text {
  if (residents.length === 0) return where;
  const names = residents.map(({ name }) => name);
  return both(`${where.en}: ${names.join(', ')}`, `${where['zh-CN']}：${names.join('、')}`);
}

/** The cell of the last move or step. */
function isNow(cell: CellId, { last, placed, judged, examined }: State): boolean {
  if (last.kind === 'put') return placed[last.id]?.cell === cell;
  const example = judged.examples[examined - 1];
  return last.kind === 'step' && example !== undefined && cellsOf(example.subject.form).includes(cell);
}
