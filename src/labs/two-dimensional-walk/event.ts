import { both, type Text } from '#kit/text.ts';
import type { Walker } from './model.ts';
import { entryWord } from './words.ts';

/** A column finished, a fault, the address found, the byte: these are worth stopping at. */
export function event(before: Walker, { walk, plan }: Walker): Text | undefined {
  if (walk === before.walk) return undefined;
  if (walk.byte !== undefined) return both('The byte', '该字节');
  switch (walk.fault?.kind) {
    case 'general-protection':
      return faultEvent('#GP', plan.isNested);
    case 'guest-page-fault':
      return faultEvent('#PF', plan.isNested);
    case 'ept-violation':
      return both('VM exit: EPT violation', '虚拟机退出：EPT 违例');
    case 'ept-misconfiguration':
      return both('VM exit: EPT misconfiguration', '虚拟机退出：EPT 配置错误');
    case undefined:
      break;
  }
  if (walk.hostPhysical !== undefined) return both('The translation is complete', '转换完成');
  const last = walk.references.at(-1);
  if (last?.by === 'guest' && plan.isNested)
    return both(`${entryWord(last.level)} read`, `读到 ${entryWord(last.level)}`);
  return undefined;
}

const faultEvent = (name: string, isNested: boolean): Text =>
  isNested
    ? both(`${name}, handled by the guest`, `${name}，由客户机处理`)
    : both(`${name}, handled by the kernel`, `${name}，由内核处理`);
