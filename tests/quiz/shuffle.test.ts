import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChoiceQuestion, OrderQuestion } from '#quiz/question.ts';
import { itemOrder, optionOrder, seedOf, shuffle } from '#quiz/shuffle.ts';

const none = { en: '', 'zh-CN': '' };
const choice = (...texts: string[]): ChoiceQuestion => ({
  kind: 'choice',
  ask: none,
  why: none,
  options: Object.fromEntries(texts.map((text) => [text, { text }])),
});
const order = (...keys: string[]): OrderQuestion => ({
  kind: 'order',
  ask: none,
  why: none,
  items: Object.fromEntries(keys.map((key) => [key, key])),
});
const words = ['the guest kernel', 'the hypervisor', 'the processor'];

test('the same seed gives the same order, and loses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.nat(), (items, seed) => {
      expect(shuffle(items, seed)).toEqual(shuffle(items, seed));
      expect([...shuffle(items, seed)].sort()).toEqual([...items].sort());
    }),
  );
});

test('other seeds give other orders, and no place is favoured', () => {
  const first = Array.from({ length: 300 }, (_, i) => shuffle(words, seedOf(`memory/walk#${i}`))[0]);
  for (const word of words) expect(first.filter((each) => each === word).length).toBeGreaterThan(70);
});

test('numbers, yes and no, and what the author ordered keep their order', () => {
  for (const texts of [
    ['15', '19', '24'],
    ['No', 'Yes'],
    ['2 MiB', '4 KiB', '1 GiB'],
    ['0x18', '1,024'],
  ]) {
    for (let seed = 0; seed < 20; seed++)
      expect(optionOrder(choice(...texts), seed)).toEqual(Object.keys(choice(...texts).options));
  }
  expect(optionOrder({ ...choice(...words), ordered: true }, 7)).toEqual(words);
  const orders = new Set(Array.from({ length: 40 }, (_, seed) => optionOrder(choice(...words), seed).join()));
  expect(orders.size).toBeGreaterThan(3);
});

test('items to be ordered are never shown in the right order', () => {
  for (let seed = 0; seed < 200; seed++) {
    expect(itemOrder(order('first', 'second'), seed)).toEqual(['second', 'first']);
    expect(itemOrder(order(...words), seed)).not.toEqual(words);
  }
});
