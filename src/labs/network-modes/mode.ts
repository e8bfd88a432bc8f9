import { both, type Text } from '#kit/text.ts';
import { isInNetwork } from '#sim/net/address.ts';
import type { Network } from '#sim/net/network.ts';
import { addressesOf } from '#sim/net/stack.ts';
import type { State } from './state.ts';
import { hasUplink, stackOf } from './wiring.ts';

export type Mode = 'bridged' | 'isolated' | 'host-only' | 'routed' | 'NAT' | 'other';

/** The name that the four switches make, read off the network as it is now. */
export function modeOf(network: Network): Mode {
  const host = stackOf(network, 'host');
  const here = host.interfaces.br0?.addresses ?? [];
  const guests = [...addressesOf(stackOf(network, 'g1')), ...addressesOf(stackOf(network, 'g2'))];
  if (hasUplink(network)) return 'bridged';
  if (here.length === 0) return 'isolated';
  if (!here.some((own) => guests.some(({ ip }) => isInNetwork(ip, own)))) return 'other';
  if (!host.forwarding) return 'host-only';
  return host.masquerade ? 'NAT' : 'routed';
}

const phrases: Readonly<Record<Mode, Text>> = {
  bridged: both('bridged mode', '桥接模式下'),
  isolated: both('isolated mode', '隔离模式下'),
  'host-only': both('host-only mode', '仅主机模式下'),
  routed: both('routed mode', '路由模式下'),
  NAT: both('NAT mode', ' NAT 模式下'),
  other: both('this network', '这个网络里'),
};
/** The mode in a sentence: "in NAT mode". */
export const modePhrase = ({ network }: State): Text => phrases[modeOf(network)];

const plates: Readonly<Record<Mode, Text>> = {
  bridged: both('bridged', '桥接模式'),
  isolated: both('isolated', '隔离模式'),
  'host-only': both('host-only', '仅主机模式'),
  routed: both('routed', '路由模式'),
  NAT: both('NAT', 'NAT 模式'),
  other: both('no known mode', '不属于任何模式'),
};
/** The mode as the picture's headline. */
export const modePlate = ({ network }: State): Text => plates[modeOf(network)];
