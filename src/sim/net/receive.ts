/** The way into a stack. Linux: net/ipv4/arp.c (arp_process), ip_input.c, ip_forward.c, route.c (ip_error). */
import { BROADCAST, type Ip, type Mac } from './address.ts';
import { type Standing, trackIn, trackOut } from './conntrack.ts';
import { deliver, type Received } from './deliver.ts';
import type { Arp, Frame, Packet } from './frame.ts';
import { longestMatch } from './route.ts';
import { type Leaving, neighbourKey, send, sendError, toFrame } from './send.ts';
import { isBroadcast, ownsAddress, routesOf, type Stack } from './stack.ts';

const ignore = (stack: Stack, why: 'other-mac' | 'other-address' | 'own-source'): Received => ({
  stack,
  leaving: [],
  deed: { did: 'ignored', why },
});

/** Notes a neighbour's MAC and sends what has waited for it. */
function learn(stack: Stack, dev: string, ip: Ip, mac: Mac): { stack: Stack; leaving: Leaving[]; released: Packet[] } {
  const key = neighbourKey(dev, ip);
  const before = stack.neighbours[key];
  const released = before && 'waiting' in before ? [...before.waiting] : [];
  const learned = { ...stack, neighbours: { ...stack.neighbours, [key]: { mac } } };
  return { stack: learned, leaving: released.map((packet) => toFrame(learned, dev, mac, packet)), released };
}

function receiveArp(stack: Stack, dev: string, { id, op, senderIp, senderMac, targetIp }: Arp): Received {
  if (ownsAddress(stack, senderIp)) return ignore(stack, 'own-source');
  if (!ownsAddress(stack, targetIp)) return ignore(stack, 'other-address');
  const known = stack.neighbours[neighbourKey(dev, senderIp)];
  if (op === 'reply' && !known) return { stack, leaving: [], deed: { did: 'ignored', why: 'unexpected' } };
  const learned = learn(stack, dev, senderIp, senderMac);
  if (op === 'reply')
    return {
      stack: learned.stack,
      leaving: learned.leaving,
      deed: { did: 'arp-resolved', released: learned.released },
    };
  const mac = stack.interfaces[dev]?.mac ?? BROADCAST;
  const load: Arp = {
    kind: 'arp',
    id: `${id}-reply`,
    op: 'reply',
    senderMac: mac,
    senderIp: targetIp,
    targetIp: senderIp,
  };
  const answer: Leaving = { dev, frame: { src: mac, dst: senderMac, load } };
  return { stack: learned.stack, leaving: [answer, ...learned.leaving], deed: { did: 'arp-answered' } };
}

/** A packet that came in, and the same after the flow table has seen it. */
interface Arrival {
  readonly before: Packet;
  readonly packet: Packet;
  readonly standing: Standing;
}

/** Passes a packet on. With forwarding off Linux drops it and tells nobody (ip_error). */
function forward(stack: Stack, { before, packet, standing }: Arrival): Received {
  if (!stack.forwarding) return { stack, leaving: [], deed: { did: 'dropped', why: 'forwarding-off' } };
  const refuse = (why: 'net-unreachable' | 'ttl-exceeded'): Received => {
    const told = sendError(stack, why, packet);
    return { stack: told.stack, leaving: told.leaving, deed: { did: 'refused', why, fate: told.fate } };
  };
  if (!longestMatch(routesOf(stack), packet.dst)) return refuse('net-unreachable');
  if (packet.ttl <= 1) return refuse('ttl-exceeded');
  const { stack: after, leaving, fate } = send(stack, { ...packet, ttl: packet.ttl - 1 }, standing);
  const translated = packet.dst !== before.dst ? 'destination' : fate.packet.src !== before.src ? 'source' : undefined;
  return {
    stack: after,
    leaving,
    deed: { did: 'forwarded', before, standing, fate, ...(translated && { translated }) },
  };
}

/** A packet for one of the machine's own addresses, by whichever interface it came. */
function keep(stack: Stack, { packet, standing }: Arrival): Received {
  if (!stack.flows) return deliver(stack, packet);
  const tracked = trackOut(stack.flows, packet, standing, undefined);
  return deliver({ ...stack, flows: tracked.table }, tracked.packet);
}

function receivePacket(stack: Stack, before: Packet): Received {
  // A packet that claims to come from this very machine is a martian (fib_validate_source).
  if (ownsAddress(stack, before.src)) return ignore(stack, 'own-source');
  const { packet, standing } = stack.flows
    ? trackIn(stack.flows, before)
    : { packet: before, standing: 'new' as const };
  const arrival = { before, packet, standing };
  return ownsAddress(stack, packet.dst) || isBroadcast(stack, packet.dst)
    ? keep(stack, arrival)
    : forward(stack, arrival);
}

/** What a machine does with a frame that comes in by one of its interfaces. */
export function receive(stack: Stack, dev: string, { dst, load }: Frame): Received {
  if (dst !== BROADCAST && dst !== stack.interfaces[dev]?.mac) return ignore(stack, 'other-mac');
  return load.kind === 'arp' ? receiveArp(stack, dev, load) : receivePacket(stack, load);
}
