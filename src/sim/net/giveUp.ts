/**
 * A neighbour that does not answer: three requests, a second apart, then its
 * packets are given up (Linux, net/core/neighbour.c; mcast_solicit = 3,
 * retrans_time_ms = 1000). A router reports "host unreachable" (RFC 1812, 5.2.7.1).
 */
import type { Ip } from './address.ts';
import type { Packet } from './frame.ts';
import { askFor, type Leaving, type Sending, sendError } from './send.ts';
import { ownsAddress, type Stack } from './stack.ts';

/** How many times an address is asked for in all. */
export const ARP_TRIES = 3;

export interface Unanswered {
  readonly key: string;
  readonly dev: string;
  readonly hop: Ip;
  readonly waiting: readonly Packet[];
}

/** The neighbours this machine still asks for. */
export const unanswered = (stack: Stack): readonly Unanswered[] =>
  Object.entries(stack.neighbours).flatMap(([key, neighbour]) => {
    const [dev = '', hop = ''] = key.split(' ');
    return 'waiting' in neighbour ? [{ key, dev, hop, waiting: neighbour.waiting }] : [];
  });

/** The same question once more. */
export const askAgain = (stack: Stack): readonly Leaving[] =>
  unanswered(stack).flatMap(({ dev, hop, waiting: [first] }) => (first ? [askFor(stack, dev, hop, first)] : []));

export interface GivenUp {
  readonly stack: Stack;
  readonly leaving: readonly Leaving[];
  /** The packets that go nowhere; `own` ones were this machine's, and it is told on the spot. */
  readonly lost: readonly { readonly packet: Packet; readonly hop: Ip; readonly own: boolean }[];
}

/** After the last try: the machine's own programs learn it at once, other senders by an ICMP error. */
export function giveUp(stack: Stack): GivenUp {
  const gone = unanswered(stack);
  const neighbours = Object.fromEntries(
    Object.entries(stack.neighbours).filter(([key]) => !gone.some((other) => other.key === key)),
  );
  let after: Stack = { ...stack, neighbours };
  const leaving: Leaving[] = [];
  const lost: { packet: Packet; hop: Ip; own: boolean }[] = [];
  for (const { hop, waiting } of gone)
    for (const packet of waiting) {
      const told: Sending = sendError(after, 'host-unreachable', packet);
      // The error follows the flow table back; where it still is for this machine, a program of its own had sent the packet.
      const own = ownsAddress(after, told.fate.packet.dst);
      lost.push({ packet, hop, own });
      if (own) continue;
      after = told.stack;
      leaving.push(...told.leaving);
    }
  return { stack: after, leaving, lost };
}
