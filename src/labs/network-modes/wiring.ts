/**
 * The machines and cables of the lab, as `network-modes.sh` builds them from
 * network namespaces: two guests on taps in the host's bridge, the host's NIC
 * and the outside machine on a LAN switch.
 */
import { type Cidr, EVERYWHERE, type Ip, type Mac } from '#sim/net/address.ts';
import type { End, Network } from '#sim/net/network.ts';
import type { Route } from '#sim/net/route.ts';
import { makeStack, type Stack } from '#sim/net/stack.ts';

/** The six switches, by the names of the controls. */
export interface Switches {
  readonly uplink: boolean;
  readonly hostAddress: boolean;
  readonly forwarding: boolean;
  readonly nat: boolean;
  readonly gateway: boolean;
  readonly returnRoute: boolean;
}

export const machines = ['g1', 'g2', 'host', 'out'] as const;
export type Machine = (typeof machines)[number];
export const targets = ['g1', 'g2', 'host', 'hostLan', 'out'] as const;
/** What can be pinged: a machine, and the host by its address on its own network or by that on the LAN. */
export type Target = (typeof targets)[number];

export const isMachine = (word: string): word is Machine => machines.some((machine) => machine === word);

/** QEMU's prefix for virtual NICs and one of Intel's for real ones; the last byte is the address's last number. */
export const macs: Readonly<Record<'g1' | 'g2' | 'br0' | 'eth0' | 'out', Mac>> = {
  g1: '52:54:00:00:00:65',
  g2: '52:54:00:00:00:66',
  br0: '52:54:00:00:00:01',
  eth0: '3c:fd:fe:00:00:0a',
  out: '3c:fd:fe:00:00:32',
};

export const LAN_ADDRESS: Ip = '192.168.1.10';
export const OUT_ADDRESS: Ip = '192.168.1.50';
export const GUEST_NETWORK: Cidr = { ip: '10.0.0.0', bits: 24 };
/** Where the outside machine listens, as in `network-modes.sh`. */
export const OUT_PORT = 8080;

const slash24 = (ip: Ip): Cidr => ({ ip, bits: 24 });
const end = (node: string, port: string): End => ({ node, port });

/** The host's address on the network it shares with the guests, where it has one. */
export const insideAddress = (uplink: boolean): Ip => (uplink ? LAN_ADDRESS : '10.0.0.1');

function hostStack({ uplink, hostAddress, forwarding, nat }: Switches): Stack {
  const br0 = hostAddress ? [slash24(insideAddress(uplink))] : [];
  // With eth0 as a port the bridge takes over its MAC, the lowest of its ports', since taps begin with fe: (libvirt).
  const interfaces: Stack['interfaces'] = uplink
    ? { br0: { mac: macs.eth0, addresses: br0 } }
    : { br0: { mac: macs.br0, addresses: br0 }, eth0: { mac: macs.eth0, addresses: [slash24(LAN_ADDRESS)] } };
  const rule = nat && { flows: [], masquerade: { from: GUEST_NETWORK, dev: 'eth0' } };
  return makeStack(interfaces, { forwarding, ...rule });
}

function guestStack(number: 1 | 2, { uplink, gateway }: Switches): Stack {
  const address = slash24(`${uplink ? '192.168.1' : '10.0.0'}.10${number}`);
  const eth0 = { mac: number === 1 ? macs.g1 : macs.g2, addresses: [address] };
  const routes: Route[] = gateway ? [{ to: EVERYWHERE, dev: 'eth0', via: insideAddress(uplink) }] : [];
  return makeStack({ eth0 }, { routes });
}

function outStack({ returnRoute }: Switches): Stack {
  const routes: Route[] = returnRoute ? [{ to: GUEST_NETWORK, dev: 'eth0', via: LAN_ADDRESS }] : [];
  const eth0 = { mac: macs.out, addresses: [slash24(OUT_ADDRESS)] };
  return makeStack({ eth0 }, { routes, listens: [OUT_PORT] });
}

/** The network that the switches make, with nothing learned yet. */
export function wire(switches: Switches): Network {
  const { uplink } = switches;
  const own = { port: 'br0', mac: uplink ? macs.eth0 : macs.br0 };
  return {
    stacks: {
      g1: guestStack(1, switches),
      g2: guestStack(2, switches),
      host: hostStack(switches),
      out: outStack(switches),
    },
    bridges: {
      br0: { ports: [...(uplink ? ['eth0'] : []), 'br0', 'tap1', 'tap2'], own, fdb: {} },
      sw0: { ports: ['p1', 'p2'], fdb: {} },
    },
    cables: [
      [end('g1', 'eth0'), end('br0', 'tap1')],
      [end('g2', 'eth0'), end('br0', 'tap2')],
      [end('host', 'br0'), end('br0', 'br0')],
      [uplink ? end('br0', 'eth0') : end('host', 'eth0'), end('sw0', 'p1')],
      [end('out', 'eth0'), end('sw0', 'p2')],
    ],
  };
}

export const stackOf = (network: Network, machine: Machine): Stack => network.stacks[machine] ?? makeStack({});

/** Whether the host's NIC is a port of the bridge. */
export const hasUplink = ({ bridges }: Network): boolean => bridges.br0?.ports.includes('eth0') ?? false;

/** The address by which a target is pinged: the one it has now, or the one it would have. */
export function targetAddress(network: Network, target: Target): Ip {
  const first = (machine: Machine, dev: string) => stackOf(network, machine).interfaces[dev]?.addresses[0]?.ip;
  const uplink = hasUplink(network);
  switch (target) {
    case 'g1':
    case 'g2':
      return first(target, 'eth0') ?? `${uplink ? '192.168.1' : '10.0.0'}.10${target === 'g1' ? 1 : 2}`;
    case 'host':
      return first('host', 'br0') ?? insideAddress(uplink);
    case 'hostLan':
      return uplink ? (first('host', 'br0') ?? LAN_ADDRESS) : (first('host', 'eth0') ?? LAN_ADDRESS);
    case 'out':
      return first('out', 'eth0') ?? OUT_ADDRESS;
  }
}

const pair = <F extends Machine, T extends Target>(from: F, ...to: readonly T[]) =>
  to.map((each) => [from, each] as const);
/** Who may ping whom, in the order of the matrix. */
export const pairs: readonly (readonly [Machine, Target])[] = [
  ...pair('g1', 'g2', 'host', 'hostLan', 'out'),
  ...pair('g2', 'g1', 'host', 'hostLan', 'out'),
  ...pair('host', 'g1', 'g2', 'out'),
  ...pair('out', 'g1', 'g2', 'host', 'hostLan'),
];
