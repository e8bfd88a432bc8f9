/** The machines, the switches and the wires that exist. */
import type { Mark, Sheet } from '#kit/mark.ts';
import { cidrToText } from '#sim/net/address.ts';
import { pickMove, pickText, withMove } from './pick.ts';
import type { Places } from './places.ts';
import { hostMarks } from './sceneOfHost.ts';
import type { State } from './state.ts';
import { hasUplink, stackOf } from './wiring.ts';
import { plateOf, say, words } from './words.ts';

const middle = ({ x, w }: { readonly x: number; readonly w: number }): number => x + w / 2;

function guestMarks(state: State, at: Places, sheet: Sheet, guest: 'g1' | 'g2'): Mark[] {
  const place = at[guest];
  const stack = stackOf(state.network, guest);
  const address = stack.interfaces.eth0?.addresses[0];
  const via = stack.routes.find(({ to }) => to.bits === 0)?.via;
  const gateway = via && words.gateway(sheet === 'wide' ? via : `.${via.split('.')[3]}`);
  const line = (n: number) => ({ x: middle(place), y: place.y + at.line * (n + 0.55) });
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
      text: address?.ip ?? words.noAddress('eth0'),
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
        ? say(`Default route via ${via}`, `默认路由，经 ${via}`)
        : say('No default route: only its own network can be reached', '没有默认路由：只能到达自己的网络'),
    },
  ];
}

function outsideMarks(state: State, at: Places): Mark[] {
  const { out: place } = at;
  const stack = stackOf(state.network, 'out');
  const address = stack.interfaces.eth0?.addresses[0];
  const route = stack.routes[0];
  const to = route ? cidrToText(route.to).replace('0.0.0.0/0', 'default') : '10.0.0.0/24';
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
      text: address?.ip ?? words.noAddress('eth0'),
      mono: true,
      size: 's',
    },
    {
      kind: 'box',
      key: 'out-route',
      place: at.route,
      text: route ? to : words.noRoute,
      sub: route ? words.via(route.via ?? '') : to,
      size: 's',
      mono: route !== undefined,
      ghost: !route,
      about: route
        ? say(
            `The outside machine sends packets for ${to} to ${route.via}`,
            `外部机器把发给 ${to} 的报文送给 ${route.via}`,
          )
        : say('The outside machine has no route to the guests’ network', '外部机器没有到客户机网络的路由'),
    },
  ];
}

function lanMarks(at: Places): Mark[] {
  const { sw0 } = at;
  return [
    { kind: 'box', key: 'sw0', tone: 'hw', place: sw0 },
    {
      kind: 'label',
      key: 'sw0-name',
      tone: 'hw',
      size: 's',
      place: { x: middle(sw0), y: sw0.y + at.line * 0.75 },
      text: plateOf.sw0,
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
    ...at.taps.map((place, i): Mark => ({ kind: 'label', key: `tap${i + 1}`, place, text: `tap${i + 1}`, size: 's' })),
  ];
}

export const machineMarks = (state: State, at: Places, sheet: Sheet): Mark[] => [
  ...hostMarks(state, at),
  ...wireMarks(state, at),
  ...guestMarks(state, at, sheet, 'g1'),
  ...guestMarks(state, at, sheet, 'g2'),
  ...outsideMarks(state, at),
  ...lanMarks(at),
];
