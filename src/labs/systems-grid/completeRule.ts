import { atomOf, atoms } from './atoms.ts';
import { joints, speeds } from './rule.ts';
import { tokensOf } from './tokens.ts';

/** Words with which a part of a rule may begin. */
const openings: readonly string[] = [...Object.keys(atoms), 'not', ...speeds];

/** The lines that go on from this one by one more word. */
export function completeRule(line: string): readonly string[] {
  const started = /[A-Za-z0-9-]*$/.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - started.length);
  const last = tokensOf(before).at(-1)?.word;
  const afterWhole = last === ')' || (last !== undefined && atomOf(last) !== undefined);
  const words = afterWhole ? joints : openings;
  return words
    .filter((word) => word.startsWith(started.toLowerCase()) && word !== started)
    .map((word) => `${before}${word}`);
}
