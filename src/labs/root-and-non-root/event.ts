import { both, type Text } from '#kit/text.ts';
import { shortExitText } from '#sim/vmm/tell/exitTexts.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import { lineText } from './codeMarks.ts';
import type { State } from './model.ts';

/** An exit, an event through the guest's own IDT, a flipped control, an interrupt, or the end. */
export function eventIn(_before: State, after: State): Text | undefined {
  const { run, done } = after;
  if (done)
    return done[0] === 'flip' ? both('VMWRITE', 'VMWRITE') : both('the host’s interrupt comes', '宿主机中断到来');
  if (run.divergence) return both('differs from bare metal', '与裸机不同');
  const { deed } = run;
  if (deed.kind === 'leave') return left(shortExitText(deed.reason), lineText(after, deed.address));
  if (deed.kind === 'deliver')
    return both(`vector ${vectorNumber(deed.vector)} in the guest`, `客户机内部交付向量 ${vectorNumber(deed.vector)}`);
  return undefined;
}

const left = (reason: Text, line: string): Text =>
  both(`exit ${reason.en}: ${line}`, `退出 ${reason['zh-CN']}：${line}`);
