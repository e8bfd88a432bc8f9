/**
 * Connection tracking and source NAT. RFC 3022, "Traditional IP Network
 * Address Translator"; Linux, net/netfilter/nf_conntrack_core.c and
 * nf_nat_core.c. Entries here do not expire.
 */
import type { Ip } from './address.ts';
import { isIcmpError, isTcp, type Packet } from './frame.ts';

/** What tells one direction of a flow from all others. An ICMP echo has its identifier in place of both ports. */
export interface Tuple {
  readonly proto: 'icmp-request' | 'icmp-reply' | 'tcp';
  readonly src: Ip;
  readonly srcPort: number;
  readonly dst: Ip;
  readonly dstPort: number;
}
/** A flow as it began, and as its replies will look. Where the two do not mirror each other, an address is translated. */
export interface Flow {
  readonly original: Tuple;
  readonly reply: Tuple;
}
export type FlowTable = readonly Flow[];
/** How a packet stands to the flows known so far. */
export type Standing = 'new' | 'original' | 'reply' | 'related';

export function tupleOf({ src, dst, body }: Packet): Tuple | undefined {
  if (isIcmpError(body)) return undefined;
  if (isTcp(body)) return { proto: 'tcp', src, srcPort: body.srcPort, dst, dstPort: body.dstPort };
  const proto = body.kind === 'echo-request' ? 'icmp-request' : 'icmp-reply';
  return { proto, src, srcPort: body.ident, dst, dstPort: body.ident };
}

const opposite = { 'icmp-request': 'icmp-reply', 'icmp-reply': 'icmp-request', tcp: 'tcp' } as const;
/** The tuple of a packet that answers one with this tuple. */
export const mirror = ({ proto, src, srcPort, dst, dstPort }: Tuple): Tuple => ({
  proto: opposite[proto],
  src: dst,
  srcPort: dstPort,
  dst: src,
  dstPort: srcPort,
});
export const sameTuple = (a: Tuple | undefined, b: Tuple): boolean =>
  a !== undefined &&
  a.proto === b.proto &&
  a.src === b.src &&
  a.srcPort === b.srcPort &&
  a.dst === b.dst &&
  a.dstPort === b.dstPort;

/** Whether the flow leaves under another address or port than it began with. */
export const isTranslated = ({ original, reply }: Flow): boolean => !sameTuple(mirror(original), reply);

const withSource = (packet: Packet, src: Ip, port: number): Packet => ({
  ...packet,
  src,
  body: isIcmpError(packet.body)
    ? packet.body
    : isTcp(packet.body)
      ? { ...packet.body, srcPort: port }
      : { ...packet.body, ident: port },
});
const withDestination = (packet: Packet, dst: Ip, port: number): Packet => ({
  ...packet,
  dst,
  body: isIcmpError(packet.body)
    ? packet.body
    : isTcp(packet.body)
      ? { ...packet.body, dstPort: port }
      : { ...packet.body, ident: port },
});

/** An error about a translated packet goes to whoever sent it, and quotes it as it was sent. */
function restoreError(table: FlowTable, packet: Packet): { packet: Packet; standing: Standing } {
  if (!isIcmpError(packet.body)) return { packet, standing: 'new' };
  const quoted = tupleOf(packet.body.quoted);
  const flow = quoted && table.find(({ reply }) => sameTuple(mirror(quoted), reply));
  if (!flow) return { packet, standing: 'new' };
  const { src, srcPort } = flow.original;
  const body = { ...packet.body, quoted: withSource(packet.body.quoted, src, srcPort) };
  return { packet: { ...packet, dst: src, body }, standing: 'related' };
}

/** Before routing (PREROUTING, or OUTPUT for the machine's own packets): finds the flow and turns a reply's destination back. */
export function trackIn(table: FlowTable, packet: Packet): { packet: Packet; standing: Standing } {
  const tuple = tupleOf(packet);
  if (!tuple) return restoreError(table, packet);
  const flow = table.find(({ reply }) => sameTuple(tuple, reply));
  if (flow) return { packet: withDestination(packet, flow.original.src, flow.original.srcPort), standing: 'reply' };
  return { packet, standing: table.some(({ original }) => sameTuple(tuple, original)) ? 'original' : 'new' };
}

const isTaken = (table: FlowTable, tuple: Tuple): boolean =>
  table.some(({ original, reply }) => sameTuple(tuple, original) || sameTuple(tuple, reply));

/** The mirror of the tuple under a new source: its port is kept where it is free. Where it is not, Linux tries others from a random start; here the next free one is taken. */
function freeReply(table: FlowTable, tuple: Tuple, source: Ip): Tuple {
  const lowest = tuple.proto === 'tcp' ? 1024 : 0;
  const isEcho = tuple.proto !== 'tcp';
  let port = tuple.srcPort;
  for (let tries = 0; tries < 65_536; tries++) {
    const reply = mirror({ ...tuple, src: source, srcPort: port, dstPort: isEcho ? port : tuple.dstPort });
    if (!isTaken(table, reply)) return reply;
    port = port >= 65_535 ? lowest : port + 1;
  }
  return mirror({ ...tuple, src: source });
}

/**
 * After routing (POSTROUTING, or INPUT for packets that stay): notes a new
 * flow, under `source` where a rule asks for it, and gives the packets of an
 * old one the source their flow was given. Only a flow's first packet meets the rules.
 */
export function trackOut(
  table: FlowTable,
  packet: Packet,
  standing: Standing,
  source: Ip | undefined,
): { table: FlowTable; packet: Packet } {
  const tuple = tupleOf(packet);
  if (!tuple || standing === 'reply' || standing === 'related') return { table, packet };
  const known = table.find(({ original }) => sameTuple(tuple, original));
  const flow = known ?? { original: tuple, reply: freeReply(table, tuple, source ?? tuple.src) };
  const sent = withSource(packet, flow.reply.dst, flow.reply.dstPort);
  return { table: known ? table : [...table, flow], packet: sent };
}
