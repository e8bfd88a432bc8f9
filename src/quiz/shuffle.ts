import type { ChoiceQuestion, OrderQuestion } from './question.ts';

/** A whole number that depends on the letters alone (FNV-1a), so that the server and the browser shuffle alike. */
export function seedOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A row of numbers from 0 to 1 that depends on the seed alone (mulberry32, by Tommy Ettinger). */
function chance(seed: number): () => number {
  let now = seed;
  return () => {
    now = (now + 0x6d2b79f5) | 0;
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in an order that depends on the seed alone (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  const next = chance(seed);
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

const NUMERIC = /^[^\p{L}\d]*(0x[\da-f]+|\d[\d\s.,]*)\s*\p{L}{0,4}$/iu;
const YES_NO: readonly string[] = ['yes', 'no', 'true', 'false'];
const english = (text: ChoiceQuestion['options'][string]['text']): string =>
  typeof text === 'string' ? text : text.en;

/** The options' keys as they are shown: numbers, yes and no, and what the author ordered stay; the rest is shuffled by a stable seed. */
export function optionOrder(question: ChoiceQuestion, seed: number): readonly string[] {
  const keys = Object.keys(question.options);
  const words = Object.values(question.options).map(({ text }) => english(text).trim());
  const natural =
    words.every((word) => NUMERIC.test(word)) || words.every((word) => YES_NO.includes(word.toLowerCase()));
  return question.ordered || natural ? keys : shuffle(keys, seed);
}

/** The items' keys as they are first shown: never in the right order already. */
export function itemOrder(question: OrderQuestion, seed: number): readonly string[] {
  const keys = Object.keys(question.items);
  const mixed = shuffle(keys, seed);
  return mixed.every((key, i) => key === keys[i]) ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}
