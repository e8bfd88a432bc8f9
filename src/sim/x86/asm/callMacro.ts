import type { RawLine } from './macro.ts';
import { tokensToText } from './macro.ts';
import { fault, type Preprocessing } from './preprocessing.ts';
import { say } from './say.ts';
import { isSign, type Token, touches } from './token.ts';

type ReadLine = (state: Preprocessing, line: RawLine, depth: number) => undefined;

/** Whether a line, behind its label, begins with the name of a macro; then its lines take the place. */
export function callMacro(
  state: Preprocessing,
  line: RawLine,
  tokens: readonly Token[],
  depth: number,
  readLine: ReadLine,
): boolean {
  if (!state.macros.size) return false;
  const colon = tokens.findIndex((token) => isSign(token, ':'));
  const at = colon === 1 ? 2 : 0;
  const word = tokens[at];
  const macro = word?.kind === 'word' ? state.macros.get(word.text) : undefined;
  if (!macro || !word) return false;
  if (at) state.out.push({ ...line, tokens: tokens.slice(0, at) });
  const given = splitArguments(tokens.slice(at + 1));
  if (given.length !== macro.parameters) {
    fault(state, line, say.macroArguments(macro.name, `${macro.parameters}`, given.length), word);
    return true;
  }
  const call = ++state.calls;
  for (const each of macro.body) {
    const filled = fillParameters(each.tokens, given, call, word);
    readLine(state, { ...line, tokens: filled, text: tokensToText(filled) }, depth + 1);
  }
  return true;
}

function splitArguments(tokens: readonly Token[]): readonly (readonly Token[])[] {
  if (!tokens.length) return [];
  const given: Token[][] = [[]];
  for (const token of tokens) {
    if (isSign(token, ',')) given.push([]);
    else given.at(-1)?.push(token);
  }
  return given;
}

/** `%1` is the first argument, `%%name` a name of this call alone. */
function fillParameters(
  tokens: readonly Token[],
  given: readonly (readonly Token[])[],
  call: number,
  place: Token,
): readonly Token[] {
  const filled: Token[] = [];
  const here = { column: place.column, end: place.end };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (!token) break;
    if (isSign(token, '%') && touches(token, next) && next.kind === 'number') {
      filled.push(...(given[Number(next.value) - 1] ?? []));
      i++;
    } else if (isSign(token, '%%') && touches(token, next) && next.kind === 'word') {
      filled.push({ ...next, ...here, text: `..@${call}.${next.text}` });
      i++;
    } else if (isSign(token, '%') && touches(token, next) && next.kind === 'word' && i === 0) {
      filled.push(token, next);
      i++;
    } else filled.push({ ...token, ...here });
  }
  return filled;
}
