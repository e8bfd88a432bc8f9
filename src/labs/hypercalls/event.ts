import { both, type Text } from '#kit/text.ts';
import { hypercalls } from '#sim/vmm/hypercalls.ts';
import { type State, vmmOf, whereIs } from './model.ts';

/** A crossing, a refusal, a system call or the end is worth seeing. */
export function event(before: State, after: State): Text | undefined {
  const { run, via, from } = after;
  if (run.end !== undefined && before.run.end === undefined) return both(`end: ${run.end}`, `结束：${run.end}`);
  if (via)
    return both(
      `64-bit: through the hypervisor, ${via}`,
      `64 位：${via === 'in' ? '进内核' : '回程序'}途经虚拟机管理程序`,
    );
  if (vmmOf(after).tally.refused > vmmOf(before).tally.refused) return both('an update is refused', '一项更新被拒绝');
  const { pending } = run;
  if (pending && !before.run.pending) {
    const name = pending.hypercall === undefined ? pending.reason : (hypercalls[pending.hypercall]?.name ?? '?');
    return both(`crossing: ${name}`, `进入：${name}`);
  }
  if (from === 'user' && whereIs(after) === 'kernel') return both('a system call, no crossing', '系统调用，未进入');
  return undefined;
}
