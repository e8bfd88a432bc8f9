import type { ChoiceQuestion, OrderQuestion } from './question.ts';

/** A whole number that depends on the letters alone (FNV-1a), so that the server and the browser shuffle alike. */
export function seedOf(word: string): number {
  let hash = 0x811c9dc5;
  for (const letter of word) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The same items in an order that depends on the seed alone (Fisher and Yates, with a linear congruential generator). */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const mixed = [...items];
  let now = seed;
  for (let i = mixed.length - 1; i > 0; i--) {
    now = (Math.imul(now, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((now / 2 ** 32) * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

const NUMERIC = /^[^\p{L}]*\d[\d\s.,]*\s*\p{L}{0,4}$/u;
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
