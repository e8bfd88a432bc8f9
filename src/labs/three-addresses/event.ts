import type { Text } from '#kit/text.ts';
import { byteWord } from './kernel.ts';
import type { State } from './state.ts';
import { text } from './words.ts';

/** A fault, what is done about it, the byte, and every change of a map. */
export function event(before: State, { deed, walk }: State): Text | undefined {
  if (deed === before.deed) return undefined;
  switch (deed.kind) {
    case 'byte':
      return text(`The byte: ${byteWord(walk.byte ?? 0)}`, `该字节：${byteWord(walk.byte ?? 0)}`);
    case 'guest-fault':
      return text('Page fault, to the guest’s kernel', '缺页异常，送给客户机内核');
    case 'violation':
      return text('VM exit: EPT violation', '虚拟机退出：EPT 违例');
    case 'mapped':
      return text('The guest’s kernel maps the page', '客户机内核映射该页');
    case 'killed':
      return text('The guest’s kernel ends the process', '客户机内核终止进程');
    case 'supplied':
      return text('The hypervisor supplies a frame', '管理程序配上页框');
    case 'copied':
      return text('Copy on write', '写时复制');
    case 'reopened':
      return text('The right to write is given back', '归还写权限');
    case 'shared':
      return text('Pages share a frame', '页共享一个页框');
    case 'swapped':
      return text('Two frames change places', '两个页框互换');
    case 'paged-out':
    case 'ballooned':
      return text('A frame is taken back', '取回一个页框');
    case 'unmapped':
      return text('The guest’s kernel unmaps a page', '客户机内核取消映射');
    default:
      return undefined;
  }
}
