import type { Token } from './token.ts';

/** What %define says: the words that stand for a name. */
export interface Define {
  /** The names of its arguments; nothing where it takes none. */
  readonly parameters: readonly string[] | undefined;
  readonly body: readonly Token[];
}

/** A source line before macros are replaced. */
export interface RawLine {
  readonly tokens: readonly Token[];
  readonly line: number;
  readonly report: number;
  readonly prelude: boolean;
  readonly text: string;
}

/** What %macro says: lines that stand for a word at the beginning of a line. */
export interface Macro {
  readonly name: string;
  readonly parameters: number;
  readonly body: readonly RawLine[];
}

const SPACED = /^[\w$.?@'"`]/;
/** Words written out again, for a line that comes out of a macro. */
export function tokensToText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    const word = token.kind === 'string' ? JSON.stringify(token.text) : token.text;
    text += text && (SPACED.test(word) ? /[\w,$'"`)\]]$/.test(text) : /,$/.test(text)) ? ` ${word}` : word;
  }
  return text;
}
