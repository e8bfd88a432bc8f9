import { evaluate } from './evaluate.ts';
import { type Defines, expand } from './expand.ts';
import { addFault, type FaultList, type Words } from './faultList.ts';
import type { Define, Macro, RawLine } from './macro.ts';
import { parseExpression } from './parseExpression.ts';
import { type Line, peek, type Reader } from './reader.ts';
import { say } from './say.ts';
import type { Token } from './token.ts';
import { isPlain, unknownValue } from './value.ts';

/** A %if and what has become of it. */
export interface Condition {
  readonly opener: Token;
  readonly line: RawLine;
  active: boolean;
  taken: boolean;
  hasElse: boolean;
}
/** Lines being gathered, up to the end of a %macro or %rep. */
export interface Gathering {
  readonly opener: Token;
  readonly line: RawLine;
  readonly closer: string;
  readonly body: RawLine[];
  depth: number;
  readonly finish: (body: readonly RawLine[]) => undefined;
}
export interface Preprocessing {
  readonly faults: FaultList;
  readonly out: Line[];
  readonly exact: Map<string, Define>;
  readonly loose: Map<string, Define>;
  readonly macros: Map<string, Macro>;
  readonly conditions: Condition[];
  gathering: Gathering | undefined;
  included: boolean;
  calls: number;
  lines: number;
  words: number;
  full: boolean;
}

/** The word of a directive, in small letters. */
export const nameOf = (token: Token): string => token.text.toLowerCase();

/** Notes a fault in a line. */
export function fault({ faults }: Preprocessing, line: RawLine, message: Words, at: Token | undefined): undefined {
  addFault(faults, line.report, line.prelude ? 1 : (at?.column ?? line.tokens.at(-1)?.end ?? 1), message);
}

/** Some words of a line with every defined name replaced. */
export function expandLine(state: Preprocessing, line: RawLine, tokens: readonly Token[]): readonly Token[] {
  const { exact, loose } = state;
  const defines: Defines = { exact, loose, fault: (message, at) => fault(state, line, message, at) };
  return expand(tokens, defines);
}

/** The number some words of a line come to; nothing where it is none, which is noted. */
export function numberIn(state: Preprocessing, line: RawLine, words: readonly Token[]): bigint | undefined {
  const tokens = expandLine(state, line, words);
  const reader: Reader = {
    line: { ...line, tokens },
    faults: state.faults,
    next: 0,
    failed: false,
    signs: 0,
    scope: '',
  };
  const expression = parseExpression(reader);
  if (!expression) return undefined;
  if (peek(reader)) fault(state, line, say.left(peek(reader)?.text ?? ''), peek(reader));
  const refuse = (message: Words, at: Token | undefined) => fault(state, line, message, at ?? words[0]);
  const value = evaluate(expression, {
    here: undefined,
    fault: refuse,
    lookUp: (_, at) => {
      refuse(say.constantOnly(), at);
      return unknownValue;
    },
  });
  return isPlain(value) ? value.n : undefined;
}
