import type { Atom } from './atoms.ts';
import { evaluate, type Truth } from './judge.ts';
import { leavesOf, type Rule } from './rule.ts';

/** A rule of more words than this is not tried out: each word doubles the cases. */
const MOST_WORDS = 12;

/** Whether a rule is true by its form alone, whatever its words mean, as `x implies x` is: such a rule says nothing. */
export function isTautology(rule: Rule): boolean {
  const atoms = [...new Set(atomsOf(rule))];
  return atoms.length <= MOST_WORDS && holdsAlways(rule, atoms, new Map());
}

const atomsOf = (rule: Rule): readonly Atom[] =>
  leavesOf(rule).flatMap((leaf) => (leaf.kind === 'atom' ? [leaf.atom] : []));

/** Tries both truths of each word in turn, and no further once the rest does not matter. */
function holdsAlways(rule: Rule, [atom, ...others]: readonly Atom[], given: ReadonlyMap<Atom, Truth>): boolean {
  const sofar = evaluate(rule, (each) => given.get(each) ?? null);
  if (sofar !== null || !atom) return sofar === true;
  return [true, false].every((truth) => holdsAlways(rule, others, new Map([...given, [atom, truth]])));
}
