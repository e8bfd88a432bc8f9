/** What the words on a frame mean, in this network. */
import { both, type Text } from '#kit/text.ts';
import { BROADCAST, type Ip, type Mac } from '#sim/net/address.ts';
import type { Arp, Frame, Packet } from '#sim/net/frame.ts';
import { macs } from './wiring.ts';

/** Whose MAC address it is, in a word that commands use too. With an uplink, br0 and eth0 share one. */
export function ownerOfMac(mac: Mac): string {
  if (mac === BROADCAST) return 'all';
  return Object.entries(macs).find(([, own]) => own === mac)?.[0] ?? '?';
}

/** `.101` for 10.0.0.101: the last number tells the addresses of this lab apart. */
export const shortIp = (ip: Ip): string => `.${ip.split('.')[3] ?? '?'}`;

/** The end of a word that has too many letters for its place: `…100.100`. */
export const ending = (word: string, letters: number): string =>
  word.length > letters ? `…${word.slice(1 - letters)}` : word;

const isKnown = (ip: Ip): boolean => ip.startsWith('10.0.0.') || ip.startsWith('192.168.1.');
const briefIp = (ip: Ip): string => (isKnown(ip) ? shortIp(ip) : ip.split('.').slice(0, 1).concat('…').join('.'));

/** The few letters that travel: `.101→.50`, `ARP .1?`. */
export function tokenText({ load }: Frame): string {
  if (load.kind === 'ip') return `${briefIp(load.src)}→${briefIp(load.dst)}`;
  return load.op === 'request' ? `ARP ${briefIp(load.targetIp)}?` : `ARP ${briefIp(load.senderIp)}!`;
}

const bodies: Readonly<Record<Packet['body']['kind'], Text>> = {
  'echo-request': both('echo request', '回显请求'),
  'echo-reply': both('echo reply', '回显应答'),
  'net-unreachable': both('net unreach.', '网络不可达'),
  'host-unreachable': both('host unreach.', '主机不可达'),
  'ttl-exceeded': both('TTL exceeded', 'TTL 耗尽'),
  syn: both('TCP SYN', 'TCP SYN'),
  'syn-ack': both('TCP SYN-ACK', 'TCP SYN-ACK'),
  ack: both('TCP ACK', 'TCP ACK'),
  rst: both('TCP RST', 'TCP RST'),
};
const arps: Readonly<Record<Arp['op'], Text>> = {
  request: both('who has?', '谁有此址？'),
  reply: both('is at', '地址在此'),
};

/** What the frame carries, in two or three words. */
export const loadText = ({ load }: Frame): Text => (load.kind === 'ip' ? bodies[load.body.kind] : arps[load.op]);
