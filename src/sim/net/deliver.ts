/** Packets that have arrived: ICMP echo and errors (RFC 792, RFC 1122 3.2.2), and TCP up to the end of the handshake (RFC 9293, 3.5). */
import type { Deed } from './deed.ts';
import { DEFAULT_TTL, isIcmpError, isTcp, type Packet, type Tcp } from './frame.ts';
import { type Leaving, sendOwn } from './send.ts';
import { isBroadcast, type Stack } from './stack.ts';

export interface Received {
  readonly stack: Stack;
  readonly leaving: readonly Leaving[];
  readonly deed: Deed;
}

const still = (stack: Stack, deed: Deed): Received => ({ stack, leaving: [], deed });

/** A packet in return, from the very address that was written to. */
const inReturn = ({ id, src, dst }: Packet, body: Packet['body'], suffix: string): Packet => ({
  kind: 'ip',
  id: `${id}-${suffix}`,
  src: dst,
  dst: src,
  ttl: DEFAULT_TTL,
  body,
});

/** How a TCP connection is known at the end where this packet is received. */
export const endOf = ({ src, dst }: Packet, { srcPort, dstPort }: Tcp): string => `${dst}:${dstPort} ${src}:${srcPort}`;

const without = (list: readonly string[], item: string): readonly string[] => list.filter((other) => other !== item);

function replyTcp(
  stack: Stack,
  packet: Packet,
  tcp: Tcp,
  got: 'syn' | 'syn-ack',
  sends: 'syn-ack' | 'ack' | 'rst',
): Received {
  const body: Tcp = { kind: sends, srcPort: tcp.dstPort, dstPort: tcp.srcPort };
  const sent = sendOwn(stack, inReturn(packet, body, sends));
  return { stack: sent.stack, leaving: sent.leaving, deed: { did: 'tcp', got, sends, fate: sent.fate } };
}

function deliverTcp(stack: Stack, packet: Packet, tcp: Tcp): Received {
  const end = endOf(packet, tcp);
  const isOpening = stack.opening.includes(end);
  const opened: Stack = { ...stack, opening: without(stack.opening, end) };
  switch (tcp.kind) {
    case 'syn': {
      if (!stack.listens.includes(tcp.dstPort)) return replyTcp(stack, packet, tcp, 'syn', 'rst');
      const opening = isOpening ? stack.opening : [...stack.opening, end];
      return replyTcp({ ...stack, opening }, packet, tcp, 'syn', 'syn-ack');
    }
    case 'syn-ack':
      return isOpening
        ? replyTcp(opened, packet, tcp, 'syn-ack', 'ack')
        : replyTcp(stack, packet, tcp, 'syn-ack', 'rst');
    case 'ack':
      return isOpening
        ? still({ ...opened, accepted: [...stack.accepted, packet.src] }, { did: 'accepted' })
        : still(stack, { did: 'ignored', why: 'unexpected' });
    case 'rst':
      return isOpening ? still(opened, { did: 'reset' }) : still(stack, { did: 'ignored', why: 'unexpected' });
  }
}

/** Hands a packet to whom it is for in this machine. */
export function deliver(stack: Stack, packet: Packet): Received {
  const { body } = packet;
  if (isBroadcast(stack, packet.dst)) return still(stack, { did: 'ignored', why: 'broadcast' });
  if (isIcmpError(body)) return still(stack, { did: 'got-error', kind: body.kind });
  if (isTcp(body)) return deliverTcp(stack, packet, body);
  if (body.kind === 'echo-reply') return still(stack, { did: 'got-reply' });
  const sent = sendOwn(stack, inReturn(packet, { ...body, kind: 'echo-reply' }, 'reply'));
  return { stack: sent.stack, leaving: sent.leaving, deed: { did: 'answered', fate: sent.fate } };
}
