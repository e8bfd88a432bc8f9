import { bottom, centre, left, type Place, right, top } from '#kit/layout.ts';
import type { Box, Mark, Point, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { hex, hexAddress, hexIndex } from './hex.ts';
import type { Layout } from './layout.ts';
import type { Walker } from './model.ts';
import { type Cell, pathOf } from './path.ts';
import { entryWord, marks as say } from './words.ts';

const tones: Readonly<Record<Cell['by'], Tone>> = { ept: 'vmm', guest: 'guestKernel', data: 'hw' };

/** The walk as a grid: a column for everything that has to be found, a row for every level of the EPT, the guest's own entries below. */
export function gridMarks(state: Walker, layout: Layout): Mark[] {
  const path = pathOf(state);
  const placeOf = ({ level, target, by }: Cell): Place => layout.cell(by === 'ept' ? level : 0, target);
  const ways = path.slice(1).map((to, i) => way(path[i] ?? to, to, placeOf, state));
  const cells = path.map((cell) => cellMark(state, cell, placeOf(cell)));
  return [...rowNames(state, path, layout), ...ways, ...cells, ...token(state, path, placeOf), ...noEpt(state, layout)];
}

const isReached = ({ walk }: Walker, { by, read }: Cell): boolean =>
  by === 'data' ? walk.byte !== undefined : read !== undefined;

function cellMark(state: Walker, cell: Cell, place: Place): Box {
  const { walk, open } = state;
  const base = { kind: 'box', key: `cell-${cell.name}`, place, mono: true } as const;
  if (!isReached(state, cell)) {
    const words = cell.by === 'data' ? { text: say.byte, mono: false } : {};
    return { ...base, tone: tones[cell.by], ghost: true, size: 's', ...words };
  }
  if (!cell.read) return { ...base, tone: 'hw', text: hex(walk.byte ?? 0), now: true, about: dataAbout(state) };
  const isLast = cell.number === walk.references.length;
  return {
    ...base,
    tone: isLast && walk.fault ? 'bad' : tones[cell.by],
    size: 's',
    text: hexIndex(cell.read.index),
    corner: String(cell.number),
    now: isLast && walk.byte === undefined,
    picked: open?.address === cell.read.address,
    move: ['inspect', ...cell.name.split('.')],
    about: cellAbout(cell),
  };
}

function cellAbout({ by, level, read, number }: Cell): Text {
  if (!read) return both('', '');
  const entry =
    by === 'ept'
      ? both(`EPT entry of level ${level}`, `EPT 第 ${level} 级表项`)
      : both(entryWord(level), entryWord(level));
  const where = `${hexIndex(read.index)} · ${hexAddress(read.address)}`;
  const gives =
    read.gives === undefined
      ? both('leads nowhere', '不指向任何地方')
      : both(`leads to ${hexAddress(read.gives)}`, `指向 ${hexAddress(read.gives)}`);
  return both(
    `${number}: ${entry.en} ${where}, ${gives.en}. Show its bits.`,
    `${number}：${entry['zh-CN']} ${where}，${gives['zh-CN']}。查看各位。`,
  );
}

const dataAbout = ({ walk }: Walker): Text => {
  const [byte, where] = [hex(walk.byte ?? 0), hexAddress(walk.hostPhysical ?? 0)];
  return both(`The byte ${byte} at ${where}.`, `${where} 处的字节 ${byte}。`);
};

/** The way from one reference to the next: down a column, or up from a guest's entry to the top of the next. */
function way(from: Cell, to: Cell, placeOf: (cell: Cell) => Place, state: Walker): Mark {
  const isDone = isReached(state, to);
  const base = { kind: 'line', key: `way-${to.name}`, place: wayPoints(placeOf(from), placeOf(to)) } as const;
  return isDone ? { ...base, tone: 'data' } : { ...base, ghost: true };
}

function wayPoints(from: Place, to: Place): Point[] {
  if (from.x === to.x) return [bottom(from), top(to)];
  const [start, end] = [right(from), left(to)];
  if (start.y === end.y) return [start, end];
  const turn = end.x - Math.min(11, (end.x - start.x) / 2);
  return [start, { x: turn, y: start.y }, { x: turn, y: end.y }, end];
}

function rowNames({ plan }: Walker, path: readonly Cell[], layout: Layout): Mark[] {
  const levels = [...new Set(path.filter(({ by }) => by === 'ept').map(({ level }) => level))];
  const name = (key: string, level: number): { kind: 'label'; key: string; place: Point; align: 'end'; size: 's' } => ({
    kind: 'label',
    key: `row-${key}`,
    place: { x: layout.rowNames, y: centre(layout.cell(level, plan.guestLevels)).y },
    align: 'end',
    size: 's',
  });
  const guest: Mark = { ...name('guest', 0), tone: 'guestKernel', text: plan.isNested ? say.guest : say.tableRow };
  return [
    ...levels.map((level): Mark => ({ ...name(String(level), level), tone: 'vmm', text: `EPT ${level}` })),
    guest,
  ];
}

/** The address on its way, between the entry it came from and the one it selects. */
function token({ walk }: Walker, path: readonly Cell[], placeOf: (cell: Cell) => Place): Mark[] {
  const to = path[walk.references.length];
  if (!walk.next || walk.next.by === 'fault' || !to) return [];
  const from = path[walk.references.length - 1];
  const r = placeOf(to).w > 70 ? 7 : 5;
  const start = top(placeOf(to));
  const place = from ? halfway(wayPoints(placeOf(from), placeOf(to))) : { x: start.x, y: start.y - r };
  return [{ kind: 'dot', key: 'token', tone: 'data', place: { ...place, r } }];
}

/** The middle of a short way; the last corner of one that turns. */
const halfway = (points: readonly Point[]): Point => {
  const [a, b] = [points.at(-2), points.at(-1)];
  if (!a || !b) return { x: 0, y: 0 };
  return points.length > 2 ? a : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
};

/** In native mode the rows of the EPT stay empty, and say so. */
function noEpt({ plan }: Walker, layout: Layout): Mark[] {
  if (plan.isNested) return [];
  const [first, last] = [layout.cell(plan.eptLevels, plan.guestLevels), layout.cell(1, 0)];
  const place = centre({ ...first, w: last.x + last.w - first.x, h: last.y + last.h - first.y });
  return [{ kind: 'label', key: 'no-ept', place, ghost: true, text: say.noEpt }];
}
