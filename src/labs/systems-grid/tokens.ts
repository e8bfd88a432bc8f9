/** A word or a parenthesis, and the column it stands in, from 1. */
export interface Token {
  readonly word: string;
  readonly column: number;
}

/** The words of one line, in small letters; a letter that no word has is a token of its own. */
export const tokensOf = (line: string): readonly Token[] =>
  [...line.matchAll(/[A-Za-z0-9-]+|[^\s]/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    column: index + 1,
  }));
