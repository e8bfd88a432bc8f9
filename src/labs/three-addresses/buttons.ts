import type { Box, Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import { isUsed } from './edit.ts';
import { homes, KERNEL_PAGE } from './guests.ts';
import { frameOf, type Place, twinsOf } from './host.ts';
import { isMapped } from './kernel.ts';
import type { Layout } from './layout.ts';
import type { State, ThreeMove } from './state.ts';
import { marks as say } from './words.ts';

interface Button {
  readonly move: ThreeMove;
  readonly text: Text;
}

const hexPage = (page: number): string => `0x${(page * 4096).toString(16)}`;

/** What can be done with what is picked. */
export function buttonMarks(state: State, { buttons }: Layout): readonly Mark[] {
  const [first] = buttons;
  if (state.picked.at === 'frame' && first) {
    const place = { x: first.x, y: first.y + first.h / 2 };
    return [{ kind: 'label', key: 'another', place, text: say.another, size: 's', align: 'start' }];
  }
  return offered(state).flatMap(({ move, text }, i): Box[] => {
    const place = buttons[i];
    return place ? [{ kind: 'box', key: `do-${move[0]}`, place, text, move, size: 's' }] : [];
  });
}

function offered({ host, picked }: State): readonly Button[] {
  if (picked.at === 'virtual') return picked.page < 0 ? [] : forVirtual(host, picked.guest, picked.page);
  return picked.at === 'physical' ? forPhysical(host, picked) : [];
}

function forVirtual(host: State['host'], guest: Place['guest'], page: number): readonly Button[] {
  const at = `${guest} ${hexPage(page)}`;
  const again: Button = { move: ['read', guest, page], text: say.read(at) };
  const write: Button = { move: ['write', guest, page], text: say.write(at) };
  const canUnmap = homes[page] !== undefined && page !== KERNEL_PAGE && isMapped(host, guest, page);
  return [again, write, ...(canUnmap ? [{ move: ['unmap', guest, page], text: say.unmap(at) } as const] : [])];
}

function forPhysical(host: State['host'], place: Place): readonly Button[] {
  if (frameOf(host, place) === undefined) return [];
  const { guest, page } = place;
  const at = `${guest} ${hexPage(page)}`;
  const unback: Button = {
    move: ['unback', guest, page],
    text: isUsed(host, place) ? say.pageOut(at) : say.balloon(at),
  };
  return [
    unback,
    ...(twinsOf(host, place).length ? [{ move: ['share', guest, page], text: say.share(at) } as const] : []),
  ];
}
