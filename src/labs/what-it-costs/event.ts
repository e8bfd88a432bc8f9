import { both, type Text } from '#kit/text.ts';
import { billOf } from './bill.ts';
import { isCounting, type State } from './model.ts';
import { platformOf } from './platforms.ts';
import { percentText } from './words.ts';

/** A bill, the end of the count and the crossings are worth seeing. */
export function eventIn(before: State, after: State): Text | undefined {
  if (after.crossings && !before.crossings) return both('where the lines cross', '各线相交之处');
  if (after.billed > before.billed && after.shown) {
    const { name } = platformOf(after.shown);
    const percent = percentText(billOf(after.params, after.shown, after.events).percent);
    return both(`${name.en}: ${percent}`, `${name['zh-CN']}：${percent}`);
  }
  if (isCounting(before) && !isCounting(after)) return both('the guest is counted', '客户机计数完成');
  return undefined;
}
