import { type Columns, columnsToTrace, makeColumns, put } from './columns.ts';
import { enterProcess, enterVm, makeRoll, needProcess, needTables, type Roll } from './roll.ts';
import { GUEST_PAGES, rightWords, type Trace, type Verb, verbs } from './trace.ts';
import { isName, readGpa, readVa, type TraceFault, type TraceFaultKind } from './traceWord.ts';

/** Faults beyond these are not listed. */
const MOST_FAULTS = 50;
const verbCodes: ReadonlyMap<string, number> = new Map(verbs.map((verb, code) => [verb, code]));
const operands: Readonly<Record<Verb, number>> = {
  vm: 1,
  process: 1,
  map: 3,
  unmap: 1,
  invlpg: 1,
  read: 1,
  write: 1,
  exec: 1,
  balloon: 1,
};

/** A word of a line that is wrong, and why; by its place among the words, 0 being the verb. */
type Wrong = readonly [place: number, kind: TraceFaultKind];
export type Parsed = { readonly trace: Trace } | { readonly faults: readonly TraceFault[] };

/** A trace, or everything that is wrong in it. */
export function parseTrace(text: string): Parsed {
  const lines = text.split('\n');
  const columns = makeColumns(lines.length);
  const roll = makeRoll();
  const faults: TraceFault[] = [];
  for (let i = 0; i < lines.length && faults.length < MOST_FAULTS; i++) {
    const whole = lines[i] ?? '';
    const hash = whole.indexOf('#');
    const body = (hash < 0 ? whole : whole.slice(0, hash)).trim();
    if (body === '') continue;
    const words = wordsOf(body);
    const wrong = readLine(columns, roll, words, i + 1);
    if (wrong) faults.push(placeFault(whole, words, i + 1, wrong));
  }
  return faults.length ? { faults } : { trace: columnsToTrace(columns, roll.cast) };
}

/** Most lines are two words with one blank between them, and those are cut faster than by a pattern. */
function wordsOf(body: string): readonly string[] {
  const gap = body.indexOf(' ');
  const isPair = gap > 0 && body.indexOf(' ', gap + 1) < 0 && body.indexOf('\t') < 0;
  if (isPair) return [body.slice(0, gap), body.slice(gap + 1)];
  const words = body.split(' ');
  return words.includes('') || body.includes('\t') ? body.split(/\s+/) : words;
}

function placeFault(whole: string, words: readonly string[], line: number, [place, kind]: Wrong): TraceFault {
  let at = whole.search(/\S/);
  for (const word of words.slice(0, place)) at = whole.indexOf(word, at) + word.length;
  const word = words[place] ?? '';
  return { line, column: (word ? whole.indexOf(word, at) : at) + 1, kind, word: word.slice(0, 40) };
}

/** Reads one line into the columns, or says which word of it is wrong. */
function readLine(columns: Columns, roll: Roll, words: readonly string[], line: number): Wrong | undefined {
  const code = verbCodes.get(words[0] ?? '');
  if (code === undefined) return [0, 'verb'];
  const verb = verbs[code] as Verb;
  if (words.length <= operands[verb]) return [words.length, 'missing'];
  if (words.length > operands[verb] + 1) return [operands[verb] + 1, 'extra'];
  const word = words[1] ?? '';
  if (verb === 'vm' || verb === 'process') {
    if (!isName(word)) return [1, 'name'];
    const full = verb === 'vm' ? enterVm(roll, word) : enterProcess(roll, word);
    if (full) return [1, full];
    put(columns, code, line, roll, 0, 0, 0);
    return undefined;
  }
  if (verb === 'balloon') {
    const pages = Number(word);
    if (!/^\d{1,5}$/.test(word) || pages < 1 || pages > GUEST_PAGES) return [1, 'pages'];
    enterVm(roll);
    put(columns, code, line, roll, 0, pages, 0);
    return undefined;
  }
  return readAddressed(columns, roll, verb, code, words, line);
}

function readAddressed(
  columns: Columns,
  roll: Roll,
  verb: Verb,
  code: number,
  words: readonly string[],
  line: number,
): Wrong | undefined {
  const va = readVa(words[1] ?? '');
  if (typeof va === 'string') return [1, va];
  needProcess(roll);
  if (verb !== 'map') {
    if (verb === 'unmap' && va % 4096) return [1, 'unaligned'];
    put(columns, code, line, roll, va, 0, 0);
    return undefined;
  }
  const gpa = readGpa(words[2] ?? '', GUEST_PAGES * 4096);
  const rights = rightWords[words[3] ?? ''];
  if (va % 4096) return [1, 'unaligned'];
  if (typeof gpa === 'string') return [2, gpa];
  if (gpa % 4096) return [2, 'unaligned'];
  if (rights === undefined) return [3, 'rights'];
  if (!needTables(roll, va)) return [0, 'tables'];
  put(columns, code, line, roll, va, gpa / 4096, rights);
  return undefined;
}
