import { expect, test } from 'vitest';
import { readableToText } from '#kit/reading.ts';

test('values are said as a reader says them: thousands apart, lists by commas, records by name', () => {
  expect(readableToText(1_234_567)).toBe('1,234,567');
  expect(readableToText([1, 'two', null])).toBe('1, two, –');
  expect(readableToText({ exits: 2000, by: ['a', 'b'] })).toBe('exits 2,000, by a, b');
  expect([readableToText([]), readableToText({}), readableToText(null)]).toEqual(['–', '–', '–']);
});

test('every name in a value is said by its word, true and false too', () => {
  const words: Readonly<Record<string, string>> = { nested: '嵌套', from: '从', true: '是' };
  const wordOf = (name: string) => words[name] ?? name;
  expect(readableToText({ from: 1, how: ['nested', 'other'], won: true }, wordOf)).toBe(
    '从 1, how 嵌套, other, won 是',
  );
});
