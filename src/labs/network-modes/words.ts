import type { Text } from '#kit/text.ts';
import type { Machine } from './wiring.ts';

/** A phrase in both languages, side by side. */
export const say = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** A phrase that begins a sentence. */
export const capital = ({ en, 'zh-CN': zh }: Text): Text => say(en.charAt(0).toUpperCase() + en.slice(1), zh);

const names: Readonly<Record<string, Text>> = {
  g1: say('guest 1', '客户机 1'),
  g2: say('guest 2', '客户机 2'),
  host: say('the host', '宿主机'),
  out: say('the outside machine', '外部机器'),
  br0: say('the bridge br0', '网桥 br0'),
  sw0: say('the LAN switch sw0', '局域网交换机 sw0'),
};
/** A machine's or a switch's name in a sentence. */
export const nameOf = (node: string): Text => names[node] ?? say(node, node);

const spaced = (zh: string): string => (/[a-z0-9]$/i.test(zh) ? `${zh} ` : zh);
/** The same where a sentence begins with it; Chinese sets a space after a Latin letter or a figure. */
export const subjectOf = (node: string): Text => say(capital(nameOf(node)).en, spaced(nameOf(node)['zh-CN']));

/** The same on the picture, with the name that commands use. */
export const plateOf: Readonly<Record<Machine | 'br0' | 'sw0', Text>> = {
  g1: say('guest 1 (g1)', '客户机 1 (g1)'),
  g2: say('guest 2 (g2)', '客户机 2 (g2)'),
  host: say('host', '宿主机'),
  out: say('outside (out)', '外部机器 (out)'),
  br0: say('bridge br0', '网桥 br0'),
  sw0: say('switch sw0', '交换机 sw0'),
};

/** Names one after the other: "the host, guest 1 and guest 2". */
export function listed(nodes: readonly string[]): Text {
  const last = nodes.slice(-1).map(nameOf);
  const rest = nodes.slice(0, -1).map(nameOf);
  if (rest.length === 0) return last[0] ?? say('nobody', '无人');
  return say(
    `${rest.map(({ en }) => en).join(', ')} and ${last.map(({ en }) => en).join()}`,
    `${spaced(rest.map((name) => name['zh-CN']).join('、'))}和${last.map((name) => name['zh-CN']).join()}`,
  );
}

export const words = {
  title: say('Five modes from four switches', '四个开关，五种模式'),
  question: say(
    'Who reaches whom, and where does a packet that does not arrive stop?',
    '谁能到达谁？到不了的报文停在了哪里？',
  ),
  noGateway: say('no gateway', '无网关'),
  gateway: (via: string) => say(`gw ${via}`, `网关 ${via}`),
  noAddressAtAll: say('no address', '无地址'),
  noAddress: (dev: string) => say(`${dev}: no address`, `${dev}：无地址`),
  noRoute: say('no route to', '没有路由到'),
  via: (via: string) => `via ${via}`,
  uplink: say('uplink', '上联'),
  forwardingOn: say('forwarding on', '转发 开'),
  forwardingOff: say('forwarding off', '转发 关'),
  nothingLearned: say('nothing yet', '还没学到地址'),
  noFlows: say('nothing translated', '没有转换过的流'),
  yes: say('✓ yes', '✓ 通'),
  no: say('no', '不通'),
  untried: '?',
  lan: say('LAN IP', '局域网'),
  fill: say('fill all', '全部试'),
  clear: say('clear', '清空'),
  seen: (value: string) => say(`outside sees ${value}`, `外部看到 ${value}`),
  seenNone: say('outside sees nobody', '外部谁也没看到'),
  /** Said on a packet that goes no further. */
  lost: {
    'forwarding-off': say('closed', '未转发'),
    'no-route-back': say('no route', '无路由'),
    'no-answer': say('no answer', '无应答'),
    broadcast: say('ignored', '忽略'),
    filtered: say('filtered', '过滤'),
    'own-source': say('ignored', '忽略'),
    unexpected: say('ignored', '忽略'),
  },
  ignored: say('ignored', '忽略'),
} as const;
