/** What a typed command changes. iproute2: ip-address(8), ip-route(8), bridge(8); nft(8); sysctl(8). */
import { type Cidr, type Ip, isInNetwork, sameCidr } from '#sim/net/address.ts';
import { flushBridge } from '#sim/net/bridge.ts';
import { type Network, withStack } from '#sim/net/network.ts';
import { longestMatch, type Route } from '#sim/net/route.ts';
import { ownsAddress, routesOf, type Stack } from '#sim/net/stack.ts';
import type { Command } from './script.ts';
import type { Refusal } from './state.ts';
import { GUEST_NETWORK, hasUplink, type Machine, stackOf } from './wiring.ts';

export type Changed = { readonly network: Network } | { readonly refused: Refusal };
type Change = Exclude<Command, { kind: 'ping' | 'connect' }>;

function changeAddress(stack: Stack, change: 'add' | 'del', address: Cidr, dev: string): Stack | Refusal {
  const held = stack.interfaces[dev];
  if (!held) return 'no-device';
  const has = held.addresses.some((own) => sameCidr(own, address));
  if (change === 'add' && has) return 'exists';
  if (change === 'del' && !has) return 'no-such-address';
  const addresses = has ? held.addresses.filter((own) => !sameCidr(own, address)) : [...held.addresses, address];
  return { ...stack, interfaces: { ...stack.interfaces, [dev]: { ...held, addresses } } };
}

/** The next hop of a new route has to be on a connected network, and somebody else. */
function addRoute(stack: Stack, to: Cidr, via: Ip): Stack | Refusal {
  if (routesOf(stack).some((route) => sameCidr(route.to, to))) return 'exists';
  const connected = routesOf(stack).filter((route) => route.via === undefined && isInNetwork(via, route.to));
  const dev = longestMatch(connected, via)?.dev;
  if (!dev || ownsAddress(stack, via)) return 'bad-gateway';
  return { ...stack, routes: [...stack.routes, { to, dev, via }] };
}

function deleteRoute(stack: Stack, to: Cidr): Stack | Refusal {
  const isIt = (route: Route) => sameCidr(route.to, to);
  return stack.routes.some(isIt) ? { ...stack, routes: stack.routes.filter((route) => !isIt(route)) } : 'no-such-route';
}

function changeNat(stack: Stack, on: boolean): Stack {
  const { masquerade, ...rest } = stack;
  const flows = stack.flows ?? [];
  return on ? { ...rest, flows, masquerade: masquerade ?? { from: GUEST_NETWORK, dev: 'eth0' } } : { ...rest, flows };
}

function changeStack(stack: Stack, command: Exclude<Change, { kind: 'forget' }>): Stack | Refusal {
  switch (command.kind) {
    case 'address':
      return changeAddress(stack, command.change, command.address, command.dev);
    case 'add-route':
      return addRoute(stack, command.to, command.via);
    case 'delete-route':
      return deleteRoute(stack, command.to);
    case 'forwarding':
      return { ...stack, forwarding: command.on };
    case 'nat':
      return changeNat(stack, command.on);
  }
}

/** The network after the command, or why it stays as it is. */
export function runCommand(network: Network, on: Machine, command: Change): Changed {
  if (command.kind === 'forget' && command.what === 'fdb') {
    const { br0 } = network.bridges;
    return { network: br0 ? { ...network, bridges: { ...network.bridges, br0: flushBridge(br0) } } : network };
  }
  const stack = stackOf(network, on);
  if (command.kind === 'forget') return { network: withStack(network, on, { ...stack, neighbours: {} }) };
  if (command.kind === 'address' && command.dev === 'eth0' && on === 'host' && hasUplink(network))
    return { refused: 'port-of-bridge' };
  const after = changeStack(stack, command);
  return typeof after === 'string' ? { refused: after } : { network: withStack(network, on, after) };
}
