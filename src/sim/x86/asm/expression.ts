import type { Token } from './token.ts';

export type Unary = '-' | '+' | '~' | '!';
export type Binary = (typeof levels)[number][number];

/** An expression as written. Registers may stand in an address only. */
export type Expression =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'symbol'; readonly name: string; readonly at: Token }
  | { readonly kind: 'register'; readonly name: string; readonly at: Token }
  | { readonly kind: 'here' }
  | { readonly kind: 'start' }
  | { readonly kind: 'unary'; readonly sign: Unary; readonly of: Expression; readonly at: Token }
  | {
      readonly kind: 'binary';
      readonly sign: Binary;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Token;
    };

/** What binds looser comes first; NASM manual, "Expressions". */
export const levels = [
  ['||'],
  ['^^'],
  ['&&'],
  ['=', '==', '!=', '<>', '<', '<=', '>', '>='],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>', '<<<', '>>>'],
  ['+', '-'],
  ['*', '/', '//', '%', '%%'],
] as const;
