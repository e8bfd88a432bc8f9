import { addFault, type FaultList, type Words } from './faultList.ts';
import { isSign, type Token } from './token.ts';

/** A source line after preprocessing. `line` counts in its own text; `report` is the line of the main text to blame. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly line: number;
  readonly report: number;
  readonly prelude: boolean;
  readonly text: string;
}

/** A place in a line, moving to the right, and the names as they are there. */
export interface Reader {
  readonly line: Line;
  readonly faults: FaultList;
  next: number;
  failed: boolean;
  /** Signs read in the present expression. */
  signs: number;
  /** The label that `.name` belongs to. */
  scope: string;
}

export const peek = (reader: Reader, ahead = 0): Token | undefined => reader.line.tokens[reader.next + ahead];

/** Notes a fault at a token, or behind the last one. The rest of the line is not to be trusted. */
export function fail(reader: Reader, message: Words, at: Token | undefined = peek(reader)): undefined {
  const column = at?.column ?? reader.line.tokens.at(-1)?.end ?? 1;
  addFault(reader.faults, reader.line.report, reader.line.prelude ? 1 : column, message);
  reader.failed = true;
  return undefined;
}

/** Steps over a sign if it comes next. */
export function accept(reader: Reader, sign: string): boolean {
  if (!isSign(peek(reader), sign)) return false;
  reader.next++;
  return true;
}

/** The next token, if it is a word. */
export function peekWord(reader: Reader): Token | undefined {
  const token = peek(reader);
  return token?.kind === 'word' ? token : undefined;
}

/** A name with the label it belongs to: `.loop` below `print` is `print.loop`. */
export const fullName = (reader: Reader, name: string): string =>
  name.startsWith('.') && !name.startsWith('..') ? reader.scope + name : name;
