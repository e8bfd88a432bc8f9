import { prelude } from '../prelude.ts';
import { callMacro } from './callMacro.ts';
import { readCondition } from './condition.ts';
import type { FaultList } from './faultList.ts';
import type { RawLine } from './macro.ts';
import { expandLine, fault, type Gathering, nameOf, numberIn, type Preprocessing } from './preprocessing.ts';
import type { Line } from './reader.ts';
import { say, what } from './say.ts';
import { isSign, type Token, touches } from './token.ts';
import { tokenize } from './tokenize.ts';

/** Lines and words that macros may make in all, and how deep they may call one another. */
const MOST_LINES = 100_000;
const MOST_WORDS = 500_000;
const DEEPEST = 32;

/** A source with its prelude in place, conditions decided and macros replaced. NASM manual, "The NASM Preprocessor". */
export function preprocess(
  source: string,
  defines: Readonly<Record<string, string>>,
  faults: FaultList,
): readonly Line[] {
  const state: Preprocessing = {
    faults,
    out: [],
    exact: new Map(),
    loose: new Map(),
    macros: new Map(),
    conditions: [],
    gathering: undefined,
    included: false,
    calls: 0,
    lines: 0,
    words: 0,
    full: false,
  };
  for (const [name, text] of Object.entries(defines))
    state.exact.set(name, { parameters: undefined, body: tokenize(text, 1, faults) });
  readText(state, source, undefined);
  for (const { line, opener } of state.conditions)
    fault(state, line, say.openBlock(`%${nameOf(opener)}`, '%endif'), opener);
  if (state.gathering) {
    const { line, opener, closer } = state.gathering;
    fault(state, line, say.openBlock(`%${nameOf(opener)}`, `%${closer}`), opener);
  }
  return state.out;
}

/** The lines of the program, or of the prelude included in the line `report` of it. */
function readText(state: Preprocessing, text: string, report: number | undefined): undefined {
  for (const [i, raw] of text.split(/\r?\n/).entries()) {
    const tokens = tokenize(raw, report ?? i + 1, state.faults);
    if (!tokens.length) continue;
    const said = raw.slice((tokens[0]?.column ?? 1) - 1, (tokens.at(-1)?.end ?? 1) - 1);
    readLine(state, { tokens, line: i + 1, report: report ?? i + 1, prelude: report !== undefined, text: said }, 0);
  }
}

function readLine(state: Preprocessing, line: RawLine, depth: number): undefined {
  if (state.full) return;
  if (++state.lines > MOST_LINES || state.words > MOST_WORDS || depth > DEEPEST) {
    state.full = true;
    return fault(state, line, say.macroTooMuch(), line.tokens[0]);
  }
  const [first, second] = line.tokens;
  const directive = isSign(first, '%') && touches(first, second) && second.kind === 'word' ? second : undefined;
  if (state.gathering) return gather(state, state.gathering, line, directive);
  if (directive && readCondition(state, line, directive)) return;
  if (state.conditions.some(({ active }) => !active)) return;
  if (directive) return readDirective(state, line, directive, depth);
  const tokens = expandLine(state, line, line.tokens);
  state.words += tokens.length;
  if (!callMacro(state, line, tokens, depth, readLine)) state.out.push({ ...line, tokens });
}

function gather(state: Preprocessing, gathering: Gathering, line: RawLine, directive: Token | undefined): undefined {
  const word = directive ? nameOf(directive) : '';
  if (word === gathering.closer.slice(3)) gathering.depth++;
  if (word === gathering.closer && gathering.depth-- === 0) {
    state.gathering = undefined;
    return gathering.finish(gathering.body);
  }
  gathering.body.push(line);
}

