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

/** The longest rule, in letters. */
export const LONGEST_RULE = 400;
