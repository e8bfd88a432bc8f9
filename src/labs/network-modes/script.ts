/**
 * The lines a reader may type: a few commands of iproute2, ping, sysctl and
 * nft, with the machine's name in front. Each form is written once, as it is
 * typed; words in capitals stand for something.
 */
import type { SourceFault } from '#kit/controls.ts';
import type { Text } from '#kit/text.ts';
import { type Cidr, EVERYWHERE, type Ip, isUnicast, networkOf, readCidr, readIp, sameCidr } from '#sim/net/address.ts';
import { isMachine, type Machine } from './wiring.ts';

export type Command =
  | { readonly kind: 'ping'; readonly address: Ip; readonly ttl?: number }
  | { readonly kind: 'connect'; readonly address: Ip; readonly port: number }
  | { readonly kind: 'address'; readonly change: 'add' | 'del'; readonly address: Cidr; readonly dev: string }
  | { readonly kind: 'add-route'; readonly to: Cidr; readonly via: Ip }
  | { readonly kind: 'delete-route'; readonly to: Cidr }
  | { readonly kind: 'forwarding' | 'nat'; readonly on: boolean }
  | { readonly kind: 'forget'; readonly what: 'neighbours' | 'fdb' };
export interface ScriptLine {
  /** As it was typed, and where. */
  readonly text: string;
  readonly line: number;
  readonly on: Machine;
  readonly command: Command;
}

type Words = Readonly<Record<string, string>>;
type Form = readonly [pattern: string, command: (words: Words) => Command];

const cidr = (word: string | undefined): Cidr => readCidr(word ?? '') ?? EVERYWHERE;
const network = (word: string | undefined): Cidr => (word === 'default' ? EVERYWHERE : cidr(word));
const masquerade = 'nft add rule ip nat post ip saddr 10.0.0.0/24 oifname eth0 masquerade';

const forms: readonly Form[] = [
  ['MACHINE ping ADDRESS', ({ ADDRESS = '' }) => ({ kind: 'ping', address: ADDRESS })],
  ['MACHINE ping -t TTL ADDRESS', ({ ADDRESS = '', TTL }) => ({ kind: 'ping', address: ADDRESS, ttl: Number(TTL) })],
  ['MACHINE nc ADDRESS PORT', ({ ADDRESS = '', PORT }) => ({ kind: 'connect', address: ADDRESS, port: Number(PORT) })],
  [
    'MACHINE ip addr add PREFIX dev DEV',
    ({ PREFIX, DEV = '' }) => ({ kind: 'address', change: 'add', address: cidr(PREFIX), dev: DEV }),
  ],
  [
    'MACHINE ip addr del PREFIX dev DEV',
    ({ PREFIX, DEV = '' }) => ({ kind: 'address', change: 'del', address: cidr(PREFIX), dev: DEV }),
  ],
  [
    'MACHINE ip route add NETWORK via ADDRESS',
    ({ NETWORK, ADDRESS = '' }) => ({ kind: 'add-route', to: network(NETWORK), via: ADDRESS }),
  ],
  ['MACHINE ip route del NETWORK', ({ NETWORK }) => ({ kind: 'delete-route', to: network(NETWORK) })],
  ['MACHINE ip neigh flush all', () => ({ kind: 'forget', what: 'neighbours' })],
  ['MACHINE sysctl -w net.ipv4.ip_forward=0', () => ({ kind: 'forwarding', on: false })],
  ['MACHINE sysctl -w net.ipv4.ip_forward=1', () => ({ kind: 'forwarding', on: true })],
  ['host bridge fdb flush dev br0', () => ({ kind: 'forget', what: 'fdb' })],
  [`host ${masquerade}`, () => ({ kind: 'nat', on: true })],
  ['host nft flush chain ip nat post', () => ({ kind: 'nat', on: false })],
];

const isAddress = (word: string): boolean => readIp(word) !== undefined && isUnicast(word);
const isNumber = (word: string, most: number): boolean => /^[1-9]\d{0,4}$/.test(word) && Number(word) <= most;

