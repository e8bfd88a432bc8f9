import type { Atom } from './atoms.ts';

/** A rule as the reader writes it: `container implies shared-kernel and not own-kernel`. */
export type Rule =
  | { readonly kind: 'atom'; readonly word: string; readonly atom: Atom }
  | { readonly kind: 'speed'; readonly word: Speed; readonly than: Rule }
  | { readonly kind: 'not'; readonly of: Rule }
  | { readonly kind: Joint; readonly left: Rule; readonly right: Rule };

/** The words that join two rules, the loosest first. */
export const joints = ['implies', 'or', 'and'] as const;
export type Joint = (typeof joints)[number];

/** Words that compare speeds. They are part of the language so that they can be answered. */
export const speeds = ['slower-than', 'faster-than'] as const;
export type Speed = (typeof speeds)[number];

/** What a rule is joined of: words, and comparisons of speeds. */
export function leavesOf(rule: Rule): readonly Exclude<Rule, { kind: 'not' | Joint }>[] {
  switch (rule.kind) {
    case 'atom':
    case 'speed':
      return [rule];
    case 'not':
      return leavesOf(rule.of);
    case 'and':
    case 'or':
    case 'implies':
      return [...leavesOf(rule.left), ...leavesOf(rule.right)];
  }
}

/** The longest rule, in letters. */
export const LONGEST_RULE = 400;
