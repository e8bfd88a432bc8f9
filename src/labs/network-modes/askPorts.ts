import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { BROADCAST } from '#sim/net/address.ts';
import type { Frame } from '#sim/net/frame.ts';
import { hopAt, type Options, option } from './asking.ts';
import type { State } from './state.ts';

const portOptions = (isBroadcast: boolean, isKnown: boolean): Options => ({
  one: option(
    both('By one port only', '只从一个端口'),
    isBroadcast
      ? both(
          'A broadcast is for everyone; there is no single port behind which “everyone” stands.',
          '广播是发给所有人的，没有哪个端口后面站着“所有人”。',
        )
      : isKnown
        ? both(
            'The bridge has learned where the receiver is, from the source addresses of earlier frames.',
            '网桥已从先前各帧的源地址学到收件者在哪里。',
          )
        : both(
            'It cannot: no frame from the receiver has passed, so the bridge has not learned its port.',
            '做不到：收件者还没有发过帧，网桥没有学到它的端口。',
          ),
  ),
  others: option(
    both('By every port but the one it came from', '从除来路以外的每个端口'),
    isBroadcast
      ? both(
          'That is flooding: the frame is for everyone, and the sender has it already.',
          '这就是泛洪：帧是给所有人的，而发送者自己已经有了。',
        )
      : isKnown
        ? both(
            'It would, had the bridge not learned the receiver’s port from an earlier frame.',
            '如果网桥没有从先前的帧学到收件者的端口，才会这样。',
          )
        : both(
            'An unknown receiver may be anywhere, so every port is tried.',
            '收件者位置未知，哪里都有可能，所以每个端口都试。',
          ),
  ),
  all: option(
    both('By every port, back to the sender too', '从每个端口，也送回来路'),
    both(
      'A bridge never sends a frame back out of the port it came in by; with two bridges that would never end.',
      '网桥从不把帧送回来路端口；否则两台网桥之间就会没完没了。',
    ),
  ),
});

/** Before the bridge: which ports does the frame leave by? */
export function askPorts({ network }: State, frame: Frame): Ask<State> {
  const isBroadcast = frame.dst === BROADCAST;
  const { br0 } = network.bridges;
  const isKnown = br0?.own?.mac === frame.dst || br0?.fdb[frame.dst] !== undefined;
  return {
    key: isBroadcast ? 'ports-broadcast' : 'ports-known',
    text: isBroadcast
      ? both('br0 gets a broadcast. Which ports does this frame leave by?', 'br0 收到一个广播帧。它从哪些端口送出？')
      : both(
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
