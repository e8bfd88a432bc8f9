import { type Assembly, aim, define, faultIn, surround } from './assembly.ts';
import { encodeInstruction } from './encode.ts';
import { evaluate } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { say } from './say.ts';
import { LARGEST, makeSection, type Section } from './section.ts';
import type { Action, Statement } from './statement.ts';
import { fitsField, putNumber } from './target.ts';
import { addressToValue, isPlain, NO_SECTION } from './value.ts';

type Emitting = Extract<Action, { kind: 'instruction' | 'data' | 'reserve' }>;

/** Pieces encoded in all passes together beyond which a program is refused: some seconds of work. */
const MOST_WORK = 2_000_000;

/** One pass over the program: every statement in turn, with the names as far as they are known. */
export function runPass(assembly: Assembly, statements: readonly Statement[]): undefined {
  for (const section of assembly.sections) section.length = 0;
  assembly.total = 0;
  assembly.defined.clear();
  assembly.changed = false;
  assembly.current = 0;
  assembly.origin = undefined;
  for (const statement of statements) {
    layStatement(assembly, statement);
    if (assembly.total > LARGEST) return faultIn(assembly, statement, say.tooLarge(), statement.at);
    if (assembly.work > MOST_WORK) return faultIn(assembly, statement, say.unstable(), statement.at);
  }
}

const currentSection = (assembly: Assembly): Section => assembly.sections[assembly.current] ?? makeSection('', true, 4);

function layStatement(assembly: Assembly, statement: Statement): undefined {
  const { action, label, times } = statement;
  if (action.kind === 'equ') return layEqu(assembly, statement, action.value);
  if (label !== undefined) {
    const { length } = currentSection(assembly);
    define(assembly, statement, label, addressToValue(BigInt(length), assembly.current));
  }
  const count = times ? countOf(assembly, statement, times, 'times') : 1;
  switch (action.kind) {
    case 'none':
      return;
    case 'org':
      return setOrigin(assembly, statement, action.value);
    case 'section':
      return enterSection(assembly, statement, action);
    case 'align':
      return layAlign(assembly, statement, action);
    case 'instruction':
    case 'data':
    case 'reserve':
      return repeat(assembly, statement, action, count);
  }
}

function layEqu(assembly: Assembly, statement: Statement, expression: Expression): undefined {
  const value = evaluate(expression, surround(assembly, statement));
  const [register] = value.registers;
  if (register) return faultIn(assembly, statement, say.registerInNumber(register.name), statement.at);
  if (!value.unknown) define(assembly, statement, statement.label ?? '', value);
  else if (assembly.pass > 2) faultIn(assembly, statement, say.notConstant('equ'), statement.at);
}

/** A count or another number that must be known at once; 0 where it is not, which is noted. */
function countOf(assembly: Assembly, statement: Statement, expression: Expression, what: string): number {
  const before = assembly.faults.list.length;
  const value = evaluate(expression, surround(assembly, statement));
  if (isPlain(value) && value.n >= 0n) return Number(value.n < 1n << 40n ? value.n : 1n << 40n);
  if (assembly.faults.list.length === before) {
    const message = isPlain(value) ? say.negativeTimes(what, value.n) : say.notConstant(what);
    faultIn(assembly, statement, message, statement.at);
  }
  return 0;
}

function setOrigin(assembly: Assembly, statement: Statement, expression: Expression): undefined {
  const origin = countOf(assembly, statement, expression, 'org');
  if (assembly.origin !== undefined) return faultIn(assembly, statement, say.orgTwice(), statement.at);
  assembly.origin = origin;
}

function enterSection(assembly: Assembly, statement: Statement, wish: Extract<Action, { kind: 'section' }>): undefined {
  const { sections } = assembly;
  const align = wish.align && countOf(assembly, statement, wish.align, 'align');
  if (align !== undefined && !isPower(align)) return faultIn(assembly, statement, say.badAlign(), statement.at);
  const found = sections.findIndex(({ name }) => name === wish.name);
  const contents = wish.contents ?? wish.name !== '.bss';
  assembly.current = found < 0 ? sections.push(makeSection(wish.name, contents, align ?? 4)) - 1 : found;
  const section = currentSection(assembly);
  if (found >= 0 && wish.contents !== undefined && wish.contents !== section.contents)
    return faultIn(assembly, statement, say.sectionChange(), statement.at);
  if (found >= 0 && align !== undefined) section.align = Math.max(section.align, align);
}

const isPower = (n: number): boolean => n >= 1 && n <= 4096 && (n & (n - 1)) === 0;

