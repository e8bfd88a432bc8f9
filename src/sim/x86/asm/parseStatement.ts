import type { Expression } from './expression.ts';
import { instructions } from './instructions.ts';
import { kind } from './kinds.ts';
import { type Directive, parseDirective } from './parseDirective.ts';
import { parseExpression } from './parseExpression.ts';
import { parseOperand, sizeWords } from './parseOperand.ts';
import { accept, fail, fullName, peek, peekWord, type Reader } from './reader.ts';
import { registers, segmentPrefixes } from './registers.ts';
import { say, what } from './say.ts';
import { nearest } from './spelling.ts';
import type { Action, Item, Operand, Statement } from './statement.ts';
import { isSign, type Token } from './token.ts';

const prefixes: Readonly<Record<string, number>> = {
  rep: 0xf3,
  repe: 0xf3,
  repz: 0xf3,
  repne: 0xf2,
  repnz: 0xf2,
  lock: 0xf0,
};
const dataSizes: Readonly<Record<string, number>> = { db: 1, dw: 2, dd: 4, dq: 8 };
const reserveSizes: Readonly<Record<string, number>> = { resb: 1, resw: 2, resd: 4, resq: 8 };
const directives: ReadonlySet<string> = new Set<Directive>([
  'align',
  'alignb',
  'bits',
  'global',
  'org',
  'section',
  'segment',
]);
/** Words of NASM that this machine has no use for: better refused than taken for a label. */
const refused = new Set(
  'extern common absolute default cpu incbin struc endstruc istruc iend use16 use32 static required dt do ddq rest resy resz o16 o32 a16 a32 a64 o64 wait to nosplit rel abs tword oword yword zword wrt seg'.split(
    ' ',
  ),
);
const actions = new Set([
  ...instructions.keys(),
  ...Object.keys(dataSizes),
  ...Object.keys(reserveSizes),
  ...directives,
  'equ',
  'times',
]);
/** What can stand alone in a line, and so be misspelt into a label. */
const bareInstructions = [...instructions].flatMap(([name, forms]) =>
  forms.some(({ shape }) => shape === '-') ? [name] : [],
);
/** Words that cannot be labels. */
const taken = new Set([...actions, ...Object.keys(prefixes), ...registers.keys(), ...sizeWords, ...refused]);

const isLabel = (token: Token | undefined): token is Token =>
  token?.kind === 'word' && (token.escaped || !taken.has(token.text.toLowerCase()));

/** What one line says. A line without words says nothing; one with a fault has it noted. */
export function parseStatement(reader: Reader): Statement | undefined {
  const first = peek(reader);
  if (!first) return undefined;
  const named = isLabel(first) ? first : undefined;
  if (named) reader.next++;
  const colon = named !== undefined && accept(reader, ':');
  const outer = reader.scope;
  const label = named && fullName(reader, named.text);
  if (named && !named.text.startsWith('.')) reader.scope = named.text;
  const word = peekWord(reader)?.text.toLowerCase();
  if (word === 'equ') return parseEqu(reader, label, outer, first);
  // What is no label can only be a misspelt instruction: its operands follow.
  if (named && !colon && peek(reader) && !startsAction(reader))
    return fail(reader, say.unknownInstruction(named.text, nearest(named.text, actions)), named);
  const times: Expression | undefined = word === 'times' ? parseTimes(reader) : undefined;
  // NASM, too, warns of it: an instruction that is not known would pass for a label, and not be carried out.
  if (named && !named.escaped && !colon && !peek(reader) && !named.text.startsWith('.'))
    return fail(reader, say.loneWord(named.text, nearest(named.text, bareInstructions)), named);
  const at = peek(reader) ?? first;
  const action = parseAction(reader, label !== undefined);
  if (action && peek(reader)) fail(reader, say.left(peek(reader)?.text ?? ''));
  return action && !reader.failed ? { line: reader.line, label, times, action, at } : undefined;
}

/** Whether an instruction, a prefix or a directive comes next; a segment register may begin one: `es movsb`. */
function startsAction(reader: Reader): boolean {
  const word = peekWord(reader)?.text.toLowerCase() ?? '';
  if (!registers.has(word)) return actions.has(word) || prefixes[word] !== undefined || refused.has(word);
  const after = peek(reader, 1);
  return after?.kind === 'word' && actions.has(after.text.toLowerCase());
}

