import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { describe } from './describe.ts';
import type { Example } from './judge.ts';
import type { State } from './model.ts';
import { parseRule } from './parseRule.ts';
import { leavesOf, type Rule } from './rule.ts';

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

/** Whether a rule asks for a speed anywhere. */
const asksSpeed = (rule: Rule): boolean => leavesOf(rule).some(({ kind }) => kind === 'speed');

/** What it takes to keep a rule, and to break it: a rule with “implies” speaks only of systems of which its first part is true. */
const toKeep = {
  implied: both(
    'A system keeps the rule only if what the rule says after “implies” is true of it.',
    'implies 之后说的成立，才算符合规则。',
  ),
  plain: both('A system keeps the rule only if what the rule says is true of it.', '规则说的成立，才算符合规则。'),
};
const toBreak = {
  implied: both(
    'A system breaks the rule only if what stands before “implies” is true of it and what stands after is false.',
    '只有 implies 之前成立、之后不成立，才算违反规则。',
  ),
  plain: both('A system breaks the rule only if what the rule says is false of it.', '规则说的不成立，才算违反规则。'),
};
const decided = both(
  'The rule asks for a speed, which cannot be looked up. But here the rest of the rule decides without it.',
  '规则问到了速度，那是查不到的；但这里用不着速度，其余部分已经定了结果。',
);
const looked = both(
  'Position and technique are properties of a system, and can be looked up; a speed belongs to a workload on a machine, and cannot.',
  '位置和技术是系统的性质，可以查到；速度属于某台机器上的某种负载，查不到。',
);

function askOf({ subject, truth }: Example, key: string, rule: string): Ask<State> {
  const what = describe(subject);
  const parsed = parseRule(rule);
  const form = 'rule' in parsed && parsed.rule.kind === 'implies' ? 'implied' : 'plain';
  const isDecided = truth !== null && 'rule' in parsed && asksSpeed(parsed.rule);
  return {
    key,
    text: both(
      `Next: ${subject.name} (${what.en}). Does it keep “${rule}”?`,
      `下一个：${subject.name}（${what['zh-CN']}）。它符合“${rule}”吗？`,
    ),
    options: {
      keeps: {
        text: both('It keeps it', '符合'),
        why: because(what, toKeep[form]),
      },
      breaks: {
        text: both('It breaks it', '违反'),
        why: because(what, toBreak[form]),
      },
      open: {
        text: both('Its type cannot tell', '类型说不出来'),
        why: because(what, isDecided ? decided : looked),
      },
    },
    right: ({ judged, examined }) => {
      const truth = judged.examples[examined - 1]?.truth ?? null;
      return truth === null ? 'open' : truth ? 'keeps' : 'breaks';
    },
  };
}

const because = (what: Text, why: Text): Text =>
  both(`This one: ${what.en}. ${why.en}`, `它的情况是：${what['zh-CN']}。${why['zh-CN']}`);