function readDirective(state: Preprocessing, line: RawLine, directive: Token, depth: number): undefined {
  const word = nameOf(directive);
  switch (word) {
    case 'include':
      return include(state, line);
    case 'define':
    case 'xdefine':
    case 'idefine':
      return defineName(state, line, word);
    case 'assign':
      return assign(state, line);
    case 'undef':
      return undefine(state, line);
    case 'rep':
      return beginRep(state, line, directive, depth);
    case 'macro':
    case 'imacro':
      return beginMacro(state, line, directive);
  }
  if (word === 'endmacro' || word === 'endrep')
    fault(state, line, say.noBlock(`%${word}`, `%${word.slice(3)}`), directive);
  else fault(state, line, say.unknownDirective(`%${word}`), directive);
}

function include(state: Preprocessing, line: RawLine): undefined {
  const [, , file, more] = line.tokens;
  if (file?.kind !== 'string' || file.text !== 'prelude.inc' || line.prelude)
    return fault(state, line, say.onlyPrelude(), file);
  if (more) return fault(state, line, say.left(more.text), more);
  if (state.included) return fault(state, line, say.twicePrelude(), file);
  state.included = true;
  readText(state, prelude, line.report);
}

function nameIn(state: Preprocessing, line: RawLine): Token | undefined {
  const [, , name] = line.tokens;
  if (name?.kind === 'word') return name;
  fault(state, line, say.expected(what.name), name);
  return undefined;
}

function defineName(state: Preprocessing, line: RawLine, word: 'define' | 'xdefine' | 'idefine'): undefined {
  const name = nameIn(state, line);
  if (!name) return;
  let rest = line.tokens.slice(3);
  let parameters: string[] | undefined;
  if (isSign(rest[0], '(') && touches(name, rest[0])) {
    const end = rest.findIndex((token) => isSign(token, ')'));
    if (end < 0) return fault(state, line, say.expected(what.closing), undefined);
    parameters = rest.slice(1, end).flatMap(({ kind, text }) => (kind === 'word' ? [text] : []));
    rest = rest.slice(end + 1);
  }
  const body = word === 'xdefine' ? expandLine(state, line, rest) : rest;
  const [map, key] = word === 'idefine' ? [state.loose, name.text.toLowerCase()] : [state.exact, name.text];
  map.set(key, { parameters, body });
}

function assign(state: Preprocessing, line: RawLine): undefined {
  const name = nameIn(state, line);
  const value = name && numberIn(state, line, line.tokens.slice(3));
  if (!name || value === undefined) return;
  const number = {
    ...name,
    kind: 'number' as const,
    text: String(value < 0n ? -value : value),
    value: value < 0n ? -value : value,
  };
  const minus = { ...name, kind: 'sign' as const, text: '-' };
  state.exact.set(name.text, { parameters: undefined, body: value < 0n ? [minus, number] : [number] });
}

function undefine(state: Preprocessing, line: RawLine): undefined {
  const name = nameIn(state, line);
  if (name) state.exact.delete(name.text);
  if (name) state.loose.delete(name.text.toLowerCase());
}

function beginRep(state: Preprocessing, line: RawLine, opener: Token, depth: number): undefined {
  const count = numberIn(state, line, line.tokens.slice(2)) ?? 0n;
  const finish = (body: readonly RawLine[]): undefined => {
    for (let i = 0n; i < count && !state.full && body.length; i++)
      for (const each of body) readLine(state, each, depth + 1);
  };
  state.gathering = { opener, line, closer: 'endrep', body: [], depth: 0, finish };
}

function beginMacro(state: Preprocessing, line: RawLine, opener: Token): undefined {
  const name = nameIn(state, line);
  const [, , , count, more] = line.tokens;
  if (name && (count?.kind !== 'number' || more)) fault(state, line, say.expected(what.endOfLine), more ?? count);
  const parameters = Number(BigInt.asUintN(16, count?.value ?? 0n));
  const finish = (body: readonly RawLine[]): undefined => {
    if (name) state.macros.set(name.text, { name: name.text, parameters, body });
  };
  state.gathering = { opener, line, closer: 'endmacro', body: [], depth: 0, finish };
}
