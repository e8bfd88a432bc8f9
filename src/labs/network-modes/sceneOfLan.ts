import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { cidrToText } from '#sim/net/address.ts';
import { modePlate } from './mode.ts';
import { ending } from './names.ts';
import { pickMove, pickText, withMove } from './pick.ts';
import type { Places } from './places.ts';
import type { State } from './state.ts';
import { GUEST_NETWORK, stackOf } from './wiring.ts';
import { plateOf, words } from './words.ts';

const middle = ({ x, w }: { readonly x: number; readonly w: number }): number => x + w / 2;

/** The outside machine's route table, as far as somebody has set it. */
function routeMark({ network }: State, at: Places): Mark {
  const [route] = stackOf(network, 'out').routes;
  const to = route ? cidrToText(route.to).replace('0.0.0.0/0', 'default') : cidrToText(GUEST_NETWORK);
  return {
    kind: 'box',
    key: 'out-route',
    place: at.route,
    text: route ? to : words.noRoute,
    sub: route ? words.via(ending(route.via ?? '', at.letters.via)) : to,
    size: 's',
    mono: route !== undefined,
    ghost: !route,
    about: route
      ? both(
          `The outside machine sends packets for ${to} to ${route.via}`,
          `外部机器把发给 ${to} 的报文送给 ${route.via}`,
        )
      : both('The outside machine has no route to the guests’ network', '外部机器没有到客户机网络的路由'),
  };
}

function outsideMarks(state: State, at: Places): Mark[] {
  const { out: place } = at;
  const stack = stackOf(state.network, 'out');
  const address = stack.interfaces.eth0?.addresses[0];
  const line = (n: number) => ({ x: middle(place), y: place.y + (place.h / 2) * (n + 0.52) });
  return [
    {
      kind: 'box',
      key: 'out',
      place,
      picked: state.picked === 'out',
      about: pickText(state, 'out', plateOf.out),
      ...withMove(pickMove(state, 'out', 'out')),
    },
    { kind: 'label', key: 'out-name', place: line(0), text: plateOf.out },
    {
      kind: 'label',
      key: 'out-address',
      place: line(1),
      text: address ? ending(address.ip, at.letters.address) : words.noAddressAtAll,
      mono: true,
      size: 's',
    },
    routeMark(state, at),
  ];
}

/** What stands outside the host: the LAN's switch and the outside machine; and the mode as a headline. */
export function lanMarks(state: State, at: Places): Mark[] {
  const { sw0, mode } = at;
  return [
    ...outsideMarks(state, at),
    {
      kind: 'box',
      key: 'sw0',
      tone: 'hw',
      place: sw0,
      about: both('sw0: the switch of the LAN', 'sw0：局域网的交换机'),
    },
    {
      kind: 'label',
      key: 'sw0-name',
      tone: 'hw',
      size: 's',
      place: { x: middle(sw0), y: sw0.y + at.line * 0.75 },
      text: plateOf.sw0,
    },
    { kind: 'label', key: 'mode', size: 'l', place: mode, text: modePlate(state) },
  ];
}
