import { both, type Text } from '#kit/text.ts';
import type { Deed } from '#sim/net/deed.ts';
import type { Frame } from '#sim/net/frame.ts';
import type { Hop, Network } from '#sim/net/network.ts';
import type { Fate } from '#sim/net/send.ts';
import { arpToText, ignoredToText } from './captionsOfArp.ts';
import { answerToText, forwardToText } from './captionsOfSending.ts';
import { nameOf, subjectOf } from './words.ts';

const request = both('request', '请求');
const reply = both('reply', '应答');
const error = both('error message', '差错报文');
const tcpWords = {
  syn: both('SYN', ' SYN 报文'),
  'syn-ack': both('SYN-ACK', ' SYN-ACK 报文'),
  ack: both('ACK', ' ACK 报文'),
  rst: both('RST', ' RST 报文'),
} as const;

const errors = {
  'net-unreachable': both('“Destination Net Unreachable”', '“Destination Net Unreachable”'),
  'host-unreachable': both('“Destination Host Unreachable”', '“Destination Host Unreachable”'),
  'ttl-exceeded': both('“Time to live exceeded”', '“Time to live exceeded”'),
} as const;

function refusedToText(node: string, why: 'net-unreachable' | 'ttl-exceeded', { load }: Frame): Text {
  const { en, 'zh-CN': zh } = subjectOf(node);
  const dst = load.kind === 'ip' ? load.dst : '';
  return why === 'ttl-exceeded'
    ? both(
        `${en} would have to lower the TTL to 0, so it drops the packet and tells the sender: ${errors[why].en}.`,
        `${zh}若转发就要把 TTL 减为 0，于是丢弃报文并告知发送者：${errors[why]['zh-CN']}。`,
      )
    : both(
        `Forwarding is on, but ${nameOf(node).en} has no route to ${dst}; it drops the packet and tells the sender: ${errors[why].en}.`,
        `转发已开，但${zh}没有到 ${dst} 的路由，于是丢弃报文并告知发送者：${errors[why]['zh-CN']}。`,
      );
}

function tcpToText(node: string, deed: Deed & { did: 'tcp' }): Text {
  return answerToText(node, tcpWords[deed.got], tcpWords[deed.sends], deed.fate);
}

/** The interface on which the machine's address is set. */
const interfaceWith = ({ stacks }: Network, node: string, ip: string): string | undefined =>
  Object.entries(stacks[node]?.interfaces ?? {}).find(([, { addresses }]) =>
    addresses.some((own) => own.ip === ip),
  )?.[0];

/** A ping that was answered: at an interface that does not hold the address, the reason is worth a word. */
function answeredToText(network: Network, { to, frame }: Pick<Hop, 'to' | 'frame'>, fate: Fate): Text {
  const { en, 'zh-CN': zh } = subjectOf(to.node);
  const dst = frame.load.kind === 'ip' ? frame.load.dst : '';
  const holder = interfaceWith(network, to.node, dst);
  if (holder !== undefined && holder !== to.port && fate.kind === 'sent')
    return both(
      `${en} answers: ${dst} is set on ${holder} and the request came in by ${to.port}, but an address belongs to the whole machine.`,
      `${zh}应答：${dst} 设在 ${holder} 上，请求却从 ${to.port} 进来，但地址属于整台机器，不属于某个接口。`,
    );
  return answerToText(to.node, request, reply, fate);
}

/** What a machine did with a frame. */
export function deedToText(network: Network, { to, frame }: Hop, deed: Deed): Text {
  const { en, 'zh-CN': zh } = subjectOf(to.node);
  const load = frame.load;
  const [src, dst] = load.kind === 'ip' ? [load.src, load.dst] : ['', ''];
  switch (deed.did) {
    case 'ignored':
      return ignoredToText(to.node, frame, deed.why);
    case 'arp-answered':
      return arpToText(to.node, frame, undefined);
    case 'arp-resolved':
      return arpToText(to.node, frame, deed.released);
    case 'forwarded':
      return forwardToText(to.node, deed);
    case 'dropped':
      return both(
        `${dst} is none of the addresses of ${nameOf(to.node).en}, and its forwarding is off, so it drops the packet and tells nobody.`,
        `${dst} 不是${zh}的地址，而它的转发是关的，于是丢弃报文，谁也不告知。`,
      );
    case 'refused':
      return deed.fate.kind === 'no-route'
        ? answerToText(to.node, request, error, deed.fate)
        : refusedToText(to.node, deed.why, frame);
    case 'answered':
      return answeredToText(network, { to, frame }, deed.fate);
    case 'got-reply':
      return both(`${en} has its reply from ${src}: the ping succeeds.`, `${zh}收到 ${src} 的应答：ping 通了。`);
    case 'got-error':
      return both(
        `${en} is told by ${src}: ${errors[deed.kind].en}; the ping has failed.`,
        `${zh}收到 ${src} 的通知：${errors[deed.kind]['zh-CN']}；ping 失败。`,
      );
    case 'tcp':
      return tcpToText(to.node, deed);
    case 'accepted':
      return both(
        `${en} accepts the connection; as far as it can see, its peer is ${src}.`,
        `${zh}接受了这个连接；在它看来，对方是 ${src}。`,
      );
    case 'reset':
      return both(
        `${en} is told that nobody listens there: “Connection refused”.`,
        `${zh}被告知那里没有程序在监听：“Connection refused”。`,
      );
  }
}
