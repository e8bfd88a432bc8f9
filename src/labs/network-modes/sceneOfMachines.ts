/** The machines, the switches and the wires that exist. */
import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { ending } from './names.ts';
import { pickMove, pickText, withMove } from './pick.ts';
import type { Places } from './places.ts';
import { hostMarks, portMarks } from './sceneOfHost.ts';
import { lanMarks } from './sceneOfLan.ts';
import type { State } from './state.ts';
import { hasUplink, stackOf } from './wiring.ts';
import { plateOf, words } from './words.ts';

const middle = ({ x, w }: { readonly x: number; readonly w: number }): number => x + w / 2;

function guestMarks(state: State, at: Places, guest: 'g1' | 'g2'): Mark[] {
  const place = at[guest];
  const stack = stackOf(state.network, guest);
  const address = stack.interfaces.eth0?.addresses[0];
  const via = stack.routes.find(({ to }) => to.bits === 0)?.via;
  const gateway = via && words.gateway(ending(via, at.letters.gateway));
  const line = (n: number) => ({ x: middle(place), y: place.y + at.line * (n + 0.66) });
  const name = plateOf[guest];
  return [
    {
      kind: 'box',
      key: guest,
      tone: 'guestKernel',
      place,
      picked: state.picked === guest,
      about: pickText(state, guest, name),
      ...withMove(pickMove(state, guest, guest)),
    },
    { kind: 'label', key: `${guest}-name`, place: line(0), text: name, tone: 'guestKernel' },
    {
      kind: 'label',
      key: `${guest}-address`,
      place: line(1),
      text: address ? ending(address.ip, at.letters.address) : words.noAddressAtAll,
      mono: true,
      size: 's',
    },
    {
      kind: 'label',
      key: `${guest}-gateway`,
      place: line(2),
      text: gateway || words.noGateway,
      size: 's',
      ghost: !gateway,
      about: gateway
        ? both(`Default route via ${via}`, `默认路由，经 ${via}`)
        : both('No default route: only its own network can be reached', '没有默认路由：只能到达自己的网络'),
    },
  ];
}

function wireMarks(state: State, at: Places): Mark[] {
  const uplink = hasUplink(state.network);
  const missing: Readonly<Record<string, boolean>> = { uplink: !uplink, eth0: uplink };
  return [
    ...Object.entries(at.wires).map(
      ([name, place]): Mark => ({
        kind: 'line',
        key: `wire-${name}`,
        place,
        ghost: missing[name] ?? false,
        ...(name === 'uplink' && { text: words.uplink, size: 's' }),
      }),
    ),
    ...at.taps.map(
      (place, i): Mark => ({
        kind: 'label',
        key: `tap${i + 1}`,
        place,
        align: i === 0 ? 'start' : 'end',
        text: `tap${i + 1}`,
        size: 's',
      }),
    ),
  ];
}

export const machineMarks = (state: State, at: Places): Mark[] => [
  ...hostMarks(state, at),
  ...wireMarks(state, at),
  ...portMarks(state, at),
  ...guestMarks(state, at, 'g1'),
  ...guestMarks(state, at, 'g2'),
  ...lanMarks(state, at),
];
