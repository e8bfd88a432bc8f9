import { parseExpression } from './parseExpression.ts';
import { accept, fail, peek, peekWord, type Reader } from './reader.ts';
import { say, what } from './say.ts';
import type { Action } from './statement.ts';

export type Directive = 'align' | 'alignb' | 'bits' | 'global' | 'org' | 'section' | 'segment';
type ParseAction = (reader: Reader, labelled: boolean) => Action | undefined;

/** What stands behind a word that instructs the assembler itself; `parseAction` reads the filling of align. */
export function parseDirective(reader: Reader, word: Directive, parseAction: ParseAction): Action | undefined {
  switch (word) {
    case 'bits':
      return parseBits(reader);
    case 'global':
      return parseGlobal(reader);
    case 'org': {
      const value = parseExpression(reader);
      return value && { kind: 'org', value };
    }
    case 'section':
    case 'segment':
      return parseSection(reader);
    case 'align':
      return parseAlign(reader, undefined, parseAction);
    case 'alignb':
      return parseAlign(reader, { kind: 'reserve', size: 1, count: { kind: 'number', value: 1n } }, parseAction);
  }
}

function parseBits(reader: Reader): Action | undefined {
  const token = peek(reader);
  reader.next++;
  return token?.kind === 'number' && token.value === 32n ? { kind: 'none' } : fail(reader, say.only32(), token);
}

/** A flat file has no list of its names: global says nothing, as in NASM. */
function parseGlobal(reader: Reader): Action | undefined {
  do {
    if (!peekWord(reader)) return fail(reader, say.expected(what.name));
    reader.next++;
  } while (accept(reader, ','));
  return { kind: 'none' };
}

function parseSection(reader: Reader): Action | undefined {
  const name = peekWord(reader);
  if (!name) return fail(reader, say.expected(what.name));
  reader.next++;
  let section: Extract<Action, { kind: 'section' }> = {
    kind: 'section',
    name: name.text,
    align: undefined,
    contents: undefined,
  };
  for (let token = peekWord(reader); token; token = peekWord(reader)) {
    const word = token.text.toLowerCase();
    reader.next++;
    if (word === 'progbits' || word === 'nobits') section = { ...section, contents: word === 'progbits' };
    else if (word === 'align' && accept(reader, '=')) {
      const align = parseExpression(reader);
      if (!align) return undefined;
      section = { ...section, align };
    } else return fail(reader, say.refused(token.text), token);
  }
  return section;
}

function parseAlign(reader: Reader, usual: Action | undefined, parseAction: ParseAction): Action | undefined {
  const boundary = parseExpression(reader);
  if (!boundary) return undefined;
  if (!accept(reader, ',')) return { kind: 'align', boundary, fill: usual };
  const fill = parseAction(reader, false);
  return fill && { kind: 'align', boundary, fill };
}
