import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { cidrToText } from '#sim/net/address.ts';
import { pickMove, pickText, withMove } from './pick.ts';
import type { Places } from './places.ts';
import { mainHop, type State } from './state.ts';
import { stackOf, type Target } from './wiring.ts';
import { words } from './words.ts';

const hasTranslated = ({ hops }: State): boolean => {
  const done = mainHop(hops)?.done;
  return done?.by === 'stack' && done.deed.did === 'forwarded' && done.deed.translated !== undefined;
};

/** A long address that somebody typed is shown without its prefix length, for want of room. */
const shortened = (text: string): string => (text.length > 20 ? text.replace(/\/\d+$/, '') : text);

function addressMark(state: State, at: Places, dev: 'br0' | 'eth0'): Mark {
  const held = stackOf(state.network, 'host').interfaces[dev]?.addresses[0];
  const target: Target = dev === 'br0' ? 'host' : 'hostLan';
  const text: string | Text = held ? shortened(`${dev} ${cidrToText(held)}`) : words.noAddress(dev);
  const name = held
    ? both(`the host’s ${held.ip}`, `宿主机的 ${held.ip}`)
    : both(`the host on ${dev}`, `宿主机的 ${dev}`);
  const move = state.picked && (held || dev === 'br0') ? pickMove(state, undefined, target) : undefined;
  return {
    kind: 'box',
    key: `${dev}-address`,
    tone: 'host',
    place: at[`${dev}Address`],
    text,
    size: 's',
    mono: held !== undefined,
    ghost: !held,
    about: move
      ? pickText(state, undefined, name)
      : both(
          `Interface ${dev} of the host: ${held ? cidrToText(held) : 'no address'}`,
          `宿主机的接口 ${dev}：${held ? cidrToText(held) : '无地址'}`,
        ),
    ...withMove(move),
  };
}

const gateMark = (forwarding: boolean, at: Places): Mark => ({
  kind: 'line',
  key: 'gate',
  tone: 'host',
  place: forwarding ? at.gate.open : at.gate.shut,
  bold: true,
  ghost: forwarding,
  about: forwarding
    ? both('The gate is open: packets for others are passed on', '闸门开着：发给别人的报文会被转出')
    : both('The gate is shut: packets for others are dropped', '闸门关着：发给别人的报文会被丢弃'),
});

function natMark(state: State, at: Places): Mark {
  const { masquerade } = stackOf(state.network, 'host');
  return {
    kind: 'box',
    key: 'nat',
    tone: 'host',
    place: at.nat,
    text: 'NAT',
    size: 's',
    ghost: !masquerade,
    now: hasTranslated(state),
    about: masquerade
      ? both(
          'New flows from 10.0.0.0/24 leave eth0 under the host’s address',
          '来自 10.0.0.0/24 的新流经 eth0 出去时换成宿主机的地址',
        )
      : both('No NAT rule: addresses are left alone', '没有 NAT 规则：地址不改'),
  };
}

/** The host’s IP stack as a station on the way: its addresses, the gate for other people’s packets, the NAT stamp. */
export function stackMarks(state: State, at: Places): Mark[] {
  const { forwarding } = stackOf(state.network, 'host');
  return [
    {
      kind: 'box',
      key: 'stack',
      tone: 'host',
      place: at.stack,
      about: both('The host’s IP stack: routes, forwarding, NAT', '宿主机的 IP 协议栈：路由、转发、NAT'),
    },
    {
      kind: 'label',
      key: 'forwarding',
      tone: 'host',
      size: 's',
      align: 'start',
      place: at.forwarding,
      text: forwarding ? words.forwardingOn : words.forwardingOff,
    },
    gateMark(forwarding, at),
    natMark(state, at),
    addressMark(state, at, 'br0'),
    addressMark(state, at, 'eth0'),
  ];
}
