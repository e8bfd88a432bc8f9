/** Machines and bridges joined by cables, and what happens when frames cross one. */
import { type Bridge, type Bridged, bridgeFrame } from './bridge.ts';
import type { Deed } from './deed.ts';
import type { Frame } from './frame.ts';
import { receive } from './receive.ts';
import type { Leaving } from './send.ts';
import type { Stack } from './stack.ts';

/** Where a cable ends: a machine's interface, or a port of a bridge. */
export interface End {
  readonly node: string;
  readonly port: string;
}
export interface Network {
  readonly stacks: Readonly<Record<string, Stack>>;
  readonly bridges: Readonly<Record<string, Bridge>>;
  readonly cables: readonly (readonly [End, End])[];
}

/** A frame at the near end of the cable it is about to cross. */
export interface Copy {
  readonly from: End;
  readonly frame: Frame;
}
/** Copies of one frame, which a bridge has made: they cross at the same time. */
export type Flight = readonly Copy[];

/** One frame across one cable, and what the receiver did with it. */
export interface Hop {
  readonly from: End;
  readonly to: End;
  readonly frame: Frame;
  readonly done: { readonly by: 'bridge'; readonly bridged: Bridged } | { readonly by: 'stack'; readonly deed: Deed };
}
export interface Crossed {
  readonly network: Network;
  readonly hops: readonly Hop[];
  readonly flights: readonly Flight[];
}

export const sameEnd = (a: End, b: End): boolean => a.node === b.node && a.port === b.port;

/** The far end of the cable that is plugged in here. */
export function farEnd({ cables }: Network, end: End): End | undefined {
  const cable = cables.find(([a, b]) => sameEnd(a, end) || sameEnd(b, end));
  return cable && (sameEnd(cable[0], end) ? cable[1] : cable[0]);
}

/** The frames a machine sends, each a flight of its own. */
export const flightsFrom = (node: string, leaving: readonly Leaving[]): readonly Flight[] =>
  leaving.map(({ dev, frame }) => [{ from: { node, port: dev }, frame }]);

export const withStack = (network: Network, node: string, stack: Stack): Network => ({
  ...network,
  stacks: { ...network.stacks, [node]: stack },
});

function cross(network: Network, { from, frame }: Copy): Crossed {
  const to = farEnd(network, from);
  const bridge = to && network.bridges[to.node];
  const stack = to && network.stacks[to.node];
  if (to && bridge) {
    const bridged = bridgeFrame(bridge, to.port, frame);
    const bridges = { ...network.bridges, [to.node]: bridged.bridge };
    const flight = bridged.out.map((port): Copy => ({ from: { node: to.node, port }, frame }));
    const flights = flight.length ? [flight] : [];
    return { network: { ...network, bridges }, hops: [{ from, to, frame, done: { by: 'bridge', bridged } }], flights };
  }
  if (to && stack) {
    const { stack: after, leaving, deed } = receive(stack, to.port, frame);
    const hops: Hop[] = [{ from, to, frame, done: { by: 'stack', deed } }];
    return { network: withStack(network, to.node, after), hops, flights: flightsFrom(to.node, leaving) };
  }
  return { network, hops: [], flights: [] };
}

/** All copies of a flight cross their cables, and every receiver does its part. */
export const crossFlight = (network: Network, flight: Flight): Crossed =>
  flight.reduce<Crossed>(
    (so, copy) => {
      const one = cross(so.network, copy);
      return { network: one.network, hops: [...so.hops, ...one.hops], flights: [...so.flights, ...one.flights] };
    },
    { network, hops: [], flights: [] },
  );
