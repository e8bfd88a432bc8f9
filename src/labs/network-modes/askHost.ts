import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { ownsAddress } from '#sim/net/stack.ts';
import { hopAt, type Options, option } from './asking.ts';
import type { State } from './state.ts';
import { stackOf } from './wiring.ts';

function hostOptions(state: State, isOwn: boolean): Options {
  const { forwarding, masquerade } = stackOf(state.network, 'host');
  return {
    keep: option(
      both('It keeps it: the packet is for the host', '自己收下：报文是给宿主机的'),
      isOwn
        ? both(
            'An address belongs to the host, not to one interface, so the packet has arrived wherever it came in.',
            '地址属于宿主机，不属于某个接口，所以报文无论从哪里进来都算到了。',
          )
        : both(
            'The frame bears the host’s MAC, but the packet’s destination is none of its addresses.',
            '帧上写的是宿主机的 MAC，但报文的目的地址不是它的任何一个地址。',
          ),
    ),
    pass: option(
      both('It passes it on, addresses unchanged', '转出，地址不变'),
      isOwn
        ? both(
            'Passing on is for packets addressed to somebody else. This one is for an address of the host’s own, so forwarding has no part in it.',
            '转出的是发给别人的报文。这一个发给宿主机自己的地址，与转发无关。',
          )
        : forwarding
          ? both(
              'Forwarding is on, so it does that where a route leads on; whether the source stays depends on the NAT switch.',
              '转发已开，有路由就会转出；源地址变不变，要看 NAT 开关。',
            )
          : both('Passing on is what the forwarding switch allows, and it is off.', '转出要靠转发开关，而它是关的。'),
    ),
    rewrite: option(
      both('It passes it on with its own address as source', '转出，源地址换成自己的'),
      masquerade && !isOwn && forwarding
        ? both(
            'The NAT rule is there; it applies to what is forwarded out of eth0.',
            'NAT 规则在，它作用于经 eth0 转出的报文。',
          )
        : masquerade
          ? both(
              'The NAT rule is there, but it applies only to what is forwarded out of eth0, and this packet is not forwarded.',
              'NAT 规则在，但它只作用于经 eth0 转出的报文，而这个报文不会被转出。',
            )
          : both('Rewriting is the work of a NAT rule, and there is none.', '改写是 NAT 规则的事，而这里没有规则。'),
    ),
    drop: option(
      both('It drops it', '丢弃'),
      forwarding || isOwn
        ? both(
            'Only where it has no route: what is for itself the host takes, and with forwarding on it passes on the rest.',
            '没有路由时才会：给自己的它收下，转发开着时其余的转出。',
          )
        : both('Forwarding is off, so a packet for somebody else ends here.', '转发是关的，发给别人的报文到此为止。'),
    ),
  };
}

/** Before the host’s IP stack: keep, pass on, rewrite or drop? */
export function askHost(state: State, dst: string): Ask<State> {
  return {
    key: 'host',
    text: both(
      `The host gets a packet for ${dst}. What does it do with it?`,
      `宿主机收到发给 ${dst} 的报文。它怎么处理？`,
    ),
    options: hostOptions(state, ownsAddress(stackOf(state.network, 'host'), dst)),
    right: (next) => {
      const done = hopAt(next, 'host')?.done;
      if (done?.by !== 'stack') return 'drop';
      if (done.deed.did === 'forwarded') return done.deed.translated === 'source' ? 'rewrite' : 'pass';
      return done.deed.did === 'dropped' || done.deed.did === 'refused' ? 'drop' : 'keep';
    },
  };
}
