/** The way out of a stack: route, translate, resolve. Linux, net/ipv4/ip_output.c; ARP: RFC 826. */
import { BROADCAST, type Ip, isInNetwork, type Mac } from './address.ts';
import { type Standing, trackIn, trackOut } from './conntrack.ts';
import { type Arp, DEFAULT_TTL, type Frame, type IcmpError, isIcmpError, type Packet } from './frame.ts';
import { longestMatch, type Route } from './route.ts';
import { isBroadcast, ownsAddress, routesOf, type Stack, sourceFor, sourceTowards } from './stack.ts';

/** A frame about to leave by an interface. */
export interface Leaving {
  readonly dev: string;
  readonly frame: Frame;
}
/** What became of a packet that was to be sent. */
export type Fate =
  | { readonly kind: 'sent'; readonly dev: string; readonly hop: Ip; readonly packet: Packet }
  /** The next hop's MAC is not known: it is asked for, and the packet waits. */
  | { readonly kind: 'asked'; readonly dev: string; readonly hop: Ip; readonly packet: Packet }
  | { readonly kind: 'no-route' | 'broadcast'; readonly packet: Packet };
export interface Sending {
  readonly stack: Stack;
  readonly leaving: readonly Leaving[];
  readonly fate: Fate;
}

export const neighbourKey = (dev: string, ip: Ip): string => `${dev} ${ip}`;
const macOf = (stack: Stack, dev: string): Mac => stack.interfaces[dev]?.mac ?? BROADCAST;

export const toFrame = (stack: Stack, dev: string, mac: Mac, packet: Packet): Leaving => ({
  dev,
  frame: { src: macOf(stack, dev), dst: mac, load: packet },
});

/** "Who has this address?", to everyone on the link. */
export function askFor(stack: Stack, dev: string, hop: Ip, packet: Packet): Leaving {
  const senderIp = ownsAddress(stack, packet.src) ? packet.src : (sourceFor(stack, dev, hop) ?? '0.0.0.0');
  const id = `${packet.id}-who-has-${hop}`;
  const load: Arp = { kind: 'arp', id, op: 'request', senderMac: macOf(stack, dev), senderIp, targetIp: hop };
  return { dev, frame: { src: load.senderMac, dst: BROADCAST, load } };
}

/** The last leg: to the next hop if its MAC is known, else an ARP request first. */
function resolve(stack: Stack, dev: string, hop: Ip, packet: Packet): Sending {
  const key = neighbourKey(dev, hop);
  const known = stack.neighbours[key];
  if (known && 'mac' in known)
    return { stack, leaving: [toFrame(stack, dev, known.mac, packet)], fate: { kind: 'sent', dev, hop, packet } };
  const waiting = [...(known?.waiting ?? []), packet];
  const neighbours = { ...stack.neighbours, [key]: { waiting } };
  const leaving = known ? [] : [askFor(stack, dev, hop, packet)];
  return { stack: { ...stack, neighbours }, leaving, fate: { kind: 'asked', dev, hop, packet } };
}

/** The source that the rule gives to a new flow leaving by this route: the address of the interface it leaves by. */
function masqueradeAs(stack: Stack, packet: Packet, { dev, via }: Route): Ip | undefined {
  const rule = stack.masquerade;
  const meant = rule?.dev === dev && isInNetwork(packet.src, rule.from);
  return meant ? sourceFor(stack, dev, via ?? packet.dst) : undefined;
}

/** Sends a packet by the longest match; the flow table has its say just before it leaves. */
export function send(stack: Stack, packet: Packet, standing: Standing): Sending {
  if (isBroadcast(stack, packet.dst)) return { stack, leaving: [], fate: { kind: 'broadcast', packet } };
  const route = longestMatch(routesOf(stack), packet.dst);
  if (!route) return { stack, leaving: [], fate: { kind: 'no-route', packet } };
  const hop = route.via ?? packet.dst;
  if (!stack.flows) return resolve(stack, route.dev, hop, packet);
  const tracked = trackOut(stack.flows, packet, standing, masqueradeAs(stack, packet, route));
  return resolve({ ...stack, flows: tracked.table }, route.dev, hop, tracked.packet);
}

/** Sends a packet that the machine itself made. */
export function sendOwn(stack: Stack, packet: Packet): Sending {
  if (!stack.flows) return send(stack, packet, 'new');
  const tracked = trackIn(stack.flows, packet);
  return send(stack, tracked.packet, tracked.standing);
}

/** Reports to a packet's sender that it went no further; never about another error (RFC 1122, 3.2.2). */
export function sendError(stack: Stack, kind: IcmpError['kind'], quoted: Packet): Sending {
  const src = sourceTowards(stack, quoted.src);
  const packet: Packet = {
    kind: 'ip',
    id: `${quoted.id}-error`,
    src: src ?? '0.0.0.0',
    dst: quoted.src,
    ttl: DEFAULT_TTL,
    body: { kind, quoted },
  };
  if (isIcmpError(quoted.body) || src === undefined) return { stack, leaving: [], fate: { kind: 'no-route', packet } };
  return sendOwn(stack, packet);
}
