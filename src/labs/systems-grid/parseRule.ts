import type { SourceFault } from '#kit/controls.ts';
import { atomOf } from './atoms.ts';
import { type Joint, joints, LONGEST_RULE, type Rule, type Speed, speeds } from './rule.ts';
import { emptyFault, endFault, jointFault, lineFault, longFault, openFault, wordFault } from './ruleFaults.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A part of the rule, and the place of the token after it; or what is wrong. */
type Read = { readonly rule: Rule; readonly next: number } | { readonly fault: SourceFault };
export type Parsed = { readonly rule: Rule } | { readonly fault: SourceFault };

const isSpeed = (word: string): word is Speed => speeds.some((speed) => speed === word);

/**
 * Reads a rule:
 * `rule = either ["implies" rule]`, `either = both {"or" both}`, `both = one {"and" one}`,
 * `one = "not" one | "slower-than" one | "faster-than" one | "(" rule ")" | word`.
 */
export function parseRule(text: string): Parsed {
  const [line = '', ...others] = text.trimEnd().split(/\r?\n/);
  const spare = others.findIndex((other) => other.trim() !== '');
  if (spare >= 0) return { fault: lineFault(spare + 2) };
  if (line.length > LONGEST_RULE) return { fault: longFault() };
  const tokens = tokensOf(line);
  if (tokens.length === 0) return { fault: emptyFault() };
  const read = readJoined(tokens, 0, 0);
  if ('fault' in read) return read;
  const rest = tokens[read.next];
  return rest ? { fault: jointFault(rest) } : { rule: read.rule };
}

/** Rules joined by the joint of this level; tighter joints are inside. `implies` groups to the right. */
function readJoined(tokens: readonly Token[], start: number, level: number): Read {
  const joint: Joint | undefined = joints[level];
  if (joint === undefined) return readOne(tokens, start);
  let left = readJoined(tokens, start, level + 1);
  while ('rule' in left && tokens[left.next]?.word === joint) {
    const right: Read = readJoined(tokens, left.next + 1, joint === 'implies' ? level : level + 1);
    if ('fault' in right) return right;
    left = { rule: { kind: joint, left: left.rule, right: right.rule }, next: right.next };
  }
  return left;
}

/** A word, or what stands in parentheses, with what may come before it. */
function readOne(tokens: readonly Token[], start: number): Read {
  const token = tokens[start];
  if (!token) return { fault: endFault(endOf(tokens)) };
  const { word } = token;
  if (word === '(') return readGroup(tokens, start);
  if (word === 'not' || isSpeed(word)) {
    const read = readOne(tokens, start + 1);
    if ('fault' in read) return read;
    const rule: Rule = word === 'not' ? { kind: 'not', of: read.rule } : { kind: 'speed', word, than: read.rule };
    return { rule, next: read.next };
  }
  const atom = atomOf(word);
  return atom ? { rule: { kind: 'atom', word, atom }, next: start + 1 } : { fault: wordFault(token) };
}

function readGroup(tokens: readonly Token[], start: number): Read {
  const open = tokens[start] as Token;
  const read = readJoined(tokens, start + 1, 0);
  if ('fault' in read) return read;
  const close = tokens[read.next];
  if (!close) return { fault: openFault(open) };
  return close.word === ')' ? { rule: read.rule, next: read.next + 1 } : { fault: jointFault(close) };
}

/** The column after the last letter. */
const endOf = (tokens: readonly Token[]): number => {
  const last = tokens.at(-1);
  return last ? last.column + last.word.length : 1;
};
