import { both, type Text } from '#kit/text.ts';
import { raisedText } from './pathWords.ts';
import type { State } from './state.ts';

/** A trap's beginning, and where the guest first differs, are worth seeing. */
export function eventIn(before: State, after: State): Text | undefined {
  if (after.strayed) return both('the guest differs from bare metal', '客户机与裸机不同了');
  const { path } = after;
  if (!path || before.path === path || (path.handled && !after.whole)) return undefined;
  const raised = raisedText(path);
  return both(`${path.text}: ${raised.en}`, `${path.text}：${raised['zh-CN']}`);
}
