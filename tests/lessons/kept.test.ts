import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Entry, entriesOf, type Kept, nothingKept, parseFirst, takeIn } from '#lessons/kept.ts';
import { runs } from '../runs.ts';

const first = (state: unknown) => JSON.stringify({ state, version: 1 });
const good: Kept = {
  answers: {
    'memory/walk#who': { kind: 'choice', picked: ['guest'] },
    'memory/walk#count': { kind: 'number', value: 24 },
    'memory/walk#order': { kind: 'order', order: ['a', 'b'] },
    'memory/walk#reach': { kind: 'reach', run: { at: '3', moves: 'touch.2' } },
  },
  read: ['memory/walk'],
  tried: [],
};

test('what is kept goes into entries and comes back as it was', () => {
  const kept = { ...good, tried: ['walk', 'walk#cold'] };
  expect(takeIn(nothingKept, entriesOf(kept))).toEqual({ kept, rubbish: false });
});

test('an entry without a text takes away what it names, and nothing else', () => {
  const { kept } = takeIn(good, [
    ['answer/memory/walk#count', undefined],
    ['answer/memory/walk#not-there', undefined],
    ['read/memory/walk', undefined],
  ]);
  expect(Object.keys(kept.answers)).toEqual(['memory/walk#who', 'memory/walk#order', 'memory/walk#reach']);
  expect(kept.read).toEqual([]);
});

test('an answer that is not touched stays the very same, so that its question is not judged anew', () => {
  const { kept } = takeIn(good, [['answer/a#b', '{"kind":"number","value":1}']]);
  expect(kept.answers['memory/walk#who']).toBe(good.answers['memory/walk#who']);
});

test.each<Entry>([
  ['answer/a#b', 'not json'],
  ['answer/a#b', '{"kind":"essay"}'],
  ['answer/a#b', '{"kind":"number","value":"many"}'],
  ['essay/a', '1'],
  ['', '1'],
])('%s: %s is rubbish, and costs the others nothing', (...entry) => {
  const { kept, rubbish } = takeIn(nothingKept, [...entriesOf(good), entry]);
  expect({ kept, rubbish }).toEqual({ kept: good, rubbish: true });
});

test('what version 1 kept comes over', () => {
  const { answers, read } = good;
  expect(parseFirst(first({ answers, read }))).toEqual({ kept: good, rubbish: false });
});

test('one bad answer of version 1 does not cost the others', () => {
  const answers = { ...good.answers, bad: { kind: 'number', value: 'many' }, worse: null, other: { kind: 'essay' } };
  expect(parseFirst(first({ answers, read: ['memory/walk', 7] }))).toEqual({ kept: good, rubbish: true });
});

test.each([
  '',
  'null',
  '7',
  '"text"',
  '[]',
  '{"state":',
  '{"state":null}',
  '{"state":{"answers":[],"read":{}}}',
  '{"state":{"answers":{"a":1}}}',
])('%j is rubbish, and nothing comes of it', (text) => {
  expect(parseFirst(text)).toEqual({ kept: nothingKept, rubbish: true });
});

test('a hostile key is only a key', () => {
  const { kept } = parseFirst('{"state":{"answers":{"__proto__":{"kind":"number","value":1}},"read":[]}}');
  expect(Object.keys(kept.answers)).toEqual(['__proto__']);
  const { kept: taken } = takeIn(nothingKept, entriesOf(kept));
  expect(Object.keys(taken.answers)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).kind).toBeUndefined();
});

test('no text at all makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => parseFirst(text).kept !== undefined),
    { numRuns: runs(100) },
  );
  fc.assert(
    fc.property(fc.json(), (json) => parseFirst(`{"state":${json}}`).kept !== undefined),
    { numRuns: runs(100) },
  );
  const name = fc.oneof(fc.string(), fc.constantFrom('answer/a#b', 'read/a', 'tried/a', 'answer/__proto__'));
  const text = fc.oneof(fc.string(), fc.json(), fc.constant(undefined));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text)), (entries) => takeIn(good, entries).kept.answers !== undefined),
    { numRuns: runs(100) },
  );
});
