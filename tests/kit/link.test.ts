import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import { MOST_MOVES, readRun, writeRun } from '#kit/link.ts';
import { packLink, packText, unpackLink, unpackText } from '#kit/pack.ts';
import { joinSteps, type Moves, takeMoves } from '#kit/run.ts';
import { counter } from '../machine.ts';

const { controls } = counter;
const read = (link: Record<string, string>) => readRun(controls, link);

test('a link says only what differs from the beginning, and reads back as the same run', () => {
  const run = {
    params: { ...initialParams(controls), pace: 'two', loud: true } as const,
    moves: [2, ['touch', 2]] as Moves,
    at: 3,
  };
  const link = writeRun(controls, run);
  expect(link).toEqual({ pace: 'two', loud: 'true', moves: '2 touch.2', at: '3' });
  expect(read(link)).toEqual({ run, dropped: [] });
});

test('a text of the gallery is said by its name, and a name that is not there says which are', () => {
  const run = { params: { ...initialParams(controls), words: 'hello there' }, moves: [], at: 0 };
  expect(writeRun(controls, run)).toEqual({ words: '@hi' });
  expect(read({ words: '@hi' })).toEqual({ run, dropped: [] });
  expect(read({ words: '@ho' }).dropped).toEqual([
    { name: 'words', word: '@ho', right: { en: 'one of @hi', 'zh-CN': '@hi 之一' } },
  ]);
});

test('steps after the last move go unsaid', () => {
  expect(writeRun(controls, { params: initialParams(controls), moves: [['touch', 1], 7], at: 4 })).toEqual({
    moves: 'touch.1',
    at: '4',
  });
});

test.each([
  [{ pace: 'three' }, 'pace', 'one of one, two'],
  [{ limit: '-1' }, 'limit', 'a whole number from 0 to 1000000'],
  [{ limit: '1e3' }, 'limit', 'a whole number from 0 to 1000000'],
  [{ loud: 'yes' }, 'loud', 'true or false'],
  [{ __proto__x: '1' }, '__proto__x', 'one of limit, pace, loud, words'],
  [{ constructor: '1' }, 'constructor', 'one of limit, pace, loud, words'],
  [{ at: '2.5' }, 'at', 'a whole number up to 1000000'],
  [{ moves: '3 <script>' }, 'moves', 'at most 1000 moves such as `3 touch.2`'],
  [{ words: 'a bad word' }, 'words', 'line 1, column 3: no “bad” here'],
  [{ moves: '3 touch. 2' }, 'moves', 'at most 1000 moves such as `3 touch.2`'],
])('what %o gets wrong falls back and is named', (link, name, right) => {
  const { run, dropped } = read(link as Record<string, string>);
  expect(dropped).toEqual([{ name, word: expect.any(String), right: expect.objectContaining({ en: right }) }]);
  expect(run.params).toEqual(initialParams(controls));
});

test('a link with __proto__ of its own changes no prototype and is named', () => {
  const link = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
  expect(read(link).dropped.map((d) => d.name)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('a link a megabyte long is read in bounded work and says what was dropped', () => {
  const { run, dropped } = read({ moves: 'touch.1 '.repeat(131_072) });
  expect(run.moves).toHaveLength(MOST_MOVES);
  expect(dropped.map((d) => d.name)).toEqual(['moves']);
});

test('a link cut in half at any place is still read', () => {
  const words = new URLSearchParams(
    writeRun(controls, {
      params: { ...initialParams(controls), words: 'x'.repeat(500) },
      moves: [2, ['touch', 2]],
      at: 3,
    }),
  ).toString();
  for (let cut = 0; cut < words.length; cut++)
    expect(() => read(Object.fromEntries(new URLSearchParams(words.slice(0, cut))))).not.toThrow();
});

test('long sources travel packed and come back letter for letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (text) => {
      expect(unpackText(packText(text))).toBe(text);
    }),
  );
});

test('a link packs what is long, and what does not unpack is left out and named', () => {
  const link = { words: 'x '.repeat(400), pace: 'two' };
  const packed = packLink(link);
  expect(packed.words?.length).toBeLessThan(40);
  expect(packed.pace).toBe('two');
  expect(unpackLink(packed)).toEqual({ link, dropped: [] });
  expect(unpackLink({ words: '~not%packed', pace: 'two' })).toEqual({
    link: { pace: 'two' },
    dropped: [
      { name: 'words', word: '~not%packed', right: expect.objectContaining({ en: 'a text packed by this site' }) },
    ],
  });
});

test('a text that begins like a packed one is packed, so that it comes back as it was', () => {
  const link = { words: '~home' };
  expect(unpackLink(packLink(link)).link).toEqual(link);
});

test('whatever stands in a link, reading it never throws and gives a run the controls allow', () => {
  const anyWord = fc.oneof(fc.string(), fc.constantFrom('true', 'two', '12', '~AAAA', 'touch.1', 'ping.'));
  const names = fc.oneof(fc.constantFrom('limit', 'pace', 'loud', 'words', 'moves', 'at'), fc.string());
  fc.assert(
    fc.property(fc.dictionary(names, anyWord), (link) => {
      const { run } = read(link);
      expect(run.params.limit).toBeGreaterThanOrEqual(0);
      expect(['one', 'two']).toContain(run.params.pace);
      expect(run.at).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('taking the first moves of a run cuts a number of steps, and says steps past the end', () => {
  const moves: Moves = [3, ['touch', 1], 2];
  expect(takeMoves(moves, 2)).toEqual([2]);
  expect(takeMoves(moves, 4)).toEqual([3, ['touch', 1]]);
  expect(takeMoves(moves, 9)).toEqual([3, ['touch', 1], 5]);
  expect(joinSteps([1, 2, 0, ['touch', 1], 0])).toEqual([3, ['touch', 1]]);
});
