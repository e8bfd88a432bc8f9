import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { longestMatch, type Route } from '#sim/net/route.ts';
import { routesOf } from '#sim/net/stack.ts';
import { hopAt, type Options, option } from './asking.ts';
import type { State } from './state.ts';
import { LAN_ADDRESS, stackOf } from './wiring.ts';

/** Under NAT the host is the sender, as far as can be seen outside. */
const hiddenGuest = option(
  both('To 10.0.0.101, by way of the host', '经宿主机送给 10.0.0.101'),
  both(
    'The outside machine has never seen that address: the request came under the host’s own.',
    '外部机器从没见过这个地址：请求到达时，源地址写的是宿主机的。',
  ),
);

const replyOptions = (src: string, route: Route | undefined): Options => ({
  direct: option(
    both(`Straight to ${src}`, `直接送给 ${src}`),
    route && !route.via
      ? both(
          `${src} is in its own network, 192.168.1.0/24: no router is needed.`,
          `${src} 就在它自己的网络 192.168.1.0/24 里，不需要路由器。`,
        )
      : both(
          `${src} is not in 192.168.1.0/24, so it cannot be reached without a next hop.`,
          `${src} 不在 192.168.1.0/24 里，没有下一跳就到不了。`,
        ),
  ),
  host:
    src === LAN_ADDRESS
      ? hiddenGuest
      : option(
          both('To the host, as its next hop', '送给宿主机，作为下一跳'),
          route?.via
            ? both(
                `Its route to the guests’ network names ${route.via} as next hop.`,
                `它有到客户机网络的路由，下一跳是 ${route.via}。`,
              )
            : both(
                'A reply does not go back the way the request came: the outside machine looks into its own routes.',
                '应答并不循着请求的来路返回：外部机器查的是自己的路由表。',
              ),
        ),
  nowhere: option(
    both('Nowhere', '无处可去'),
    route
      ? both(
          'A route does match: its own network, or the one that was added.',
          '有一条路由匹配：它自己的网络，或后来添加的那条。',
        )
      : both(
          'No route matches: 10.0.0.0/24 is not its own network, and nobody has told it the way.',
          '没有路由匹配：10.0.0.0/24 不是它自己的网络，也没有人告诉它怎么走。',
        ),
  ),
});

/** Before the outside machine answers: where does its reply go? */
export function askReply(state: State, src: string): Ask<State> {
  const route = longestMatch(routesOf(stackOf(state.network, 'out')), src);
  return {
    key: 'reply',
    text: both(
      `The outside machine gets a ping from ${src}. Where does its reply go?`,
      `外部机器收到来自 ${src} 的 ping。它的应答送往哪里？`,
    ),
    options: replyOptions(src, route),
    right: (next) => {
      const done = hopAt(next, 'out')?.done;
      const fate = done?.by === 'stack' && done.deed.did === 'answered' ? done.deed.fate : undefined;
      if (!fate || !('hop' in fate)) return 'nowhere';
      return fate.hop === fate.packet.dst ? 'direct' : 'host';
    },
  };
}
