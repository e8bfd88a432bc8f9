import { both, type Text } from '#kit/text.ts';
import { byteWord } from './kernel.ts';
import type { State } from './state.ts';

/** A fault, what is done about it, the byte, and every change of a map. */
export function event(before: State, { deed, walk }: State): Text | undefined {
  if (deed === before.deed) return undefined;
  switch (deed.kind) {
    case 'byte':
      return both(`The byte: ${byteWord(walk.byte ?? 0)}`, `该字节：${byteWord(walk.byte ?? 0)}`);
    case 'guest-fault':
      return both('Page fault, to the guest’s kernel', '缺页异常，送给客户机内核');
    case 'violation':
      return both('VM exit: EPT violation', '虚拟机退出：EPT 违例');
    case 'mapped':
      return both('The guest’s kernel maps the page', '客户机内核映射该页');
    case 'killed':
      return both('The guest’s kernel ends the process', '客户机内核终止进程');
    case 'supplied':
      return both('The hypervisor supplies a frame', '管理程序配上页框');
    case 'copied':
      return both('Copy on write', '写时复制');
    case 'reopened':
      return both('The right to write is given back', '归还写权限');
    case 'shared':
      return both('Pages share a frame', '页共享一个页框');
    case 'swapped':
      return both('Two frames change places', '两个页框互换');
    case 'paged-out':
    case 'ballooned':
      return both('A frame is taken back', '取回一个页框');
    case 'unmapped':
      return both('The guest’s kernel unmaps a page', '客户机内核取消映射');
    default:
      return undefined;
  }
}
