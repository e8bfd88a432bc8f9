import { type Binary, type Expression, levels, type Unary } from './expression.ts';
import { accept, fail, fullName, peek, type Reader } from './reader.ts';
import { registers } from './registers.ts';
import { say, what } from './say.ts';
import { type Token, touches } from './token.ts';

/** Parentheses and signs inside one another beyond this many are refused. */
const DEEPEST = 64;
/** And more signs than this in one expression. */
const MOST_SIGNS = 1000;
const unaries: ReadonlySet<string> = new Set<Unary>(['-', '+', '~', '!']);
const strengths: ReadonlyMap<string, number> = new Map(levels.flatMap((signs, i) => signs.map((sign) => [sign, i])));

/** Reads an expression as far as it goes; nothing where there is none, which is noted as a fault. */
export function parseExpression(reader: Reader, depth = 0, weakest = 0): Expression | undefined {
  if (depth === 0 && weakest === 0) reader.signs = 0;
  if (depth > DEEPEST) return fail(reader, say.deep());
  let left = parsePrimary(reader, depth);
  while (left) {
    const at = peek(reader);
    const strength = at?.kind === 'sign' ? strengths.get(at.text) : undefined;
    if (!at || strength === undefined || strength < weakest) return left;
    reader.next++;
    // NASM takes %1 for an argument of a macro and %+ for glue.
    if (at.text[0] === '%' && touches(at, peek(reader))) return fail(reader, say.spaceAfterPercent(), at);
    if (++reader.signs > MOST_SIGNS) return fail(reader, say.deep(), at);
    const right = parseExpression(reader, depth + 1, strength + 1);
    // The sign is one of those listed in `levels`, since it has a strength.
    left = right && { kind: 'binary', sign: at.text as Binary, left, right, at };
  }
  return undefined;
}

function parsePrimary(reader: Reader, depth: number): Expression | undefined {
  const at = peek(reader);
  if (!at) return fail(reader, say.expected(what.expression));
  reader.next++;
  switch (at.kind) {
    case 'number':
      return { kind: 'number', value: at.value };
    case 'string':
      if (at.text.length > 4) return fail(reader, say.longCharacter(), at);
      return { kind: 'number', value: bytesToValue(at.text) };
    case 'word':
      return !at.escaped && registers.has(at.text.toLowerCase())
        ? { kind: 'register', name: at.text.toLowerCase(), at }
        : { kind: 'symbol', name: fullName(reader, at.text), at };
    case 'sign':
      return parseSign(reader, at, depth);
  }
}

function parseSign(reader: Reader, at: Token, depth: number): Expression | undefined {
  if (at.text === '$') return { kind: 'here' };
  if (at.text === '$$') return { kind: 'start' };
  if (at.text === '(') {
    const inside = parseExpression(reader, depth + 1);
    if (inside && !accept(reader, ')')) return fail(reader, say.expected(what.closing));
    return inside;
  }
  if (!unaries.has(at.text)) return fail(reader, say.expected(what.expression), at);
  if (depth > DEEPEST) return fail(reader, say.deep(), at);
  const of = parsePrimary(reader, depth + 1);
  return of && { kind: 'unary', sign: at.text as Unary, of, at };
}

/** A character constant of up to four bytes: the first letter is the lowest byte. */
function bytesToValue(bytes: string): bigint {
  let value = 0n;
  for (let i = bytes.length - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes.charCodeAt(i));
  return BigInt.asIntN(64, value);
}
