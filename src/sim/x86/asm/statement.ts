import type { FirstRegister, Width } from './address.ts';
import type { Expression } from './expression.ts';
import type { Form } from './form.ts';
import type { Line } from './reader.ts';
import type { Token } from './token.ts';

/** An operand as written. `kinds` are the bits that are known from the words alone; see `kind`. */
export type Operand =
  | { readonly kind: 'register'; readonly kinds: number; readonly number: number; readonly at: Token | undefined }
  | {
      readonly kind: 'immediate';
      readonly kinds: number;
      readonly strict: boolean;
      readonly value: Expression;
      readonly at: Token | undefined;
    }
  | {
      readonly kind: 'memory';
      readonly kinds: number;
      readonly address: Expression;
      readonly first: FirstRegister | undefined;
      readonly width: Width;
      readonly segment: number;
      readonly at: Token | undefined;
    };

/** One of the things after db. */
export type Item =
  | { readonly kind: 'bytes'; readonly bytes: string }
  | { readonly kind: 'value'; readonly value: Expression; readonly at: Token | undefined };

export type Action =
  | {
      readonly kind: 'instruction';
      readonly name: string;
      readonly forms: readonly Form[];
      readonly operands: readonly Operand[];
      /** The bytes before it that the source asks for: rep, lock, a segment. */
      readonly prefixes: readonly number[];
    }
  | { readonly kind: 'data'; readonly size: number; readonly items: readonly Item[] }
  | { readonly kind: 'reserve'; readonly size: number; readonly count: Expression }
  | { readonly kind: 'equ'; readonly value: Expression }
  | { readonly kind: 'org'; readonly value: Expression }
  | {
      readonly kind: 'section';
      readonly name: string;
      readonly align: Expression | undefined;
      readonly contents: boolean | undefined;
    }
  | { readonly kind: 'align'; readonly boundary: Expression; readonly fill: Action | undefined }
  | { readonly kind: 'none' };

/** A source line as it is meant. */
export interface Statement {
  readonly line: Line;
  /** The name it defines, whole. */
  readonly label: string | undefined;
  readonly times: Expression | undefined;
  readonly action: Action;
  /** The word that says what is done: the place to blame. */
  readonly at: Token | undefined;
}
