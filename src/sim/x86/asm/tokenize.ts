import { addFault, type FaultList } from './faultList.ts';
import { readNumber } from './readNumber.ts';
import { badEscape, textToBytes, unescapeString } from './readString.ts';
import { say } from './say.ts';
import type { Token } from './token.ts';

const piece =
  /[ \t\r\f\v]+|;.*|\$[0-9][0-9A-Za-z_]*|\$?[A-Za-z_.?@][\w$#@~.?]*|[0-9][0-9A-Za-z_]*(?:\.[0-9]*(?:e[+-]?[0-9]+)?)?|'[^']*'?|"[^"]*"?|`(?:\\.|[^`\\])*`?|<=>|<<<|>>>|<<|>>|\/\/|%%|\$\$|==|!=|<>|<=|>=|&&|\|\||\^\^|[-+*/%&|^~!()[\]{},:=<>?$\\]|[\s\S]/gu;

/** The words of one line, its comment left out. */
export function tokenize(text: string, line: number, faults: FaultList): readonly Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(piece)) {
    const [word] = found;
    const first = word[0] ?? '';
    if (first === ';') break;
    if (first <= ' ') continue;
    tokens.push(wordToToken(word, found.index + 1, line, faults));
  }
  return tokens;
}

function wordToToken(word: string, column: number, line: number, faults: FaultList): Token {
  const whole = { text: word, value: 0n, column, end: column + word.length, escaped: false };
  if (/^[A-Za-z_.?@]/.test(word) && word !== '?') return { ...whole, kind: 'word' };
  if (/^\$[A-Za-z_.?@]/.test(word)) return { ...whole, kind: 'word', text: word.slice(1), escaped: true };
  if (/^\$?[0-9]/.test(word)) {
    const value = readNumber(word);
    if (value === undefined) addFault(faults, line, column, say.badNumber(word));
    return { ...whole, kind: 'number', value: value ?? 0n };
  }
  if (/^['"`]/.test(word)) {
    if (word.length < 2 || word.at(-1) !== word[0]) addFault(faults, line, column, say.openString(word[0] ?? ''));
    const inside = word.slice(1, -1);
    const odd = word[0] === '`' ? badEscape(inside) : undefined;
    if (odd) addFault(faults, line, column, say.badEscape(odd));
    return { ...whole, kind: 'string', text: word[0] === '`' ? unescapeString(inside) : textToBytes(inside) };
  }
  if (/^[-+*/%&|^~!()[\]{},:=<>?$]/.test(word)) return { ...whole, kind: 'sign' };
  addFault(faults, line, column, say.strayLetter(word));
  return { ...whole, kind: 'sign' };
}
