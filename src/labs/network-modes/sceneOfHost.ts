/** The inside of the host: bridge, IP stack, NIC, and what the switches do to them. */
import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { pickMove, pickText, withMove } from './pick.ts';
import type { Places } from './places.ts';
import { stackMarks } from './sceneOfStack.ts';
import type { State } from './state.ts';
import { hasUplink } from './wiring.ts';
import { plateOf } from './words.ts';

/** The ports by which the bridge has just sent a frame on are outlined. */
export function portMarks({ hops, network }: State, at: Places): Mark[] {
  const done = hops.find(({ to }) => to.node === 'br0')?.done;
  const used = done?.by === 'bridge' ? done.bridged.out : [];
  return (['tap1', 'tap2', 'br0', 'eth0'] as const).map((port): Mark => {
    const isThere = network.bridges.br0?.ports.includes(port) ?? false;
    const place = at.ports[port];
    return { kind: 'box', key: `port-${port}`, tone: 'host', place, ghost: !isThere, now: used.includes(port) };
  });
}

const bridgeMarks = (at: Places): Mark[] => [
  {
    kind: 'box',
    key: 'br0',
    tone: 'host',
    place: at.br0,
    about: both('br0: a bridge, a switch made of software', 'br0：网桥，即软件做的交换机'),
  },
  {
    kind: 'label',
    key: 'br0-name',
    tone: 'host',
    place: at.br0Name,
    text: plateOf.br0,
  },
];

const nicMark = ({ network }: State, at: Places): Mark => ({
  kind: 'box',
  key: 'eth0',
  tone: 'hw',
  place: at.eth0,
  text: 'eth0',
  mono: true,
  size: 's',
  about: hasUplink(network)
    ? both('eth0, the host’s NIC: a port of br0 now', 'eth0，宿主机的网卡：现在是 br0 的端口')
    : both('eth0, the host’s NIC', 'eth0，宿主机的网卡'),
});

export function hostMarks(state: State, at: Places): Mark[] {
  return [
    { kind: 'box', key: 'host', place: at.host, tone: 'host', ghost: true },
    {
      kind: 'box',
      key: 'host-name',
      tone: 'host',
      place: at.hostName,
      text: plateOf.host,
      picked: state.picked === 'host',
      about: pickText(state, 'host', plateOf.host),
      ...withMove(pickMove(state, 'host', 'host')),
    },
    ...bridgeMarks(at),
    ...stackMarks(state, at),
    nicMark(state, at),
  ];
}
