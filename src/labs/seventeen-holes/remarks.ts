import { thousands } from '#kit/reading.ts';
import { both, type Text } from '#kit/text.ts';
import { type Measured, measured } from '#sim/holes/measured.ts';
import type { CpuName } from './controls.ts';
import { faultWord } from './rows.ts';
import { labels } from './words.ts';

function outcomeOf({ outcome, errorCode }: Measured): Text {
  switch (outcome) {
    case 'trapped':
      return both(faultWord(13, errorCode), faultWord(13, errorCode));
    case 'passed':
      return both('no exception', '没有异常');
    case 'ignored':
      return both('ignored', '被忽略');
  }
}

/** How our processor agrees with the real one, and why not where it does not. */
function remarkOn(id: string, { answered }: Measured, agrees: boolean): Text {
  if (answered && agrees) return both('It trapped; Linux gave dummies.', '其实陷入了，Linux 给的是假值。');
  if (answered) return both('It trapped; Linux answered.', '陷入了，由 Linux 代答。');
  if (!agrees) return both('Not as ours: see the lesson.', '与我们的不同，见正文。');
  if (id === 'cpuid') return both('KVM had it, unseen from inside.', '其实退到了 KVM，里面看不见。');
  return both('Ours in ring 3 does the same.', '我们的在 ring 3 也一样。');
}

/** What a real processor did with this instruction, in three short lines. */
export function measuredLines(id: string, cpu: CpuName, agrees: boolean): readonly Text[] {
  const [first] = measured[id] ?? [];
  if (cpu === 'vtx') return [];
  if (!first) return [labels.notMeasured];
  const outcome = outcomeOf(first);
  const lines = [both(`${labels.real.en} ${outcome.en}`, `${labels.real['zh-CN']}${outcome['zh-CN']}`)];
  if (first.ticks) {
    const [least, most] = first.ticks.map(thousands);
    lines.push(both(`in ${least}–${most} ticks`, `用了 ${least}～${most} 个节拍`));
  }
  return [...lines, remarkOn(id, first, agrees)];
}
