import { both, type Text } from '#kit/text.ts';
import { symptomText } from './guestWords.ts';
import { holesIn, isSorted, type Sorting, type State } from './model.ts';

/** The lamp is decided; a guest parts from bare metal; it shows. */
export function event(before: State, after: State): Text | undefined {
  if (before === after) return undefined;
  if (before.kind === 'sorting' && after.kind === 'sorting') return sortingEvent(before, after);
  if (before.kind !== 'running' || after.kind !== 'running') return undefined;
  if (after.guest?.symptom) return symptomText(after.guest.symptom.kind);
  const parted = after.guest?.run.divergence;
  if (parted && !before.guest?.run.divergence)
    return both(`The guest parts from bare metal at line ${parted.line}`, `客户机在第 ${parted.line} 行与裸机分道`);
  const { run } = after.guest ?? {};
  return run?.deed.kind === 'leave' && run.deed.reason.startsWith('interrupt')
    ? both('The timer interrupts', '定时器中断')
    : undefined;
}

/** Not every hole: a mark on the scrubber would give the answer away before the bet. */
function sortingEvent(before: Sorting, after: Sorting): Text | undefined {
  if (holesIn(before) === 0 && holesIn(after) > 0) return both('The first hole', '第一个漏洞');
  return isSorted(after) && !isSorted(before) ? both('All are tried', '全部试完') : undefined;
}
