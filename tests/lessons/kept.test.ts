import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingKept, parseKept } from '#lessons/kept.ts';

const stored = (state: unknown) => JSON.stringify({ state, version: 1 });
const good = {
  answers: {
    'memory/walk#who': { kind: 'choice', picked: ['guest'] },
    'memory/walk#count': { kind: 'number', value: 24 },
    'memory/walk#order': { kind: 'order', order: ['a', 'b'] },
    'memory/walk#reach': { kind: 'reach', run: { at: '3', moves: 'touch.2' } },
  },
  read: ['memory/walk'],
};

test('what was kept comes back as it was', () => {
  expect(parseKept(stored(good))).toEqual({ kept: good, rubbish: false });
});

test('one bad answer does not cost the others', () => {
  const answers = { ...good.answers, bad: { kind: 'number', value: 'many' }, worse: null, other: { kind: 'essay' } };
  expect(parseKept(stored({ answers, read: ['memory/walk', 7] }))).toEqual({ kept: good, rubbish: true });
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
  expect(parseKept(text)).toEqual({ kept: nothingKept, rubbish: true });
});

test('a hostile key is only a key', () => {
  const { kept } = parseKept('{"state":{"answers":{"__proto__":{"kind":"number","value":1}},"read":[]}}');
  expect(Object.keys(kept.answers)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).kind).toBeUndefined();
});

test('no text at all makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => parseKept(text).kept !== undefined));
  fc.assert(fc.property(fc.json(), (json) => parseKept(`{"state":${json}}`).kept !== undefined));
});
