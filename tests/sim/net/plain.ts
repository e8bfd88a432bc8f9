import type { Cidr, Ip, Mac } from '#sim/net/address.ts';
import { readCidr } from '#sim/net/address.ts';
import type { Arp, Echo, Frame, Packet, Tcp } from '#sim/net/frame.ts';
import { makeStack, type Stack } from '#sim/net/stack.ts';

/** `10.0.0.1/24` as a value. */
export const cidr = (word: string): Cidr => {
  const read = readCidr(word);
  if (!read) throw new Error(`not a prefix: ${word}`);
  return read;
};

/** A machine with one interface a pair: eth0 with this address. */
export const machine = (interfaces: Readonly<Record<string, string>>, more: Partial<Stack> = {}): Stack =>
  makeStack(
    Object.fromEntries(
      Object.entries(interfaces).map(([dev, address]) => [
        dev,
        { mac: `02:00:00:00:00:${address.split(/[./]/)[3]?.padStart(2, '0')}`, addresses: [cidr(address)] },
      ]),
    ),
    more,
  );

export const echo = (kind: Echo['kind'], src: Ip, dst: Ip, ident = 1, ttl = 64): Packet => ({
  kind: 'ip',
  id: 'p',
  src,
  dst,
  ttl,
  body: { kind, ident },
});
export const tcp = (kind: Tcp['kind'], src: Ip, srcPort: number, dst: Ip, dstPort: number): Packet => ({
  kind: 'ip',
  id: 'p',
  src,
  dst,
  ttl: 64,
  body: { kind, srcPort, dstPort },
});
export const arp = (op: Arp['op'], senderIp: Ip, senderMac: Mac, targetIp: Ip): Arp => ({
  kind: 'arp',
  id: 'a',
  op,
  senderIp,
  senderMac,
  targetIp,
});
export const frame = (src: Mac, dst: Mac, load: Frame['load']): Frame => ({ src, dst, load });