/** What the words in capitals stand for: what fits, and how that is said. */
const holes: Readonly<Record<string, { fits(word: string): boolean; right: Text }>> = {
  MACHINE: { fits: isMachine, right: { en: 'a machine: g1, g2, host or out', 'zh-CN': '机器名：g1、g2、host 或 out' } },
  ADDRESS: {
    fits: isAddress,
    right: { en: 'the address of one machine, such as 192.168.1.50', 'zh-CN': '某一台机器的地址，如 192.168.1.50' },
  },
  PREFIX: {
    fits: (word) => readCidr(word) !== undefined && isAddress(word.split('/')[0] ?? ''),
    right: {
      en: 'an address with its prefix length, such as 10.0.0.1/24',
      'zh-CN': '带前缀长度的地址，如 10.0.0.1/24',
    },
  },
  NETWORK: {
    fits: (word) => word === 'default' || (readCidr(word) !== undefined && sameCidr(cidr(word), networkOf(cidr(word)))),
    right: { en: '“default”, or a network such as 10.0.0.0/24', 'zh-CN': '“default”，或一个网络，如 10.0.0.0/24' },
  },
  DEV: {
    fits: (word) => word === 'eth0' || word === 'br0',
    right: { en: '“eth0”, or on the host “br0”', 'zh-CN': '“eth0”，在 host 上也可以是“br0”' },
  },
  TTL: { fits: (word) => isNumber(word, 255), right: { en: 'a TTL from 1 to 255', 'zh-CN': '1 到 255 的 TTL' } },
  PORT: {
    fits: (word) => isNumber(word, 65_535),
    right: { en: 'a port from 1 to 65535', 'zh-CN': '1 到 65535 的端口号' },
  },
};

const matches = (wanted: string, word: string): boolean => holes[wanted]?.fits(word) ?? wanted === word;

/** How many of the words a form agrees with, from the front. */
const agreement = (pattern: readonly string[], words: readonly string[]): number => {
  const differs = pattern.findIndex((wanted, i) => words[i] === undefined || !matches(wanted, words[i]));
  return differs < 0 ? pattern.length : differs;
};

const patterns = forms.map(([pattern, command]) => ({ pattern: pattern.split(' '), command }));

const either = (texts: readonly Text[]): Text => ({
  en: `Here stands ${texts.map(({ en }) => en).join(', or ')}.`,
  'zh-CN': `这里应为${texts.map((text) => text['zh-CN']).join('，或')}。`,
});
const literal = (word: string): Text => ({ en: `“${word}”`, 'zh-CN': `“${word}”` });

/** A typed line's command, or what is wrong with it: the column, and what would be right there. */
function readLine(text: string, line: number): Read {
  const found = [...text.matchAll(/\S+/g)];
  const words = found.map(([word]) => word);
  const scored = patterns.map((form) => ({ ...form, agreed: agreement(form.pattern, words) }));
  const best = Math.max(...scored.map(({ agreed }) => agreed));
  const close = scored.filter(({ agreed }) => agreed === best);
  const whole = close.find(({ pattern }) => pattern.length === best);
  const column = (found[best]?.index ?? text.trimEnd().length) + 1;
  if (whole && words.length > best)
    return {
      fault: {
        line,
        column,
        message: { en: 'The command ends before this word.', 'zh-CN': '命令到这个词之前就结束了。' },
      },
    };
  if (whole) {
    const filled = Object.fromEntries(whole.pattern.map((wanted, i) => [wanted, words[i] ?? '']));
    const on = words[0] ?? '';
    return { read: { text: words.join(' '), line, on: isMachine(on) ? on : 'host', command: whole.command(filled) } };
  }
  const wanted = [...new Set(close.map(({ pattern }) => pattern[best] ?? ''))].filter(
    (word) => word !== 'host' || best > 0,
  );
  return { fault: { line, column, message: either(wanted.map((word) => holes[word]?.right ?? literal(word))) } };
}

type Read = { readonly read: ScriptLine } | { readonly fault: SourceFault };

const readAll = (text: string): readonly Read[] =>
  text
    .split('\n')
    .flatMap((line, i) => (line.replace(/#.*/, '').trim() === '' ? [] : [readLine(line.replace(/#.*/, ''), i + 1)]));

/** The commands of a script; lines with a fault are left out. */
export const readScript = (text: string): readonly ScriptLine[] =>
  readAll(text).flatMap((line) => ('read' in line ? [line.read] : []));

/** Every line that cannot be read, with its place. */
export const checkScript = (text: string): readonly SourceFault[] =>
  readAll(text).flatMap((line) => ('fault' in line ? [line.fault] : []));
