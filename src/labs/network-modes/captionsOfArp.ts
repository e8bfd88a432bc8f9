import { both, type Text } from '#kit/text.ts';
import type { Deed } from '#sim/net/deed.ts';
import type { Frame, Packet } from '#sim/net/frame.ts';
import { ownerOfMac } from './names.ts';
import { subjectOf } from './words.ts';

/** An ARP frame that was understood. */
export function arpToText(node: string, { load }: Frame, released: readonly Packet[] | undefined): Text {
  const { en, 'zh-CN': zh } = subjectOf(node);
  if (load.kind !== 'arp') return both('', '');
  const { senderIp, senderMac, targetIp } = load;
  const owner = ownerOfMac(senderMac);
  if (!released)
    return both(
      `${en} has the address ${targetIp} and answers ${owner} alone with its MAC; the asker’s MAC it notes as well.`,
      `${zh}拥有地址 ${targetIp}，只向 ${owner} 回答自己的 MAC，并顺便记下提问者的 MAC。`,
    );
  const [packet] = released;
  return packet
    ? both(
        `${en} learns that ${senderIp} is at ${senderMac} (${owner}), and the packet for ${packet.dst} that waited for it can leave.`,
        `${zh}得知 ${senderIp} 在 ${senderMac}（${owner}），一直等着的、发给 ${packet.dst} 的报文可以走了。`,
      )
    : both(
        `${en} learns that ${senderIp} is at ${senderMac} (${owner}).`,
        `${zh}得知 ${senderIp} 在 ${senderMac}（${owner}）。`,
      );
}

/** A frame that was dropped without a word, because it was not meant for this machine or not asked for. */
export function ignoredToText(node: string, { dst, load }: Frame, why: (Deed & { did: 'ignored' })['why']): Text {
  const { en, 'zh-CN': zh } = subjectOf(node);
  switch (why) {
    case 'other-mac':
      return both(
        `${en} drops the frame: it is addressed to ${ownerOfMac(dst)}.`,
        `${zh}丢弃这一帧：它是发给 ${ownerOfMac(dst)} 的。`,
      );
    case 'other-address': {
      const asked = load.kind === 'arp' ? load.targetIp : '';
      return both(`${en} does not have ${asked}, so it keeps silent.`, `${zh}没有 ${asked} 这个地址，所以不作声。`);
    }
    case 'own-source':
      return both(
        `${en} drops it: the sender’s address is its own, which cannot be right.`,
        `${zh}丢弃它：源地址竟是自己的地址，不可能正确。`,
      );
    case 'broadcast':
      return both(
        `${en} does not answer pings that are meant for everyone, so the packet ends here.`,
        `${zh}不回答发给所有人的 ping，报文到此为止。`,
      );
    case 'unexpected':
      return both(`${en} did not ask for this and drops it.`, `${zh}没有要过它，于是丢弃。`);
  }
}
