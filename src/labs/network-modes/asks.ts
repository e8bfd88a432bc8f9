/** The machine's questions. What is right is read off the step after it has been made. */
import type { Ask } from '#kit/lab.ts';
import type { Text } from '#kit/text.ts';
import { BROADCAST } from '#sim/net/address.ts';
import { type Copy, farEnd, type Hop } from '#sim/net/network.ts';
import { longestMatch } from '#sim/net/route.ts';
import { ownsAddress, routesOf } from '#sim/net/stack.ts';
import type { State } from './state.ts';
import { hasUplink, stackOf } from './wiring.ts';
import { say } from './words.ts';

type Options = Ask<State>['options'];
const option = (text: Text, why: Text) => ({ text, why });

/** What became of a frame at the place that the question is about. */
const hopAt = (next: State, node: string): Hop | undefined => next.hops.find(({ to }) => to.node === node);

const portOptions = (isBroadcast: boolean, isKnown: boolean): Options => ({
  one: option(
    say('By one port only', '只从一个端口'),
    isBroadcast
      ? say(
          'A broadcast is for everyone; there is no single port behind which “everyone” stands.',
          '广播是发给所有人的，没有哪个端口后面站着“所有人”。',
        )
      : isKnown
        ? say(
            'The bridge has learned where the receiver is, from the source addresses of earlier frames.',
            '网桥已从先前各帧的源地址学到收件者在哪里。',
          )
        : say(
            'It cannot: no frame from the receiver has passed, so the bridge has not learned its port.',
            '做不到：收件者还没有发过帧，网桥没有学到它的端口。',
          ),
  ),
  others: option(
    say('By every port but the one it came from', '从除来路以外的每个端口'),
    isBroadcast
      ? say(
          'That is flooding: the frame is for everyone, and the sender has it already.',
          '这就是泛洪：帧是给所有人的，而发送者自己已经有了。',
        )
      : isKnown
        ? say(
            'It would, had the bridge not learned the receiver’s port from an earlier frame.',
            '如果网桥没有从先前的帧学到收件者的端口，才会这样。',
          )
        : say(
            'An unknown receiver may be anywhere, so every port is tried.',
            '收件者位置未知，哪里都有可能，所以每个端口都试。',
          ),
  ),
  all: option(
    say('By every port, back to the sender too', '从每个端口，也送回来路'),
    say(
      'A bridge never sends a frame back out of the port it came in by; with two bridges that would never end.',
      '网桥从不把帧送回来路端口；否则两台网桥之间就会没完没了。',
    ),
  ),
});

function askPorts({ network }: State, { frame }: Copy): Ask<State> {
  const isBroadcast = frame.dst === BROADCAST;
  const { br0 } = network.bridges;
  const isKnown = br0?.own?.mac === frame.dst || br0?.fdb[frame.dst] !== undefined;
  return {
    key: isBroadcast ? 'ports-broadcast' : 'ports-known',
    text: isBroadcast
      ? say('br0 gets a broadcast. Which ports does this frame leave by?', 'br0 收到一个广播帧。它从哪些端口送出？')
      : say(
          'br0 gets a frame for one receiver. Which ports does it leave by?',
          'br0 收到一个有明确收件者的帧。它从哪些端口送出？',
        ),
    options: portOptions(isBroadcast, isKnown),
    right: (next) => {
      const done = hopAt(next, 'br0')?.done;
      return done?.by === 'bridge' && done.bridged.how.startsWith('flooded') ? 'others' : 'one';
    },
  };
}

