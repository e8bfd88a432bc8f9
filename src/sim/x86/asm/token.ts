/** A word of a source line. `column` counts from 1; `end` is the column after its last letter. */
export interface Token {
  readonly kind: 'word' | 'number' | 'string' | 'sign';
  /** As written, but for a string: its bytes, one a character. */
  readonly text: string;
  readonly value: bigint;
  readonly column: number;
  readonly end: number;
  /** Written `$name`: a name even where the word means something else. */
  readonly escaped: boolean;
}

/** Whether the next token stands right behind this one. */
export const touches = (token: Token, next: Token | undefined): next is Token => next?.column === token.end;

/** Whether a token is this sign. */
export const isSign = (token: Token | undefined, text: string): token is Token =>
  token?.kind === 'sign' && token.text === text;
