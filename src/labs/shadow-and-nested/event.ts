import type { Text } from '#kit/text.ts';
import { exitCauses } from '#sim/mmu/counts.ts';
import { vaToHex } from '#sim/mmu/trace.ts';
import type { State } from './model.ts';
import { doneIn } from './step.ts';
import { causeNames, faultNames } from './words.ts';

/** An exit, a fault, a flush or a broken wall is worth seeing. */
export function eventIn(before: State, after: State): Text | undefined {
  if (after.at === before.at || after.machine.counts === before.machine.counts) return undefined;
  const { counts } = after.machine;
  if (
    counts.exits === before.machine.counts.exits &&
    counts.delivered === before.machine.counts.delivered &&
    counts.flushes === before.machine.counts.flushes &&
    counts.intrusions === before.machine.counts.intrusions
  )
    return undefined;
  const { added, result, va } = doneIn(after);
  const at = vaToHex(va);
  if (added.intrusions)
    return { en: `${at}: another VM’s frame is reached`, 'zh-CN': `${at}：访问到了别的虚拟机的页框` };
  if (result?.fault)
    return { en: `${at}: ${faultNames[result.fault].en}`, 'zh-CN': `${at}：${faultNames[result.fault]['zh-CN']}` };
  if (added.hidden) return { en: `${at}: hidden fault`, 'zh-CN': `${at}：隐藏缺页` };
  const cause = exitCauses.find((name) => added.exits[name]);
  if (cause) return { en: `exit: ${causeNames[cause].en}`, 'zh-CN': `退出：${causeNames[cause]['zh-CN']}` };
  return { en: 'TLB flush', 'zh-CN': 'TLB 清空' };
}
