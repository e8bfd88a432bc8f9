/**
 * A machine's IPv4 stack, as Linux has it: addresses belong to the machine,
 * not to an interface (the weak end-system model of RFC 1122, 3.3.4.2;
 * Documentation/networking/ip-sysctl.rst, arp_ignore = 0, rp_filter = 0).
 */
import { type Cidr, type Ip, isBroadcastOf, isInNetwork, type Mac, networkOf } from './address.ts';
import type { FlowTable } from './conntrack.ts';
import type { Packet } from './frame.ts';
import { longestMatch, type Route } from './route.ts';

export interface Interface {
  readonly mac: Mac;
  readonly addresses: readonly Cidr[];
}
/** What is known of a neighbour: its MAC, or nothing yet, and then these packets wait for it. */
export type Neighbour = { readonly mac: Mac } | { readonly waiting: readonly Packet[] };

export interface Stack {
  readonly interfaces: Readonly<Record<string, Interface>>;
  /** The routes that somebody set; those to connected networks follow from the addresses. */
  readonly routes: readonly Route[];
  readonly forwarding: boolean;
  /** Flows, where connection tracking is on; and the rule by which new ones get another source. */
  readonly flows?: FlowTable;
  readonly masquerade?: { readonly from: Cidr; readonly dev: string };
  /** The ARP cache: `eth0 10.0.0.1` → neighbour. */
  readonly neighbours: Readonly<Record<string, Neighbour>>;
  /** TCP: ports with a listener, connections half way, and the peers that were accepted. */
  readonly listens: readonly number[];
  readonly opening: readonly string[];
  readonly accepted: readonly Ip[];
}

export const makeStack = (interfaces: Stack['interfaces'], more: Partial<Stack> = {}): Stack => ({
  interfaces,
  routes: [],
  forwarding: false,
  neighbours: {},
  listens: [],
  opening: [],
  accepted: [],
  ...more,
});

export const addressesOf = (stack: Stack): readonly Cidr[] =>
  Object.values(stack.interfaces).flatMap(({ addresses }) => addresses);

/** Whether the machine has the address, on whichever interface. */
export const ownsAddress = (stack: Stack, ip: Ip): boolean =>
  ip.startsWith('127.') || addressesOf(stack).some((own) => own.ip === ip);

/** Whether everyone in one of the machine's networks is meant. */
export const isBroadcast = (stack: Stack, ip: Ip): boolean =>
  ip === '255.255.255.255' || addressesOf(stack).some((own) => isBroadcastOf(ip, own));

/** The networks the machine is connected to, then the routes that were set. */
export const routesOf = (stack: Stack): readonly Route[] => [
  ...Object.entries(stack.interfaces).flatMap(([dev, { addresses }]) =>
    addresses.map((address): Route => ({ to: networkOf(address), dev })),
  ),
  ...stack.routes,
];

/** The source address for what leaves by an interface towards a next hop: one of its network, one of the interface, any. */
export function sourceFor(stack: Stack, dev: string, hop: Ip): Ip | undefined {
  const here = stack.interfaces[dev]?.addresses ?? [];
  return (here.find((own) => isInNetwork(hop, own)) ?? here[0] ?? addressesOf(stack)[0])?.ip;
}

/** The source address the machine would use to reach a destination; none where it has no route. */
export function sourceTowards(stack: Stack, destination: Ip): Ip | undefined {
  if (ownsAddress(stack, destination)) return destination;
  const route = longestMatch(routesOf(stack), destination);
  return route && sourceFor(stack, route.dev, route.via ?? destination);
}

/** `ip neigh flush all` and an empty flow table: what was learned is forgotten. */
export const flushStack = (stack: Stack): Stack => ({ ...stack, neighbours: {}, ...(stack.flows && { flows: [] }) });
