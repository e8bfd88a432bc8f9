/** How attempts end, in words. */
import { both, type Text } from '#kit/text.ts';
import type { Loss, Result } from './state.ts';
import { nameOf, subjectOf } from './words.ts';

const unexplained = both('no answer comes within the time allowed', '在限定时间内没有应答');

/** Where and why the packet was lost, as a clause. */
export function lossToText({ node, why, to }: Loss): Text {
  const name = nameOf(node).en;
  const zh = subjectOf(node)['zh-CN'];
  switch (why) {
    case 'forwarding-off':
      return both(
        `${name} dropped the packet for ${to}, because its forwarding is off`,
        `${zh}没有开启转发，丢弃了发给 ${to} 的报文`,
      );
    case 'no-route-back':
      return both(
        `the request reached ${name}, which has no route back to ${to}`,
        `请求到了${nameOf(node)['zh-CN']}，但它没有返回 ${to} 的路由`,
      );
    case 'no-answer':
      return both(`nobody answered when ${name} asked for the MAC of ${to}`, `${zh}询问 ${to} 的 MAC，无人回答`);
    case 'broadcast':
      return both(`${name} does not answer pings to a broadcast address`, `${zh}不回答发往广播地址的 ping`);
    case 'filtered':
      return both(`${name} found the receiver on the port the frame came from`, `${zh}发现收件者就在来路端口上`);
    case 'own-source':
      return both(`${name} dropped a packet that bore its own address as source`, `${zh}丢弃了源地址是自己的报文`);
    case 'unexpected':
      return both(`${name} dropped a packet it had not asked for`, `${zh}丢弃了没有要过的报文`);
  }
}

/** Why an attempt failed, as a clause; undefined where it did not. */
export function reasonOf({ outcome, address, by, loss, from }: Result): Text | undefined {
  const name = nameOf(from).en;
  const zh = subjectOf(from)['zh-CN'];
  switch (outcome) {
    case 'reply':
    case 'accepted':
      return undefined;
    case 'no-route':
      return both(`${name} has no route to ${address}`, `${zh}没有到 ${address} 的路由`);
    case 'broadcast':
      return both(`${address} is a broadcast address`, `${address} 是广播地址`);
    case 'reset':
      return both('nobody listens on that port', '那个端口没有程序在监听');
    case 'host-unreachable':
      return loss?.why === 'no-answer' || by === undefined
        ? both(`destination host unreachable, says ${by ?? name}`, `${by ?? zh} 报告：目的主机不可达`)
        : both(
            `destination host unreachable, says ${by}: nobody answered its ARP requests`,
            `${by} 报告：目的主机不可达（ARP 请求无人回答）`,
          );
    case 'net-unreachable':
      return both(`destination network unreachable, says ${by ?? '?'}`, `${by ?? '?'} 报告：目的网络不可达`);
    case 'ttl-exceeded':
      return both(`the TTL ran out, says ${by ?? '?'}`, `${by ?? '?'} 报告：TTL 耗尽`);
    case 'timeout':
      return loss ? lossToText(loss) : unexplained;
  }
}

/** The same as one word: `reply`, `timeout`, … */
export const hasSucceeded = (result: Result | undefined): boolean =>
  result?.outcome === 'reply' || result?.outcome === 'accepted';
