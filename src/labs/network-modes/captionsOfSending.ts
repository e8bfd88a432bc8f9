import { both, type Text } from '#kit/text.ts';
import { cidrToText, type Ip, isInNetwork } from '#sim/net/address.ts';
import type { Deed } from '#sim/net/deed.ts';
import type { Fate } from '#sim/net/send.ts';
import { GUEST_NETWORK } from './wiring.ts';
import { nameOf, subjectOf } from './words.ts';

/** The guests' network by its name, any other destination by its address. */
const routeTo = (ip: Ip): string => (isInNetwork(ip, GUEST_NETWORK) ? cidrToText(GUEST_NETWORK) : ip);

/** The sender's decision, before any frame has left. */
export function startToText(from: string, fate: Fate): Text {
  const { en, 'zh-CN': zh } = subjectOf(from);
  const { dst } = fate.packet;
  switch (fate.kind) {
    case 'no-route':
      return both(
        `${en} has no route to ${dst}, so nothing is sent: “Network is unreachable”.`,
        `${zh}没有到 ${dst} 的路由，什么也没有发出：“Network is unreachable”。`,
      );
    case 'broadcast':
      return both(
        `${dst} means everyone in its network, and ping asks for -b before it does that, so nothing is sent.`,
        `${dst} 是所在网络的广播地址，不加 -b 时 ping 拒绝发送，所以什么也没有发出。`,
      );
    case 'asked':
      return fate.hop === dst
        ? both(
            `${en} sees that ${dst} is on its own network, behind ${fate.dev}, but does not know its MAC: first an ARP request to everyone.`,
            `${zh}看出 ${dst} 就在 ${fate.dev} 所连的网络里，但还不知道它的 MAC：先向所有人发 ARP 请求。`,
          )
        : both(
            `${en} has a route to ${dst} via ${fate.hop}, whose MAC is not known yet: first an ARP request to everyone.`,
            `${zh}有经 ${fate.hop} 到 ${dst} 的路由，但还不知道 ${fate.hop} 的 MAC：先向所有人发 ARP 请求。`,
          );
    case 'sent':
      return both(
        `${en} already knows the MAC of ${fate.hop}, so the packet for ${dst} leaves at once by ${fate.dev}.`,
        `${zh}已经知道 ${fate.hop} 的 MAC，发给 ${dst} 的报文立即从 ${fate.dev} 送出。`,
      );
  }
}

/** A packet passed on by a router. */
export function forwardToText(node: string, { before, fate, standing, translated }: Deed & { did: 'forwarded' }): Text {
  const { en, 'zh-CN': zh } = subjectOf(node);
  const by = 'dev' in fate ? fate.dev : '';
  const { src, dst } = fate.packet;
  if (translated === 'source')
    return standing === 'new'
      ? both(
          `${en} routes the packet to ${by} and masquerades it: the source ${before.src} becomes ${src}, and a flow is noted so that the reply can be turned back.`,
          `${zh}把报文路由到 ${by} 并做地址伪装：源地址 ${before.src} 换成 ${src}，同时记下这条流，好让应答找得回来。`,
        )
      : both(
          `The flow is known, so ${nameOf(node).en} gives this packet the same source as its first one: ${before.src} becomes ${src}.`,
          `这条流已有记录，${zh}给这个报文换上与首个报文相同的源地址：${before.src} 换成 ${src}。`,
        );
  if (translated === 'destination')
    return both(
      `The flow table knows whose reply this is: ${nameOf(node).en} turns the destination ${before.dst} back into ${dst} and routes it to ${by}.`,
      `流表知道这是谁的应答：${zh}把目的地址 ${before.dst} 改回 ${dst}，再路由到 ${by}。`,
    );
  if (standing === 'reply')
    return both(
      `This answers a flow that began with an untranslated packet, so the NAT rule does not apply: ${nameOf(node).en} passes it on to ${by}, and both addresses stay.`,
      `这是对某条流的应答，而那条流的首个报文没有做过转换，所以 NAT 规则不适用：${zh}把它转给 ${by}，两个地址都不变。`,
    );
  if (fate.kind === 'asked')
    return both(
      `Forwarding is on and a route leads by ${by}: ${nameOf(node).en} lowers the TTL to ${fate.packet.ttl} and asks for the MAC of ${fate.hop}; both addresses stay.`,
      `转发已开，且有路由从 ${by} 出去：${zh}把 TTL 减为 ${fate.packet.ttl}，并询问 ${fate.hop} 的 MAC；两个地址都不变。`,
    );
  return both(
    `Forwarding is on and a route leads by ${by}: ${nameOf(node).en} lowers the TTL to ${fate.packet.ttl} and passes the packet on; both addresses stay.`,
    `转发已开，且有路由从 ${by} 出去：${zh}把 TTL 减为 ${fate.packet.ttl} 后转出；两个地址都不变。`,
  );
}

/** An answer that a machine wants to send: it leaves, waits for a MAC, or has nowhere to go. */
export function answerToText(node: string, got: Text, reply: Text, fate: Fate): Text {
  const { en, 'zh-CN': zh } = subjectOf(node);
  const to = fate.packet.dst;
  switch (fate.kind) {
    case 'sent':
      return fate.hop === to
        ? both(
            `${en} gets the ${got.en} and sends its ${reply.en} to ${to}.`,
            `${zh}收到${got['zh-CN']}，向 ${to} 发出${reply['zh-CN']}。`,
          )
        : both(
            `${en} gets the ${got.en} and sends its ${reply.en} to ${to} by its next hop, ${fate.hop}.`,
            `${zh}收到${got['zh-CN']}，经下一跳 ${fate.hop} 向 ${to} 发出${reply['zh-CN']}。`,
          );
    case 'asked':
      return both(
        `${en} gets the ${got.en}; before its ${reply.en} to ${to} can leave, it asks for the MAC of ${fate.hop}.`,
        `${zh}收到${got['zh-CN']}；要向 ${to} 发${reply['zh-CN']}，得先询问 ${fate.hop} 的 MAC。`,
      );
    case 'no-route':
    case 'broadcast':
      return both(
        `${en} has no route to ${routeTo(to)}, so its ${reply.en} goes nowhere: the ${got.en} arrived, the answer is lost.`,
        `${zh}没有到 ${routeTo(to)} 的路由，${reply['zh-CN']}无处可去：${got['zh-CN']}到了，应答却丢了。`,
      );
  }
}
