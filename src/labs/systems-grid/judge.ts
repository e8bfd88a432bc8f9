import type { Atom } from './atoms.ts';
import type { Joint, Rule } from './rule.ts';
import type { Subject } from './subject.ts';

/** True, false, or null: not to be had from what a system is. Joined as Kleene’s logic joins them. */
export type Truth = boolean | null;

/** Whether the rule is true of one system. */
export const truthOf = (rule: Rule, subject: Subject): Truth => evaluate(rule, (atom) => atom.holds(subject));

/** What a rule comes to, where each of its words has this truth. */
export function evaluate(rule: Rule, truth: (atom: Atom) => Truth): Truth {
  switch (rule.kind) {
    case 'atom':
      return truth(rule.atom);
    case 'speed':
      // The catalogue holds no speeds: a workload has one, on a machine; a type has none.
      return null;
    case 'not':
      return negate(evaluate(rule.of, truth));
    case 'and':
    case 'or':
    case 'implies':
      return join(rule.kind, evaluate(rule.left, truth), evaluate(rule.right, truth));
  }
}

const negate = (truth: Truth): Truth => (truth === null ? null : !truth);

function join(kind: Joint, left: Truth, right: Truth): Truth {
  switch (kind) {
    case 'and':
      return left === false || right === false ? false : left === null || right === null ? null : true;
    case 'or':
      return negate(join('and', negate(left), negate(right)));
    case 'implies':
      return join('or', negate(left), right);
  }
}

export interface Example {
  readonly subject: Subject;
  readonly truth: Truth;
}

/** What came of a rule: the systems it speaks of, and those that break it. */
export interface Judgement {
  /** Systems of which the rule’s premise is not false: the others cannot break it. */
  readonly examples: readonly Example[];
  /** Null: neither broken nor shown, since it asks for what no system has by itself. */
  readonly holds: Truth;
  /** Names, each once. */
  readonly counterexamples: readonly string[];
}

export function judge(rule: Rule, subjects: readonly Subject[]): Judgement {
  const concerned = rule.kind === 'implies' ? subjects.filter((each) => truthOf(rule.left, each) !== false) : subjects;
  const examples = concerned.map((subject) => ({ subject, truth: truthOf(rule, subject) }));
  const broken = examples.filter(({ truth }) => truth === false);
  return {
    examples,
    holds: broken.length > 0 ? false : examples.some(({ truth }) => truth === null) ? null : true,
    counterexamples: [...new Set(broken.map(({ subject }) => subject.name))],
  };
}
