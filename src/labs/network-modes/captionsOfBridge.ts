import { both, type Text } from '#kit/text.ts';
import type { Bridged } from '#sim/net/bridge.ts';
import type { Hop } from '#sim/net/network.ts';
import { ownerOfMac } from './names.ts';
import { nameOf, subjectOf } from './words.ts';

/** What a switch did with a frame. `sw0` has two ports, and leaves less to tell. */
export function bridgeToText({ to, frame }: Hop, { how, learned, out, bridge }: Bridged): Text {
  const { en, 'zh-CN': zh } = subjectOf(to.node);
  const [source, target] = [ownerOfMac(frame.src), ownerOfMac(frame.dst)];
  switch (how) {
    case 'flooded-broadcast':
      if (out.length === 1)
        return both(
          `${en} sends the broadcast out of ${out.join()}, its only other port${learned ? `, and notes that ${source} is behind ${to.port}` : ''}.`,
          `${zh}把广播帧从仅有的另一个端口 ${out.join()} 送出${learned ? `，并记下 ${source} 在端口 ${to.port} 后面` : ''}。`,
        );
      return learned
        ? both(
            `${en} notes that ${source} is behind ${to.port}; the frame is a broadcast, so it leaves by every other port.`,
            `${zh}记下 ${source} 在端口 ${to.port} 后面；这是广播帧，所以从其余每个端口送出。`,
          )
        : both(
            `The frame is a broadcast, so ${nameOf(to.node).en} sends it out of every port but ${to.port}, where it came from.`,
            `这是广播帧，所以${zh}从除来路 ${to.port} 以外的每个端口送出。`,
          );
    case 'flooded-unknown':
      return both(
        `${en} has not learned where ${target} is, so the frame leaves by every other port.`,
        `${zh}还没学到 ${target} 在哪个端口，所以从其余每个端口送出。`,
      );
    case 'forwarded':
      if (out.join() === bridge.own?.port)
        return both(
          `${en} sees the host’s own MAC as receiver, so it hands the frame to the host’s IP stack${learned ? ` and notes that ${source} is behind ${to.port}` : ''}.`,
          `${zh}见收件者是宿主机自己的 MAC，就把帧交给宿主机的 IP 协议栈${learned ? `，并记下 ${source} 在端口 ${to.port} 后面` : ''}。`,
        );
      return learned
        ? both(
            `${en} notes that ${source} is behind ${to.port}, and as it knows where ${target} is, the frame leaves by ${out.join()} only.`,
            `${zh}记下 ${source} 在端口 ${to.port} 后面；它知道 ${target} 在哪里，所以只从 ${out.join()} 送出。`,
          )
        : both(
            `${en} knows that ${target} is behind ${out.join()}, so the frame leaves by that port only.`,
            `${zh}知道 ${target} 在端口 ${out.join()} 后面，所以只从这个端口送出。`,
          );
    case 'filtered':
      return both(
        `${en} knows that ${target} is behind ${to.port}, where the frame came from, so it drops the frame.`,
        `${zh}知道 ${target} 就在来路 ${to.port} 后面，于是丢弃这一帧。`,
      );
  }
}
