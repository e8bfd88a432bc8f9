import { type Controls, initialParams, oneOf, type ParamsOf, readValue, type Value, writeValue } from './controls.ts';
import type { Move } from './model.ts';
import { joinSteps, type Link, type Moves, type Run } from './run.ts';
import type { Text } from './text.ts';

/** The most moves a link may carry, and the most steps a run may have. */
export const MOST_MOVES = 1000;
export const MOST_STEPS = 1_000_000;

/** A part of a link that was left out, and what would have been right. */
export interface Dropped {
  readonly name: string;
  readonly word: string;
  readonly right: Text;
}

/** Whether a word of a link is to travel compressed: it is long, or would be taken for one that is. */
export const isLong = (name: string, word: string): boolean =>
  name !== 'moves' && (word.length > 120 || isPacked(word));
/** Whether a word was compressed by kit/pack.ts, which is fetched only where it is needed. */
export const isPacked = (word: string): boolean => word.startsWith('~');

/** A move in words: `touch.3`, or a number of steps. */
export const moveToWord = (move: Move | number): string => (typeof move === 'number' ? String(move) : move.join('.'));

function wordToMove(word: string): Move | number | undefined {
  if (/^\d{1,7}$/.test(word)) return Math.min(Number(word), MOST_STEPS);
  const [verb, ...operands] = word.split('.');
  if (!/^[A-Za-z0-9_:.-]{1,80}$/.test(word) || !verb) return undefined;
  if (operands.includes('')) return undefined;
  return [verb, ...operands.map((o) => (/^-?\d{1,15}$/.test(o) ? Number(o) : o))];
}

function readMoves(words: string, drop: (right: Text) => void): Moves {
  const all = words.split(/\s+/, MOST_MOVES + 1).filter(Boolean);
  const moves = all.slice(0, MOST_MOVES).map(wordToMove);
  if (all.length > MOST_MOVES || moves.includes(undefined))
    drop({
      en: `at most ${MOST_MOVES} moves such as \`3 touch.2\``,
      'zh-CN': `至多 ${MOST_MOVES} 个操作，形如 \`3 touch.2\``,
    });
  return joinSteps(moves.filter((move) => move !== undefined));
}

function readAt(word: string, drop: (right: Text) => void): number {
  if (/^\d{1,7}$/.test(word) && Number(word) <= MOST_STEPS) return Number(word);
  drop({ en: `a whole number up to ${MOST_STEPS}`, 'zh-CN': `不超过 ${MOST_STEPS} 的整数` });
  return 0;
}

/** The run that a link tells. Whatever it gets wrong falls back to its initial value and is named in `dropped`. */
export function readRun<C extends Controls>(
  controls: C,
  link: Link,
): { run: Run<ParamsOf<C>>; dropped: readonly Dropped[] } {
  const dropped: Dropped[] = [];
  const params: Record<string, Value> = { ...initialParams(controls) };
  let moves: Moves = [];
  let at = 0;
  for (const [name, word] of Object.entries(link)) {
    const drop = (right: Text) => dropped.push({ name, word: word.slice(0, 60), right });
    const control = Object.hasOwn(controls, name) ? controls[name] : undefined;
    if (name === 'moves') moves = readMoves(word, drop);
    else if (name === 'at') at = readAt(word, drop);
    else if (!control) drop(oneOf(Object.keys(controls)));
    else {
      const read = readValue(control, word);
      if ('fault' in read) drop(read.fault);
      else params[name] = read.value;
    }
  }
  return { run: { params: params as ParamsOf<C>, moves, at }, dropped };
}

/** The link that tells this run. What stands at its initial value goes unsaid. */
export function writeRun<C extends Controls>(controls: C, run: Run<ParamsOf<C>>): Link {
  const link: Record<string, string> = {};
  for (const [name, control] of Object.entries(controls)) {
    const value = run.params[name] as Value;
    if (value !== control.initial) link[name] = writeValue(control, value);
  }
  const moves = typeof run.moves.at(-1) === 'number' ? run.moves.slice(0, -1) : run.moves;
  if (moves.length) link.moves = moves.map(moveToWord).join(' ');
  if (run.at) link.at = String(run.at);
  return link;
}
