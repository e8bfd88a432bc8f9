import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { describe } from './describe.ts';
import type { Example } from './judge.ts';
import type { State } from './model.ts';

/** Before the first system, and before the first of each position after it: does it keep the rule? */
export function askAbout({ judged: { examples }, examined, params }: State): Ask<State> | undefined {
  const example = examples[examined];
  if (!example) return undefined;
  const { position } = example.subject.form;
  const isFirst = examined === 0;
  const isNew = examples.findIndex(({ subject }) => subject.form.position === position) === examined;
  if (!isFirst && !isNew) return undefined;
  return askOf(example, isFirst ? 'first' : position, params.rule.trim());
}

function askOf({ subject }: Example, key: string, rule: string): Ask<State> {
  const what = describe(subject);
  return {
    key,
    text: both(
      `Next: ${subject.name} (${what.en}). Does it keep “${rule}”?`,
      `下一个：${subject.name}（${what['zh-CN']}）。它符合“${rule}”吗？`,
    ),
    options: {
      keeps: {
        text: both('It keeps it', '符合'),
        why: because(
          what,
          'A system keeps the rule only if all that the rule says after “implies” is true of it.',
          '只有 implies 之后说的全都成立，才算符合规则。',
        ),
      },
      breaks: {
        text: both('It breaks it', '违反'),
        why: because(
          what,
          'A system breaks the rule only if what stands before “implies” is true of it and what stands after is false.',
          '只有 implies 之前成立、之后不成立，才算违反规则。',
        ),
      },
      open: {
        text: both('Its type cannot tell', '类型说不出来'),
        why: because(
          what,
          'Position and technique are properties of a system, and can be looked up; a speed belongs to a workload on a machine, and cannot.',
          '位置和技术是系统的性质，可以查到；速度属于某台机器上的某种负载，查不到。',
        ),
      },
    },
    right: ({ judged, examined }) => {
      const truth = judged.examples[examined - 1]?.truth ?? null;
      return truth === null ? 'open' : truth ? 'keeps' : 'breaks';
    },
  };
}

const because = (what: Text, en: string, zh: string): Text =>
  both(`This one is ${what.en}. ${en}`, `它的情况是：${what['zh-CN']}。${zh}`);
