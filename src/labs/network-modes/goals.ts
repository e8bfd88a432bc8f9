import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { hasSucceeded } from './failures.ts';
import { modeOf } from './mode.ts';
import type { State } from './state.ts';
import { hasUplink, stackOf } from './wiring.ts';

const reached = ({ results }: State, pair: string): boolean => hasSucceeded(results[pair]);

export const goals: Readonly<Record<string, Goal<State>>> = {
  'one-way-repair': {
    text: both(
      'In routed mode, without NAT, make guest 1’s ping to the outside machine succeed.',
      '在路由模式下，不用 NAT，让客户机 1 ping 通外部机器。',
    ),
    done: both(
      'The request could always get out. What was missing was a route for the reply: the outside machine sends packets for 10.0.0.0/24 to the host’s LAN address now.',
      '请求本来就出得去，缺的是应答的路由：现在外部机器把发给 10.0.0.0/24 的报文交给宿主机的局域网地址。',
    ),
    solution: {
      hostAddress: 'true',
      forwarding: 'true',
      gateway: 'true',
      returnRoute: 'true',
      moves: 'ping.g1.out',
      at: '30',
    },
    reached: (state) => modeOf(state.network) === 'routed' && reached(state, 'g1.out'),
  },
  surprise: {
    text: both(
      'With no uplink and forwarding off, reach the host’s LAN address 192.168.1.10 from a guest.',
      '不接上联、不开转发，从客户机到达宿主机的局域网地址 192.168.1.10。',
    ),
    done: both(
      'Nothing was forwarded: the address belongs to the host, not to eth0, so the host answers on br0 as well. Host-only is not a firewall.',
      '什么也没有转发：地址属于宿主机，而不属于 eth0，所以宿主机在 br0 上照样应答。仅主机模式不是防火墙。',
    ),
    solution: { hostAddress: 'true', gateway: 'true', moves: 'ping.g1.hostLan', at: '20' },
    reached: (state) => {
      const closed = !hasUplink(state.network) && !stackOf(state.network, 'host').forwarding;
      return closed && (reached(state, 'g1.hostLan') || reached(state, 'g2.hostLan'));
    },
  },
  'hide-and-be-found': {
    text: both(
      'In NAT mode, with the guests hidden behind 192.168.1.10, make the outside machine’s ping to guest 1 succeed.',
      '在 NAT 模式下，客户机藏在 192.168.1.10 后面，让外部机器 ping 通客户机 1。',
    ),
    done: both(
      'NAT rewrites what the guests begin; it forbids nothing. Whoever has a route to 10.0.0.0/24 gets in, unless a filter says no.',
      'NAT 只改写由客户机发起的流，什么也不禁止。谁有到 10.0.0.0/24 的路由，谁就进得来，除非另有过滤规则。',
    ),
    solution: {
      hostAddress: 'true',
      forwarding: 'true',
      nat: 'true',
      gateway: 'true',
      returnRoute: 'true',
      moves: 'ping.out.g1',
      at: '30',
    },
    reached: (state) => modeOf(state.network) === 'NAT' && reached(state, 'out.g1'),
  },
};
