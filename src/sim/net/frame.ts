/** What travels: Ethernet frames that carry ARP (RFC 826) or IPv4 (RFC 791) with ICMP (RFC 792) or TCP (RFC 9293). */
import type { Ip, Mac } from './address.ts';

export interface Arp {
  readonly kind: 'arp';
  /** Names the thing under way, for whoever draws it; not on the wire. */
  readonly id: string;
  readonly op: 'request' | 'reply';
  readonly senderMac: Mac;
  readonly senderIp: Ip;
  readonly targetIp: Ip;
}

export interface Echo {
  readonly kind: 'echo-request' | 'echo-reply';
  /** The identifier by which ping, and NAT, tell one flow from another. */
  readonly ident: number;
}
/** An ICMP error quotes the packet it is about. */
export interface IcmpError {
  readonly kind: 'net-unreachable' | 'host-unreachable' | 'ttl-exceeded';
  readonly quoted: Packet;
}
export interface Tcp {
  readonly kind: 'syn' | 'syn-ack' | 'ack' | 'rst';
  readonly srcPort: number;
  readonly dstPort: number;
}

export interface Packet {
  readonly kind: 'ip';
  /** Stays the same from the sender to the last receiver, through every rewriting; not on the wire. */
  readonly id: string;
  readonly src: Ip;
  readonly dst: Ip;
  readonly ttl: number;
  readonly body: Echo | IcmpError | Tcp;
}

export interface Frame {
  readonly src: Mac;
  readonly dst: Mac;
  readonly load: Arp | Packet;
}

/** What Linux puts into the packets it makes (net.ipv4.ip_default_ttl). */
export const DEFAULT_TTL = 64;

export const isIcmpError = (body: Packet['body']): body is IcmpError => 'quoted' in body;
export const isTcp = (body: Packet['body']): body is Tcp => 'srcPort' in body;
