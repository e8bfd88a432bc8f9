import fc from 'fast-check';
import { emptyMachine, type Machine, type Setup } from '#sim/mmu/machine.ts';
import { parseTrace } from '#sim/mmu/parseTrace.ts';
import { outcomesOf } from '#sim/mmu/resultOf.ts';
import { runLine } from '#sim/mmu/runLine.ts';
import type { Trace } from '#sim/mmu/trace.ts';

export const usual: Setup = {
  vmm: 'nested',
  sync: 'eager',
  entries: 8,
  ways: 2,
  vpid: true,
  pcid: true,
  caches: false,
  merge: false,
};

export function traceOf(text: string): Trace {
  const parsed = parseTrace(text);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.trace;
}

/** The machine after the whole of a trace. */
export function run(text: string, setup: Partial<Setup> = {}): Machine {
  const trace = traceOf(text);
  let now = emptyMachine({ ...usual, ...setup });
  for (let i = 0; i < trace.length; i++) now = runLine(now, trace, i);
  return now;
}

/** Every machine on the way, the first before any line. */
export function statesOf(text: string, setup: Partial<Setup>): readonly Machine[] {
  const trace = traceOf(text);
  const states = [emptyMachine({ ...usual, ...setup })];
  for (let i = 0; i < trace.length; i++) states.push(runLine(states[i] as Machine, trace, i));
  return states;
}

export const resultsOf = (text: string, setup: Partial<Setup> = {}) => outcomesOf(traceOf(text), run(text, setup));

const hex = (n: number) => n.toString(16);
/** Few pages, in two lowest tables and in the upper half, so that lines meet. */
const pages = ['400000', '401000', '402000', '403000', '7f0000000000', 'ffff800000001000'];
const page = fc.constantFrom(...pages);
const address = fc.tuple(page, fc.nat(0xfff)).map(([at, offset]) => at.slice(0, -3) + hex(offset).padStart(3, '0'));
const gpa = fc.nat(3).map((n) => hex(n * 0x1000 + (n > 2 ? 0x3ffc000 : 0)));

const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom('read', 'write', 'exec'), address).map((words) => words.join(' ')) },
  {
    weight: 4,
    arbitrary: fc.tuple(page, gpa, fc.constantFrom('r', 'rw', 'rx', 'rwx')).map((words) => `map ${words.join(' ')}`),
  },
  { weight: 2, arbitrary: page.map((at) => `unmap ${at}`) },
  { weight: 1, arbitrary: address.map((at) => `invlpg ${at}`) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b').map((name) => `vm ${name}`) },
  { weight: 1, arbitrary: fc.constantFrom('p', 'q', 'r').map((name) => `process ${name}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((n) => `balloon ${n}`) },
);

export const someTrace = fc.array(line, { maxLength: 48, size: 'max' }).map((lines) => lines.join('\n'));

export const someSetup = fc.record({
  sync: fc.constantFrom('eager', 'lazy'),
  entries: fc.constantFrom(1, 2, 8, 64),
  ways: fc.constantFrom(1, 2, 4),
  vpid: fc.boolean(),
  pcid: fc.boolean(),
  caches: fc.boolean(),
  merge: fc.boolean(),
}) satisfies fc.Arbitrary<Partial<Setup>>;
