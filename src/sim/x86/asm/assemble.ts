import type { Assembled, Program } from '../program.ts';
import { type Assembly, makeAssembly } from './assembly.ts';
import { addFault, makeFaultList } from './faultList.ts';
import { findHeader } from './findHeader.ts';
import { runPass } from './layOut.ts';
import { parseStatement } from './parseStatement.ts';
import { preprocess } from './preprocess.ts';
import type { Line, Reader } from './reader.ts';
import { say } from './say.ts';
import { joinSections, LARGEST, placeSections } from './section.ts';
import type { Statement } from './statement.ts';

/** The longest source, in characters. */
const LONGEST = 65_536;
/** Programs need three or four passes; one that needs more than this has no end. */
const MOST_PASSES = 100;

/**
 * Assembles a program as `nasm -f bin` does, byte for byte, or says what is wrong in it. `defines` are names to define
 * before it, as with `nasm -d`.
 */
export function assemble(source: string, defines: Readonly<Record<string, string>> = {}): Assembled {
  const faults = makeFaultList();
  const assembly = makeAssembly(faults);
  if (source.length > LONGEST) addFault(faults, 1, 1, say.tooLong(LONGEST));
  else {
    const statements = parseLines(preprocess(source, defines, faults), assembly);
    runPasses(assembly, statements);
  }
  const program = faults.list.length ? undefined : toProgram(assembly);
  return program ? { program } : { faults: faults.list.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function parseLines(lines: readonly Line[], { faults }: Assembly): readonly Statement[] {
  let scope = '';
  const statements: Statement[] = [];
  for (const line of lines) {
    const reader: Reader = { line, faults, next: 0, failed: false, signs: 0, scope };
    const statement = parseStatement(reader);
    ({ scope } = reader);
    if (statement) statements.push(statement);
  }
  return statements;
}

/** Begins with every jump short and passes over the program until no name moves any more, then once more for the bytes. */
function runPasses(assembly: Assembly, statements: readonly Statement[]): undefined {
  const { faults, sections } = assembly;
  do {
    assembly.pass++;
    runPass(assembly, statements);
  } while ((assembly.pass < 2 || (!faults.list.length && assembly.changed)) && assembly.pass < MOST_PASSES);
  if (faults.list.length) return;
  if (assembly.changed) return addFault(faults, 1, 1, say.unstable());
  placeSections(sections, assembly.origin ?? 0);
  const end = Math.max(...sections.map(({ start, length }) => start + length));
  if (end - (assembly.origin ?? 0) > LARGEST) return addFault(faults, 1, 1, say.tooLarge());
  for (const section of sections) section.bytes = new Uint8Array(section.contents ? section.length : 0);
  assembly.final = true;
  assembly.pass++;
  runPass(assembly, statements);
}

function toProgram(assembly: Assembly): Program | undefined {
  const { sections, symbols, faults } = assembly;
  const origin = assembly.origin ?? 0;
  const file = joinSections(sections, origin);
  const lines = assembly.lines.sort((a, b) => a.address - b.address);
  const found = findHeader(file);
  if ('wrong' in found) {
    const { at } = found;
    const line = lines.find(({ address, length }) => at !== undefined && address + length > origin + at);
    addFault(faults, line && !line.prelude ? line.line : 1, 1, found.wrong);
    return undefined;
  }
  const { at, header, load, loadEnd, bssEnd, entry } = found.header;
  const first = at - (header - load);
  const bytes = file.slice(first, loadEnd ? first + loadEnd - load : undefined);
  const addresses = [...symbols].map(([name, { n, section }]): [string, number] => [
    name,
    Number(n) + (sections[section]?.start ?? 0),
  ]);
  return { load, entry, bssEnd, header, bytes, file, lines, symbols: new Map(addresses) };
}
