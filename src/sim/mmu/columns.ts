import { processOf, type Roll } from './roll.ts';
import { type Cast, type Trace, verbs } from './trace.ts';

/** The columns of a trace while they are written, with room for every line. */
export interface Columns {
  readonly verb: Uint8Array;
  readonly line: Int32Array;
  readonly va: Float64Array;
  readonly operand: Int32Array;
  readonly rights: Uint8Array;
  readonly flushedNext: Uint8Array;
  readonly vm: Int16Array;
  readonly process: Int16Array;
  length: number;
}

export const makeColumns = (room: number): Columns => ({
  verb: new Uint8Array(room),
  line: new Int32Array(room),
  va: new Float64Array(room),
  operand: new Int32Array(room),
  rights: new Uint8Array(room),
  flushedNext: new Uint8Array(room),
  vm: new Int16Array(room),
  process: new Int16Array(room),
  length: 0,
});

const INVLPG = verbs.indexOf('invlpg');
const CHANGES: ReadonlySet<number | undefined> = new Set([verbs.indexOf('map'), verbs.indexOf('unmap')]);

/** Adds a line. Where it is the `invlpg` of the page that the line before changed, that line is told. */
export function put(
  columns: Columns,
  verb: number,
  line: number,
  roll: Roll,
  va: number,
  operand: number,
  rights: number,
): void {
  const i = columns.length++;
  columns.verb[i] = verb;
  columns.line[i] = line;
  columns.va[i] = va;
  columns.operand[i] = operand;
  columns.rights[i] = rights;
  columns.vm[i] = roll.current;
  columns.process[i] = processOf(roll);
  const before = i - 1;
  if (verb !== INVLPG || !CHANGES.has(columns.verb[before])) return;
  if (Math.floor((columns.va[before] ?? 0) / 4096) === Math.floor(va / 4096)) columns.flushedNext[before] = 1;
}

export const columnsToTrace = (columns: Columns, cast: readonly Cast[]): Trace => ({ ...columns, cast });
