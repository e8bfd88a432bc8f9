import { left, right } from '#kit/layout.ts';
import type { Box, Line, Mark, Sheet } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { type GuestName, guestNames, KERNEL_PAGE, PAGES, pageUses, VIRTUAL_PAGES } from './guests.ts';
import { frameOf, nameOf, type Place } from './host.ts';
import { guestPage, isMapped } from './kernel.ts';
import type { Layout } from './layout.ts';
import { isEdit, pageIn, type State } from './state.ts';
import { marks as say } from './words.ts';

const hexPage = (page: number): string => `0x${(page * 4096).toString(16).padStart(4, '0')}`;
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** Both guests: the process's pages, the guest's own, and which leads to which. */
export function pageMarks(state: State, layout: Layout, sheet: Sheet): readonly Mark[] {
  const short: Readonly<Record<'virtual' | 'physical' | 'host', Text>> = {
    virtual: both('GVA', 'GVA'),
    physical: both('GPA', 'GPA'),
    host: say.host,
  };
  const heads = layout.heads.map(({ key, of, at }): Mark => {
    const words = sheet === 'wide' ? say[of] : short[of];
    return { kind: 'label', key: `head-${key}`, place: at, text: words, size: 's', align: 'start' };
  });
  const guests = guestNames.flatMap((guest): Mark[] => [
    {
      kind: 'label',
      key: `guest-${guest}`,
      place: layout.names[guest],
      text: say.guest(guest),
      size: 'm',
      tone: 'guestKernel',
    },
    ...numbers(VIRTUAL_PAGES).flatMap((page) => mapLine(state, layout, guest, page)),
    ...numbers(VIRTUAL_PAGES).map((page) => virtualBox(state, layout, guest, page)),
    ...numbers(PAGES).map((page) => physicalBox(state, layout, { guest, page })),
  ]);
  return [...heads, ...guests];
}

/** A page that the guest's table maps, and the line it draws: bold once this access has come that way. */
function mapLine({ host, access, walk }: State, layout: Layout, guest: GuestName, page: number): Line[] {
  const to = isMapped(host, guest, page) ? guestPage(host, guest, page) : undefined;
  if (to === undefined) return [];
  const isTaken = access.guest === guest && pageIn(access.address) === page && walk.guestPhysical !== undefined;
  const place = [right(layout.virtual(guest, page)), left(layout.physical(guest, to))];
  return [{ kind: 'line', key: `map-${guest}${page}`, place, ...(isTaken && { tone: 'data', arrow: true }) }];
}

function virtualBox(state: State, layout: Layout, guest: GuestName, page: number): Box {
  const { host, access, walk, picked } = state;
  const at = hexPage(page);
  const isNow =
    access.guest === guest && pageIn(access.address) === page && walk.guestPhysical === undefined && !isEdit(state);
  return {
    kind: 'box',
    key: `virtual-${guest}${page}`,
    place: layout.virtual(guest, page),
    tone: page === KERNEL_PAGE ? 'guestKernel' : 'guestUser',
    text: at,
    size: 's',
    mono: true,
    ghost: !isMapped(host, guest, page),
    now: isNow,
    picked: picked.at === 'virtual' && picked.guest === guest && picked.page === page,
    move: ['read', guest, page],
    about: both(`guest-virtual page ${at} of guest ${guest}: read it`, `客户机 ${guest} 的虚拟页 ${at}：读它`),
  };
}

function physicalBox({ host, access, walk, picked, deed }: State, layout: Layout, place: Place): Box {
  const { guest, page } = place;
  const at = hexPage(page);
  const use = pageUses[page];
  const fault = access.guest === guest && walk.fault && 'guestPhysicalAddress' in walk.fault ? walk.fault : undefined;
  const isFaulting = fault !== undefined && Math.floor(fault.guestPhysicalAddress / 4096) === page;
  const isReached =
    access.guest === guest && walk.guestPhysical !== undefined && Math.floor(walk.guestPhysical / 4096) === page;
  const isMended = 'place' in deed && deed.kind !== 'picked-page' && nameOf(deed.place) === nameOf(place);
  return {
    kind: 'box',
    key: `physical-${guest}${page}`,
    place: layout.physical(guest, page),
    tone: page < 5 ? 'guestKernel' : 'guestUser',
    text: use ? `${at} ${use}` : at,
    size: 's',
    mono: true,
    ghost: frameOf(host, place) === undefined,
    now: isFaulting || isMended || (isReached && walk.hostPhysical === undefined && deed.kind === 'gpa'),
    picked: picked.at === 'physical' && nameOf(picked) === nameOf(place),
    move: ['pick', guest, page],
    about: both(
      `guest-physical page ${at} of guest ${guest}${use ? `, its ${use}` : ''}: choose it`,
      `客户机 ${guest} 的物理页 ${at}${use ? `，即 ${use}` : ''}：选中它`,
    ),
  };
}
