import { both, type Text } from '#kit/text.ts';
import type { Machine } from './wiring.ts';

/** A phrase that begins a sentence. */
export const capital = ({ en, 'zh-CN': zh }: Text): Text => both(en.charAt(0).toUpperCase() + en.slice(1), zh);

const names: Readonly<Record<string, Text>> = {
  g1: both('guest 1', '客户机 1'),
  g2: both('guest 2', '客户机 2'),
  host: both('the host', '宿主机'),
  out: both('the outside machine', '外部机器'),
  br0: both('the bridge br0', '网桥 br0'),
  sw0: both('the LAN switch sw0', '局域网交换机 sw0'),
};
/** A machine's or a switch's name in a sentence. */
export const nameOf = (node: string): Text => names[node] ?? both(node, node);

const spaced = (zh: string): string => (/[a-z0-9]$/i.test(zh) ? `${zh} ` : zh);
/** The same where a sentence begins with it; Chinese sets a space after a Latin letter or a figure. */
export const subjectOf = (node: string): Text => both(capital(nameOf(node)).en, spaced(nameOf(node)['zh-CN']));

/** The same on the picture, with the name that commands use. */
export const plateOf: Readonly<Record<Machine | 'br0' | 'sw0', Text>> = {
  g1: both('guest 1 (g1)', '客户机 1 (g1)'),
  g2: both('guest 2 (g2)', '客户机 2 (g2)'),
  host: both('host', '宿主机'),
  out: both('outside (out)', '外部机器 (out)'),
  br0: both('bridge br0', '网桥 br0'),
  sw0: both('switch sw0', '交换机 sw0'),
};

/** Names one after the other: "the host, guest 1 and guest 2". */
export function listed(nodes: readonly string[]): Text {
  const last = nodes.slice(-1).map(nameOf);
  const rest = nodes.slice(0, -1).map(nameOf);
  if (rest.length === 0) return last[0] ?? both('nobody', '无人');
  return both(
    `${rest.map(({ en }) => en).join(', ')} and ${last.map(({ en }) => en).join()}`,
    `${spaced(rest.map((name) => name['zh-CN']).join('、'))}和${last.map((name) => name['zh-CN']).join()}`,
  );
}

export const words = {
  title: both('Five modes from four switches', '四个开关，五种模式'),
  question: both(
    'Who reaches whom, and where does a packet that does not arrive stop?',
    '谁能到达谁？到不了的报文停在了哪里？',
  ),
  noGateway: both('no gateway', '无网关'),
  gateway: (via: string) => both(`gw ${via}`, `网关 ${via}`),
  noAddressAtAll: both('no address', '无地址'),
  noAddress: (dev: string) => both(`${dev}: no address`, `${dev}：无地址`),
  noRoute: both('no route to', '没有路由到'),
  via: (via: string) => `via ${via}`,
  uplink: both('uplink', '上联'),
  forwardingOn: both('forwarding on', '转发 开'),
  forwardingOff: both('forwarding off', '转发 关'),
  nothingLearned: both('nothing yet', '还没学到地址'),
  noFlows: both('nothing translated', '没有转换过的流'),
  yes: both('✓ yes', '✓ 通'),
  no: both('no', '不通'),
  untried: '?',
  lan: both('LAN IP', '局域网 IP'),
  fill: both('fill all', '全部试'),
  clear: both('clear', '清空'),
  seen: (value: string) => both(`outside sees ${value}`, `外部看到 ${value}`),
  seenNone: both('outside sees nobody', '外部谁也没看到'),
  /** Said on a packet that goes no further. */
  lost: {
    'forwarding-off': both('closed', '未转发'),
    'no-route-back': both('no route', '无路由'),
    'no-answer': both('no answer', '无应答'),
    broadcast: both('ignored', '忽略'),
    filtered: both('filtered', '过滤'),
    'own-source': both('ignored', '忽略'),
    unexpected: both('ignored', '忽略'),
  },
  ignored: both('ignored', '忽略'),
} as const;
