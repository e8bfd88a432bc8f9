import type { Controls, ParamsOf } from '#kit/controls.ts';
import { checkScript } from './script.ts';

/** Four switches in the host, a route in the guests, a route outside, and lines to type. */
export const controls = {
  uplink: { kind: 'switch', label: { en: 'Uplink (eth0 in br0)', 'zh-CN': '上联（eth0 加入 br0）' }, initial: false },
  hostAddress: { kind: 'switch', label: { en: 'Host address on br0', 'zh-CN': 'br0 上的宿主地址' }, initial: false },
  forwarding: { kind: 'switch', label: { en: 'Forwarding', 'zh-CN': '转发' }, initial: false },
  nat: { kind: 'switch', label: { en: 'NAT', 'zh-CN': 'NAT' }, initial: false },
  gateway: { kind: 'switch', label: { en: 'Gateway in the guests', 'zh-CN': '客户机设网关' }, initial: false },
  returnRoute: { kind: 'switch', label: { en: 'Return route outside', 'zh-CN': '外部机器设返回路由' }, initial: false },
  script: {
    kind: 'source',
    label: { en: 'Your own commands', 'zh-CN': '自己输入命令' },
    language: 'shell',
    initial: '',
    prompt: { en: 'Next command', 'zh-CN': '下一条命令' },
    help: {
      en: 'A line begins with the machine (g1, g2, host, out): “g1 ping 192.168.1.50”, “g1 ping -t 1 192.168.1.50”, “g1 nc 192.168.1.50 8080”, “out ip route add 10.0.0.0/24 via 192.168.1.10”, “g1 ip route add default via 10.0.0.1”, “host ip addr add 10.0.0.1/24 dev br0”, “host sysctl -w net.ipv4.ip_forward=1”, “host nft add rule ip nat post ip saddr 10.0.0.0/24 oifname eth0 masquerade”. Each addition has its removal: ip route del, ip addr del, nft flush chain ip nat post. “g1 ip neigh flush all” and “host bridge fdb flush dev br0” empty caches.',
      'zh-CN':
        '每行以机器名（g1、g2、host、out）开头：“g1 ping 192.168.1.50”“g1 ping -t 1 192.168.1.50”“g1 nc 192.168.1.50 8080”“out ip route add 10.0.0.0/24 via 192.168.1.10”“g1 ip route add default via 10.0.0.1”“host ip addr add 10.0.0.1/24 dev br0”“host sysctl -w net.ipv4.ip_forward=1”“host nft add rule ip nat post ip saddr 10.0.0.0/24 oifname eth0 masquerade”。凡能添加的都能撤销：ip route del、ip addr del、nft flush chain ip nat post。“g1 ip neigh flush all”和“host bridge fdb flush dev br0”清空缓存。',
    },
    check: checkScript,
  },
} as const satisfies Controls;

export type Settings = ParamsOf<typeof controls>;
