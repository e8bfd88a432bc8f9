import { bottom, left, type Place, right } from '#kit/layout.ts';
import type { Mark, Point } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import { ZEROS } from '#sim/mmu/frames.ts';
import { vaToHex } from '#sim/mmu/trace.ts';
import { type Focus, focusOf } from './focus.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { type Leaf, type Row, rowsIn } from './rows.ts';
import { abouts, grouped, labels, pageAddress, rightsToWord, walkedTable } from './words.ts';

const nowhere: Place = { x: 0, y: 0, w: 0, h: 0 };

/** The three tables, a row for each page, translation running from left to right. */
export function tableMarks(state: State, layout: Layout): readonly Mark[] {
  const focus = focusOf(state);
  const rows = rowsIn(state).flatMap((row, i) =>
    rowMarks(
      state,
      row,
      layout.cells.map((cells) => cells[i] ?? nowhere),
      focus,
    ),
  );
  return [...titleMarks(state, layout), ...rows];
}

function titleMarks({ machine }: State, { titles }: Layout): readonly Mark[] {
  const { vmm } = machine.setup;
  const words: readonly (readonly [Text, Text])[] =
    vmm === 'native'
      ? [[labels.ownTable, labels.ownMaps]]
      : [[labels.guestTable, labels.guestMaps], [labels.map, labels.mapMaps], walkedTable[vmm]];
  return titles.flatMap(({ name, maps, apart }, i): Mark[] => {
    const [table, addresses] = words[i] ?? [];
    if (!table || !addresses) return [];
    return [
      { kind: 'label', key: `title-${i}`, place: name, text: table, size: 's', align: apart ? 'start' : 'middle' },
      { kind: 'label', key: `maps-${i}`, place: maps, text: addresses, size: 's', align: apart ? 'end' : 'middle' },
    ];
  });
}

function rowMarks(state: State, row: Row, [guest, map, walked]: readonly Place[], focus: Focus): readonly Mark[] {
  const { vmm } = state.machine.setup;
  const isNow = (table: Focus) => row.isNow && focus === table;
  const marks: Mark[] = [guestCell(row, guest ?? nowhere, isNow('guest'))];
  if (vmm === 'native') return marks;
  if (row.guest)
    marks.push(mapCell(row, map ?? nowhere, isNow('map')), flow(`to-map-${row.key}`, guest, map, row.isNow));
  marks.push(walkedCell(row, vmm, walked ?? nowhere, isNow('walked')));
  if (row.guest && row.walked) marks.push(flow(`to-walked-${row.key}`, map, walked, row.isNow));
  return marks;
}

const flow = (key: string, from: Place = nowhere, to: Place = nowhere, isNow: boolean): Mark => ({
  kind: 'line',
  key,
  place: [right(from), left(to)],
  arrow: true,
  ...(isNow && { tone: 'data' }),
});

function guestCell({ key, va, guest }: Row, place: Place, now: boolean): Mark {
  const marks = guest && `${guest.accessed ? ' A' : ''}${guest.dirty ? 'D' : ''}`;
  const says = guest && `${pageAddress(guest.frame)} ${rightsToWord(guest.rights)}${marks}`;
  return {
    kind: 'box',
    key: `guest-${key}`,
    place,
    tone: 'guestKernel',
    size: 's',
    mono: true,
    text: grouped(va),
    sub: says ? `→${says}` : labels.notPresent,
    about: abouts.guest(vaToHex(va), says),
    ...(!guest && { ghost: true }),
    ...(now && { now }),
  };
}

function mapCell({ key, guest, frame, isWrong }: Row, place: Place, now: boolean): Mark {
  const page = pageAddress(guest?.frame ?? 0);
  const hpa = frame < 0 ? undefined : `${pageAddress(frame)}${frame === ZEROS ? ' 0' : ''}`;
  return {
    kind: 'box',
    key: `map-${key}`,
    place,
    tone: isWrong ? 'bad' : 'vmm',
    size: 's',
    mono: true,
    text: page,
    sub: hpa ? `→${pageAddress(frame)}` : labels.noFrame,
    about: abouts.map(page, hpa),
    ...(!hpa && { ghost: true }),
    ...(now && { now }),
  };
}

function walkedCell(
  { key, va, guest, walked, isWrong }: Row,
  vmm: 'shadow' | 'nested',
  place: Place,
  now: boolean,
): Mark {
  const says = walked && leafSays(walked);
  const about = vmm === 'shadow' ? abouts.shadow(vaToHex(va), says) : abouts.ept(pageAddress(guest?.frame ?? 0), says);
  return {
    kind: 'box',
    key: `walked-${key}`,
    place,
    tone: isWrong && walked ? 'bad' : 'vmm',
    size: 's',
    mono: true,
    text: vmm === 'shadow' ? grouped(va) : guest ? pageAddress(guest.frame) : '–',
    sub: says ? `→${says}` : labels.notPresent,
    about,
    ...(!says && { ghost: true }),
    ...(now && { now }),
  };
}

const leafSays = ({ frame, rights }: Leaf): string => `${pageAddress(frame)} ${rightsToWord(rights)}`;

/** Lines from the MMU up to the tables that it walks. */
export function walkLines(state: State, { cells, mmu }: Layout): readonly Mark[] {
  const rows = rowsIn(state).length;
  const walks = { shadow: [2], nested: [0, 2], native: [0] }[state.machine.setup.vmm];
  return walks.flatMap((table): Mark[] => {
    const lowest = cells[table]?.[rows - 1];
    if (!lowest) return [];
    return [
      { kind: 'line', key: `walk-${table}`, place: riser(mmu, bottom(lowest)), arrow: true, tone: 'hw', bold: true },
    ];
  });
}

/** Straight up from the MMU where it stands below, else up from its right end and across. */
function riser(mmu: Place, to: Point): readonly Point[] {
  const end = mmu.x + mmu.w;
  if (to.x <= end) return [{ x: to.x, y: mmu.y }, to];
  const [side, over, across] = [end + 20, mmu.y + mmu.h / 2, mmu.y - 4];
  return [{ x: end, y: over }, { x: side, y: over }, { x: side, y: across }, { x: to.x, y: across }, to];
}