const nop = 0x90;
function layAlign(
  assembly: Assembly,
  statement: Statement,
  { boundary, fill }: Extract<Action, { kind: 'align' }>,
): undefined {
  const align = countOf(assembly, statement, boundary, 'align');
  if (!isPower(align)) return faultIn(assembly, statement, say.badAlign(), statement.at);
  const section = currentSection(assembly);
  section.align = Math.max(section.align, align);
  const missing = (align - (section.length % align)) % align;
  // NASM, too, leaves a section without contents alone and only moves on.
  if (!fill && missing) return put(assembly, statement, section.contents ? [nop] : undefined, missing, false);
  if (!fill) return;
  if (fill.kind !== 'data' && fill.kind !== 'instruction' && fill.kind !== 'reserve')
    return faultIn(assembly, statement, say.fillLength(), statement.at);
  const bytes: number[] = [];
  const length = encodeOnce(assembly, statement, fill, bytes, 0);
  if (length !== 1) return faultIn(assembly, statement, say.fillLength(), statement.at);
  if (missing) put(assembly, statement, fill.kind === 'reserve' ? undefined : bytes, missing, false);
}

/** A jump is encoded anew each time, since its target comes nearer; anything else is copied. */
function repeat(assembly: Assembly, statement: Statement, action: Emitting, count: number): undefined {
  if (!count) return;
  const moving =
    count > 1 && action.kind === 'instruction' && action.forms.some(({ tail }) => /^rel/.test(tail[0] ?? ''));
  const bytes: number[] = [];
  const length = encodeOnce(assembly, statement, action, bytes, 0);
  for (let i = 1; moving && i < count && bytes.length <= LARGEST && bytes.length; i++)
    encodeOnce(assembly, statement, action, bytes, bytes.length);
  if (!length) return;
  const kept = action.kind === 'reserve' ? undefined : bytes;
  put(assembly, statement, kept, moving ? 1 : count * (kept ? 1 : length), action.kind === 'instruction');
}

/** Appends the bytes of an action; the answer is how many it takes. */
function encodeOnce(
  assembly: Assembly,
  statement: Statement,
  action: Emitting,
  bytes: number[],
  ahead: number,
): number {
  assembly.work++;
  switch (action.kind) {
    case 'instruction':
      encodeInstruction(bytes, action, surround(assembly, statement), aim(assembly, ahead), statement.at);
      return bytes.length;
    case 'data':
      encodeData(assembly, statement, action, bytes);
      return bytes.length;
    case 'reserve':
      return action.size * countOf(assembly, statement, action.count, 'res');
  }
}

function encodeData(
  assembly: Assembly,
  statement: Statement,
  { size, items }: Extract<Action, { kind: 'data' }>,
  bytes: number[],
): undefined {
  const around = surround(assembly, statement);
  const target = aim(assembly, 0);
  for (const item of items) {
    if (item.kind === 'bytes') {
      for (let i = 0; i < item.bytes.length; i++) bytes.push(item.bytes.charCodeAt(i));
      continue;
    }
    const value = evaluate(item.value, around);
    const [register] = value.registers;
    if (register) around.fault(say.registerInNumber(register.name), item.at);
    const n = target.resolve(value);
    if (assembly.final && !fitsField(n, size)) {
      const most = `−${1n << BigInt(8 * size - 1)} … ${(1n << BigInt(8 * size)) - 1n}`;
      around.fault(value.section === NO_SECTION ? say.noFit(n, most) : say.addressInSmall(8 * size), item.at);
    }
    putNumber(bytes, n, size);
  }
}

/** Puts so many copies of some bytes into the section; without bytes, so many zeroes. */
function put(
  assembly: Assembly,
  statement: Statement,
  bytes: readonly number[] | undefined,
  count: number,
  code: boolean,
): undefined {
  const section = currentSection(assembly);
  const { length: start } = section;
  const length = bytes ? bytes.length * count : count;
  if (!section.contents && bytes) return faultIn(assembly, statement, say.dataInBss(), statement.at);
  section.length += length;
  assembly.total += length;
  if (!assembly.final || !section.contents || assembly.total > LARGEST) return;
  if (bytes?.length === 1) section.bytes.fill(bytes[0] ?? 0, start, start + length);
  else if (bytes) for (let i = 0; i < count; i++) section.bytes.set(bytes, start + i * bytes.length);
  const { line, text, prelude } = statement.line;
  assembly.lines.push({ address: section.start + start, length, line, text, prelude, code });
}