function hostOptions(state: State, isOwn: boolean): Options {
  const { forwarding, masquerade } = stackOf(state.network, 'host');
  return {
    keep: option(
      say('It keeps it: the packet is for the host', '自己收下：报文是给宿主机的'),
      isOwn
        ? say(
            'An address belongs to the host, not to one interface, so the packet has arrived wherever it came in.',
            '地址属于宿主机，不属于某个接口，所以报文无论从哪里进来都算到了。',
          )
        : say(
            'The frame bears the host’s MAC, but the packet’s destination is none of its addresses.',
            '帧上写的是宿主机的 MAC，但报文的目的地址不是它的任何一个地址。',
          ),
    ),
    pass: option(
      say('It passes it on, addresses unchanged', '转出，地址不变'),
      forwarding
        ? say(
            'Forwarding is on; whether the source stays depends on the NAT switch.',
            '转发已开；源地址变不变，要看 NAT 开关。',
          )
        : say(
            'Passing on is what the forwarding switch allows, and it is off. A packet for one of the host’s own addresses does not need it.',
            '转出要靠转发开关，而它是关的。发给宿主机自己地址的报文则不需要它。',
          ),
    ),
    rewrite: option(
      say('It passes it on with its own address as source', '转出，源地址换成自己的'),
      masquerade
        ? say(
            'The NAT rule is there; it applies to what is forwarded out of eth0.',
            'NAT 规则在，它作用于经 eth0 转出的报文。',
          )
        : say('Rewriting is the work of a NAT rule, and there is none.', '改写是 NAT 规则的事，而这里没有规则。'),
    ),
    drop: option(
      say('It drops it', '丢弃'),
      forwarding || isOwn
        ? say(
            'Only where it has no route: what is for itself the host takes, and with forwarding on it passes on the rest.',
            '没有路由时才会：给自己的它收下，转发开着时其余的转出。',
          )
        : say('Forwarding is off, so a packet for somebody else ends here.', '转发是关的，发给别人的报文到此为止。'),
    ),
  };
}

function askHost(state: State, dst: string): Ask<State> {
  return {
    key: 'host',
    text: say(
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

function askReply(state: State, src: string): Ask<State> {
  const route = longestMatch(routesOf(stackOf(state.network, 'out')), src);
  return {
    key: 'reply',
    text: say(
      `The outside machine gets a ping from ${src}. Where does its reply go?`,
      `外部机器收到来自 ${src} 的 ping。它的应答送往哪里？`,
    ),
    options: {
      direct: option(
        say(`Straight to ${src}`, `直接送给 ${src}`),
        route && !route.via
          ? say(
              `${src} is in its own network, 192.168.1.0/24: no router is needed.`,
              `${src} 就在它自己的网络 192.168.1.0/24 里，不需要路由器。`,
            )
          : say(
              `${src} is not in 192.168.1.0/24, so it cannot be reached without a next hop.`,
              `${src} 不在 192.168.1.0/24 里，没有下一跳就到不了。`,
            ),
      ),
      host: option(
        say('To the host, as its next hop', '送给宿主机，作为下一跳'),
        route?.via
          ? say(
              `Its route to the guests’ network names ${route.via} as next hop.`,
              `它有到客户机网络的路由，下一跳是 ${route.via}。`,
            )
          : say(
              'A reply does not go back the way the request came: the outside machine looks into its own routes.',
              '应答并不循着请求的来路返回：外部机器查的是自己的路由表。',
            ),
      ),
      nowhere: option(
        say('Nowhere', '无处可去'),
        route
          ? say(
              'A route does match: its own network, or the one that was added.',
              '有一条路由匹配：它自己的网络，或后来添加的那条。',
            )
          : say(
              'No route matches: 10.0.0.0/24 is not its own network, and nobody has told it the way.',
              '没有路由匹配：10.0.0.0/24 不是它自己的网络，也没有人告诉它怎么走。',
            ),
      ),
    },
    right: (next) => {
      const done = hopAt(next, 'out')?.done;
      const fate = done?.by === 'stack' && done.deed.did === 'answered' ? done.deed.fate : undefined;
      if (!fate || !('hop' in fate)) return 'nowhere';
      return fate.hop === fate.packet.dst ? 'direct' : 'host';
    },
  };
}

/** Asked where the next frame reaches a place at which beliefs differ. */
export function asks(state: State): Ask<State> | undefined {
  const copy =
    state.flights[0]?.find((each) => farEnd(state.network, each.from)?.node !== 'sw0') ?? state.flights[0]?.[0];
  const to = copy && farEnd(state.network, copy.from);
  if (!copy || !to || !state.attempt) return undefined;
  const { load } = copy.frame;
  if (to.node === 'br0' && (copy.frame.dst === BROADCAST || hasUplink(state.network))) return askPorts(state, copy);
  if (load.kind !== 'ip' || !('ident' in load.body) || load.body.kind !== 'echo-request') return undefined;
  if (to.node === 'host' && !hasUplink(state.network)) return askHost(state, load.dst);
  return to.node === 'out' ? askReply(state, load.src) : undefined;
}
