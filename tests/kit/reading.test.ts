import { expect, test } from 'vitest';
import { type Readable, type Reading, readingToText, valueToText } from '#kit/reading.ts';
import { both } from '#kit/text.ts';

const reading = (value: Readable, rest: Partial<Reading> = {}): Reading => ({ label: both('n', '数'), value, ...rest });
const tell = (value: Readable) => valueToText(reading(value), 'en');

test('values are said as a reader says them: thousands apart, lists by commas, records by name', () => {
  expect(tell(1_234_567)).toBe('1,234,567');
  expect(tell([1, 'two', null])).toBe('1, two, –');
  expect(tell({ exits: 2000, by: ['a', 'b'] })).toBe('exits 2,000, by a, b');
  expect([tell([]), tell({}), tell(null)]).toEqual(['–', '–', '–']);
});

test('every name in a value is said by its word, true and false too, as the language has it', () => {
  const names = { nested: both('nested', '嵌套'), from: both('from', '从') };
  const told = reading({ from: 1, how: ['nested', 'constructor'], won: true }, { names });
  expect(valueToText(told, 'en')).toBe('from 1, how nested, constructor, won yes');
  expect(valueToText(told, 'zh-CN')).toBe('从 1、how 嵌套、constructor、won 是');
});

test('a value that has words of its own is said by them', () => {
  expect(valueToText(reading('vtx', { words: both('hardware-assisted', '硬件辅助') }), 'zh-CN')).toBe('硬件辅助');
});

test('a unit stands by a number, and by nothing else', () => {
  const unit = both('cycles', '周期');
  const told = [reading(2000, { unit }), reading(null, { unit }), reading(1, { unit, words: both('one', '一') })];
  expect(told.map((each) => readingToText(each, 'zh-CN'))).toEqual(['2,000 周期', '–', '一']);
});
