import { firstRegister, type Width } from './address.ts';
import { kind } from './kinds.ts';
import { parseExpression } from './parseExpression.ts';
import { accept, fail, peek, peekWord, type Reader } from './reader.ts';
import { registers } from './registers.ts';
import { say, what } from './say.ts';
import type { Operand } from './statement.ts';
import { isSign, type Token } from './token.ts';

const sizes: Readonly<Record<string, number>> = {
  byte: kind.size8,
  word: kind.size16,
  dword: kind.size32,
  long: kind.size32,
  qword: kind.size64,
  near: kind.near,
  far: kind.far,
  short: kind.short,
  strict: 0,
};
/** The words that say how large or how far an operand is. */
export const sizeWords: ReadonlySet<string> = new Set(Object.keys(sizes));

interface Said {
  readonly kinds: number;
  readonly strict: boolean;
}

/** One operand, with the size words before it; nothing where there is none, which is noted. */
export function parseOperand(reader: Reader): Operand | undefined {
  const said = parseSizes(reader);
  const at = peek(reader);
  if (!at) return fail(reader, say.expected(what.operand));
  if (accept(reader, '[')) return parseMemory(reader, said, -1, at, true);
  const register = wordToRegister(at);
  const after = peek(reader, 1);
  if (register && register.kinds & kind.segment && isSign(after, ':')) {
    reader.next += 2;
    return parseMemory(reader, said, register.number, at, accept(reader, '['));
  }
  if (register && (!after || isSign(after, ','))) {
    reader.next++;
    // As in NASM, a size before a register that has one of its own means nothing.
    return { kind: 'register', kinds: register.kinds, number: register.number, at };
  }
  const value = parseExpression(reader);
  if (!value) return undefined;
  return { kind: 'immediate', kinds: said.kinds | kind.immediate, strict: said.strict, value, at };
}

const wordToRegister = (token: Token | undefined) =>
  token?.kind === 'word' && !token.escaped ? registers.get(token.text.toLowerCase()) : undefined;

/** Of several sizes the first counts, as in NASM. */
function parseSizes(reader: Reader): Said {
  let kinds = 0;
  let strict = false;
  for (let word = sizeWord(reader); word !== undefined; word = sizeWord(reader)) {
    reader.next++;
    const size = sizes[word] ?? 0;
    if (size > kind.size64 || !(kinds & 15)) kinds |= size;
    strict ||= word === 'strict';
  }
  return { kinds, strict };
}

function sizeWord(reader: Reader): string | undefined {
  const token = peekWord(reader);
  const word = token?.escaped ? undefined : token?.text.toLowerCase();
  return word !== undefined && sizeWords.has(word) ? word : undefined;
}

function parseMemory(reader: Reader, said: Said, segment: number, at: Token, bracket: boolean): Operand | undefined {
  const width = parseWidth(reader);
  const register = wordToRegister(peek(reader));
  if (segment < 0 && register && register.kinds & kind.segment && isSign(peek(reader, 1), ':')) {
    reader.next += 2;
    return parseMemory(reader, said, register.number, at, bracket);
  }
  const address = parseExpression(reader);
  if (!address) return undefined;
  if (bracket && !accept(reader, ']')) return fail(reader, say.expected(what.bracket));
  const first = firstRegister(address);
  const kinds = said.kinds | kind.memory | kind.rm | (first ? 0 : kind.offset);
  return { kind: 'memory', kinds, address, first, width, segment, at };
}

function parseWidth(reader: Reader): Width {
  const word = sizeWord(reader);
  if (word === undefined) return undefined;
  const token = peek(reader);
  reader.next++;
  if (word === 'byte' || word === 'dword') return word;
  return fail(reader, word === 'word' ? say.address16() : say.badAddress(), token);
}
