import type { SourceLine } from '../program.ts';
import type { Surroundings } from './evaluate.ts';
import { addFault, type FaultList, type Words } from './faultList.ts';
import { say } from './say.ts';
import { makeSection, type Section } from './section.ts';
import { nearest } from './spelling.ts';
import type { Statement } from './statement.ts';
import type { Target } from './target.ts';
import type { Token } from './token.ts';
import { NO_SECTION, unknownValue, type Value } from './value.ts';

/** An assembly on its way: what earlier passes found out, and where this one is. */
export interface Assembly {
  readonly faults: FaultList;
  readonly sections: Section[];
  readonly symbols: Map<string, Value>;
  /** Names this pass has met. */
  readonly defined: Set<string>;
  readonly lines: SourceLine[];
  origin: number | undefined;
  /** The number of the section being written. */
  current: number;
  pass: number;
  /** Whether a name has another value than in the pass before. */
  changed: boolean;
  /** Bytes laid out so far in this pass, and pieces encoded in all. */
  total: number;
  work: number;
  /** Whether bytes are kept and what does not fit is a fault. */
  final: boolean;
}

export const makeAssembly = (faults: FaultList): Assembly => ({
  faults,
  sections: [makeSection('.text', true, 4)],
  symbols: new Map(),
  defined: new Set(),
  lines: [],
  origin: undefined,
  current: 0,
  pass: 0,
  changed: false,
  total: 0,
  work: 0,
  final: false,
});

/** Notes a fault in a statement, at a token or at its first word. */
export function faultIn(assembly: Assembly, { line }: Statement, message: Words, at: Token | undefined): undefined {
  const column = line.prelude ? 1 : (at?.column ?? line.tokens[0]?.column ?? 1);
  addFault(assembly.faults, line.report, column, message);
}

/** What the expressions of a statement can ask about. */
export function surround(assembly: Assembly, statement: Statement): Surroundings {
  const fault = (message: Words, at: Token | undefined) => faultIn(assembly, statement, message, at ?? statement.at);
  return {
    here: { offset: assembly.sections[assembly.current]?.length ?? 0, section: assembly.current },
    fault,
    lookUp: (name, at) => {
      const value = assembly.symbols.get(name);
      if (value) return value;
      if (assembly.pass > 1) fault(say.undefinedSymbol(name, nearest(name, assembly.symbols.keys())), at);
      return unknownValue;
    },
  };
}

/** The place the next bytes go to, `ahead` bytes after the end of the section. */
export function aim(assembly: Assembly, ahead: number): Target {
  const { sections, current, final } = assembly;
  return {
    offset: (sections[current]?.length ?? 0) + ahead,
    section: current,
    final,
    resolve: ({ n, section }) => (section === NO_SECTION ? n : n + BigInt(sections[section]?.start ?? 0)),
  };
}

/** Gives a name its value. */
export function define(assembly: Assembly, statement: Statement, name: string, value: Value): undefined {
  if (assembly.defined.has(name)) return faultIn(assembly, statement, say.twiceDefined(name), statement.line.tokens[0]);
  assembly.defined.add(name);
  const old = assembly.symbols.get(name);
  if (!old || old.n !== value.n || old.section !== value.section || old.unknown !== value.unknown)
    assembly.changed = true;
  assembly.symbols.set(name, value);
}