function parseTimes(reader: Reader): Expression | undefined {
  reader.next++;
  return parseExpression(reader);
}

function parseEqu(reader: Reader, label: string | undefined, outer: string, at: Token): Statement | undefined {
  if (label === undefined) return fail(reader, say.expected(what.label));
  reader.next++;
  const inner = reader.scope;
  reader.scope = outer;
  const value = parseExpression(reader);
  reader.scope = inner;
  if (value && peek(reader)) return fail(reader, say.left(peek(reader)?.text ?? ''));
  return value && { line: reader.line, label, times: undefined, action: { kind: 'equ', value }, at };
}

/** What stands behind the label. */
export function parseAction(reader: Reader, labelled: boolean): Action | undefined {
  const given = parsePrefixes(reader);
  const token = peek(reader);
  if (!token) return labelled && !given.length ? { kind: 'none' } : fail(reader, say.expected(what.instruction));
  const word = token.kind === 'word' && !token.escaped ? token.text.toLowerCase() : '';
  reader.next++;
  const size = dataSizes[word];
  if (size !== undefined) return parseData(reader, size);
  const unit = reserveSizes[word];
  if (unit !== undefined) return parseReserve(reader, unit);
  if (directives.has(word)) return parseDirective(reader, word as Directive, parseAction);
  const forms = instructions.get(word);
  if (refused.has(word)) return fail(reader, say.refused(token.text), token);
  if (!forms) return fail(reader, say.unknownInstruction(token.text, nearest(token.text, actions)), token);
  const operands = parseOperands(reader);
  return operands && { kind: 'instruction', name: word, forms, operands, prefixes: given };
}

/** rep, lock and a segment before an instruction, in the order NASM writes them. */
function parsePrefixes(reader: Reader): readonly number[] {
  const slots: number[][] = [[], [], []];
  for (;;) {
    const word = peekWord(reader)?.text.toLowerCase() ?? '';
    const register = registers.get(word);
    const segment = register && /^[c-gs]s$/.test(word) ? segmentPrefixes[register.number] : undefined;
    const code = prefixes[word] ?? segment;
    if (code === undefined) return slots.flat();
    const slot = slots[word === 'lock' ? 1 : segment === undefined ? 0 : 2];
    if (slot?.length) fail(reader, say.left(word));
    slot?.push(code);
    reader.next++;
  }
}

function parseReserve(reader: Reader, size: number): Action | undefined {
  const count = parseExpression(reader);
  return count && { kind: 'reserve', size, count };
}

function parseOperands(reader: Reader): readonly Operand[] | undefined {
  const operands: Operand[] = [];
  if (!peek(reader)) return operands;
  do {
    const operand = parseOperand(reader);
    if (!operand) return undefined;
    if (operand.kind === 'immediate' && accept(reader, ':')) {
      const offset = parseOperand(reader);
      if (!offset) return undefined;
      return [{ ...operand, kinds: operand.kinds | kind.colon }, offset];
    }
    operands.push(operand);
  } while (accept(reader, ','));
  return peek(reader) ? fail(reader, say.expected(what.comma)) : operands;
}

function parseData(reader: Reader, size: number): Action | undefined {
  const items: Item[] = [];
  do {
    const item = parseItem(reader, size);
    if (!item) return undefined;
    items.push(item);
  } while (accept(reader, ','));
  return peek(reader) ? fail(reader, say.expected(what.comma)) : { kind: 'data', size, items };
}

/** A string alone is its bytes, filled up to whole units; in an expression it is a number. */
function parseItem(reader: Reader, size: number): Item | undefined {
  const at = peek(reader);
  const after = peek(reader, 1);
  if (at?.kind === 'string' && (!after || isSign(after, ','))) {
    reader.next++;
    const rest = (size - (at.text.length % size)) % size;
    return { kind: 'bytes', bytes: at.text + '\0'.repeat(rest) };
  }
  // NASM takes a sign before a character constant for a floating-point number here, and stumbles.
  if (after?.kind === 'string' && (isSign(at, '-') || isSign(at, '+')))
    return fail(reader, say.signBeforeString(), after);
  const value = parseExpression(reader);
  return value && { kind: 'value', value, at };
}
