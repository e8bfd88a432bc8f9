import { both, type Text } from '#kit/text.ts';
import { hasBit } from '#sim/paging/entry.ts';
import { readEntry } from '#sim/paging/memory.ts';
import type { Reference } from '#sim/paging/walk.ts';
import { bitWord, openedWord } from './bits.ts';
import { faultCaption } from './faultCaption.ts';
import { hex, hexAddress } from './hex.ts';
import type { Walker } from './model.ts';
import { entryWord as entryOf, pageWord, tableWord as tableOf } from './words.ts';

/** What just happened and why. */
export function caption(state: Walker): Text {
  const { walk, flipped, open } = state;
  const last = walk.references.at(-1);
  if (open && flipped !== undefined) return flipCaption(state, flipped);
  if (open) return openCaption(state);
  if (walk.fault) return faultCaption(state, walk.fault, last);
  if (!last) return startCaption(state);
  if (walk.byte !== undefined) return dataCaption(state, walk.byte);
  if (last.by === 'ept') return last.isLeaf ? eptLeafCaption(state, last) : eptTableCaption(last);
  return last.isLeaf ? guestLeafCaption(state) : guestTableCaption(state, last);
}

function flipCaption({ walk, open }: Walker, bit: number): Text {
  if (!open) return both('', '');
  const [entry, name] = [openedWord(open), bitWord(walk.memory, open, bit)];
  const value = hasBit(readEntry(walk.memory, open.address), bit) ? 1 : 0;
  return both(
    `Bit ${bit} (${name.en}) of the ${entry.en} is now ${value} in memory, so the access begins again from CR3.`,
    `${entry['zh-CN']}${open.by === 'guest' ? ' ' : ''}的第 ${bit} 位（${name['zh-CN']}）在内存中变为 ${value}，于是访问从 CR3 重新开始。`,
  );
}

function openCaption({ open }: Walker): Text {
  if (!open) return both('', '');
  const entry = openedWord(open);
  return both(
    `This is the ${entry.en} as it stands in memory; each bit is a button, and flipping one begins the access again.`,
    `这是内存中的 ${entry['zh-CN']}；每一位都是按钮，翻转任何一位都会让访问重新开始。`,
  );
}

function startCaption({ walk, plan }: Walker): Text {
  const table = tableOf(plan.guestLevels);
  if (walk.next?.by === 'fault')
    return both(
      `The address is not canonical: its highest bits are not all the same as bit ${plan.guestLevels === 5 ? 56 : 47}, so there is nothing to walk.`,
      `地址不规范：最高的若干位与第 ${plan.guestLevels === 5 ? 56 : 47} 位不全相同，无从遍历。`,
    );
  return plan.isNested
    ? both(
        `CR3 holds the ${table}’s address, but a guest-physical one, so the EPT must first say where that really is.`,
        `CR3 保存着 ${table} 的地址，但那是客户机物理地址，所以要先由 EPT 说明它究竟在哪里。`,
      )
    : both(
        `CR3 holds the ${table}’s physical address, so its entry can be read at once.`,
        `CR3 保存着 ${table} 的物理地址，所以可以直接读取其表项。`,
      );
}

const soughtEn = (target: number): string => (target ? `guest’s ${tableOf(target)}` : 'data');
const soughtZh = (target: number): string => (target ? `客户机的 ${tableOf(target)} ` : '数据');

const eptTableCaption = ({ level, target }: Reference): Text =>
  both(
    `The EPT entry of level ${level} leads to the EPT table of level ${level - 1}; where the ${soughtEn(target)} lies in host memory is still open.`,
    `EPT 第 ${level} 级表项指向第 ${level - 1} 级表；${soughtZh(target)}在宿主机内存的何处，尚未可知。`,
  );

function eptLeafCaption({ walk }: Walker, { level, target, before, after }: Reference): Text {
  const large = level > 1 ? both(` of a ${pageWord(level)} page`, `（${pageWord(level)} 大页）`) : both('', '');
  if (target === 0)
    return both(
      `EPT level ${level} gives the frame${large.en} behind the data’s guest-physical address: the byte is at host-physical ${hexAddress(walk.hostPhysical ?? 0)}, after ${walk.references.length} references.`,
      `EPT 第 ${level} 级给出数据所在的页框${large['zh-CN']}：该字节位于宿主机物理地址 ${hexAddress(walk.hostPhysical ?? 0)}，共访存 ${walk.references.length} 次。`,
    );
  const dirtied = before !== after;
  return both(
    `The ${tableOf(target)}’s address is guest-physical; EPT level ${level} gives the frame${large.en}, so the guest’s ${entryOf(target)} can now be read${dirtied ? ', and counts as written: the page is marked dirty' : ''}.`,
    `${tableOf(target)} 的地址是客户机物理地址；EPT 第 ${level} 级给出页框${large['zh-CN']}，于是可以读取客户机的 ${entryOf(target)}${dirtied ? '，并且算作写入：该页被标记为脏' : ''}。`,
  );
}

const guestTableCaption = ({ plan }: Walker, { level }: Reference): Text =>
  plan.isNested
    ? both(
        `The ${entryOf(level)} leads to the ${tableOf(level - 1)}, but by a guest-physical address, so the EPT is walked again from its root.`,
        `${entryOf(level)} 指向 ${tableOf(level - 1)}，但给出的是客户机物理地址，所以又要从根开始走一遍 EPT。`,
      )
    : both(
        `The ${entryOf(level)} gives the ${tableOf(level - 1)}’s physical address, so its entry can be read next.`,
        `${entryOf(level)} 给出 ${tableOf(level - 1)} 的物理地址，所以接着就能读取其表项。`,
      );

function guestLeafCaption({ walk, plan }: Walker): Text {
  const count = walk.references.length;
  return plan.isNested
    ? both(
        'The guest’s tables have given their answer, but it is only a guest-physical address: the EPT is walked once more, for the data itself.',
        '客户机页表已给出答案，但那只是客户机物理地址：还要为数据本身再走一遍 EPT。',
      )
    : both(
        `The tables give the data’s frame: the byte is at physical ${hexAddress(walk.hostPhysical ?? 0)}, after ${count} references.`,
        `页表给出数据所在的页框：该字节位于物理地址 ${hexAddress(walk.hostPhysical ?? 0)}，共访存 ${count} 次。`,
      );
}

function dataCaption({ walk }: Walker, byte: number): Text {
  const [count, where] = [walk.references.length, hexAddress(walk.hostPhysical ?? 0)];
  switch (walk.access.kind) {
    case 'read':
      return both(
        `The byte at ${where} is read: ${hex(byte)}, one reference after the ${count} that found it.`,
        `读出 ${where} 处的字节 ${hex(byte)}：此前为找到它访存了 ${count} 次。`,
      );
    case 'write':
      return both(
        `The byte at ${where} is written: ${hex(byte)}, one reference after the ${count} that found it.`,
        `向 ${where} 写入字节 ${hex(byte)}：此前为找到它访存了 ${count} 次。`,
      );
    case 'fetch':
      return both(
        `The instruction’s first byte, ${hex(byte)}, is fetched from ${where}, one reference after the ${count} that found it.`,
        `从 ${where} 取到指令的第一个字节 ${hex(byte)}：此前为找到它访存了 ${count} 次。`,
      );
  }
}
