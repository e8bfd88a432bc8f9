import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf, type Kept, nothingKept, takeIn } from '#lessons/kept.ts';
import { MOST, readKept, writeKept } from '#lessons/progressFile.ts';
import { entriesFor, undoing } from '#lessons/transfer.ts';
import { runs } from '../runs.ts';

const mine: Kept = {
  answers: {
    'memory/walk#who': { kind: 'choice', picked: ['guest'] },
    'memory/walk#count': { kind: 'number', value: 24 },
    'memory/walk#order': { kind: 'order', order: ['a', 'b'] },
    'memory/quiz#reach': { kind: 'reach', run: { at: '3', moves: 'touch.2' } },
  },
  read: ['memory/walk', 'placement'],
  tried: ['walk', 'walk#inStep'],
};
const file = JSON.parse(writeKept(mine, '2026-11-21'));
const refusal = (text: string) => readKept(text).fault;
const changed = (change: object) => JSON.stringify({ ...file, ...change });
const withAnswer = (key: string, answer: unknown) => changed({ answers: { [key]: answer } });

test('what is saved to a file is read back as it was', () => {
  expect(readKept(writeKept(mine, '2026-11-21'))).toEqual({ saved: '2026-11-21', kept: mine });
  expect(readKept(writeKept(nothingKept, '2026-11-21'))).toMatchObject({ kept: nothingKept });
});

test('a file says what it is and which version of it', () => {
  expect(file).toMatchObject({ format: 'hypervisible-progress', version: 1, saved: '2026-11-21' });
  expect(Object.keys({ ...file })).not.toContain('trouble');
});

test.each([
  ['nothing', '', /not JSON/],
  ['a picture', '\u0089PNG\r\n', /not JSON/],
  ['half a file', writeKept(mine, '2026-11-21').slice(0, 200), /not JSON/],
  ['another program’s file', '{"answers":{}}', /not a file of progress/],
  ['a list', '[]', /not a file of progress/],
  ['a newer version', changed({ version: 2 }), /reads version 1, and the file is of version 2/],
  ['no version', changed({ version: undefined }), /version 1/],
  ['a field too many', changed({ score: 3 }), /^score: .* no such field; it has format, version/],
  ['no day', changed({ saved: 'yesterday' }), /^saved: must be a day/],
  ['answers in a list', changed({ answers: [] }), /^answers: must be an object/],
  ['an answer of no page', withAnswer('who', { kind: 'number', value: 1 }), /"who" must be a page and a question/],
  ['a hostile key', changed({}).replace('memory/walk#who', '__proto__'), /"__proto__" must be/],
  ['an essay', withAnswer('a#b', { kind: 'essay', text: '' }), /"a#b" is not an answer/],
  ['a number in words', withAnswer('a#b', { kind: 'number', value: '24' }), /"a#b" is not an answer/],
  ['a number without end', changed({}).replace('"value":24', '"value":1e999'), /is not an answer/],
  ['a number with more', withAnswer('a#b', { kind: 'number', value: 1, right: true }), /is not an answer/],
  ['a pick too long', withAnswer('a#b', { kind: 'choice', picked: ['x'.repeat(999)] }), /is not an answer/],
  ['too many picks', withAnswer('a#b', { kind: 'choice', picked: Array(999).fill('x') }), /is not an answer/],
  ['a run of numbers', withAnswer('a#b', { kind: 'reach', run: { at: 3 } }), /is not an answer/],
  ['a lesson that is none', changed({ read: ['memory/walk', 7] }), /^read\[1\]: must be a name/],
  ['a lab that is none', changed({ tried: ['../../etc'] }), /^tried\[0\]: must be a name/],
  ['a list without end', changed({ read: Array(MOST.list + 1).fill('a') }), /^read: must be a list/],
])('%s is refused, and says why in both languages', (_name, text, why) => {
  expect(refusal(text)?.en).toMatch(why);
  expect(refusal(text)?.['zh-CN']).toMatch(/\p{Script=Han}/u);
});

test('a file of endless length is refused before it is read', () => {
  expect(refusal(' '.repeat(MOST.letters + 1))?.en).toMatch(/larger than 2 million/);
});

test('where the browser says at which letter a file breaks, line and column are told', () => {
  expect(refusal('{\n "format": oops\n}')?.en).toMatch(/^(Line 2, column 1\d: )?this is not JSON/i);
});

test('whatever stands in a file, it is read whole or refused with a reason: it never throws', () => {
  const outcome = (text: string) => {
    const read = readKept(text);
    if (read.fault) expect(read.fault.en && read.fault['zh-CN']).toBeTruthy();
    else expect(readKept(writeKept(read.kept, read.saved))).toEqual(read);
  };
  const field = fc.constantFrom('format', 'version', 'saved', 'answers', 'read', 'tried', '__proto__', 'more');
  const key = fc.constantFrom('a#b', '__proto__', 'a/b#c', 'constructor', '');
  const words = fc.array(fc.string());
  const answer = fc.oneof(
    fc.record({ kind: fc.constant('choice'), picked: words }),
    fc.record({ kind: fc.constant('number'), value: fc.double() }),
    fc.record({ kind: fc.constant('reach'), run: fc.dictionary(fc.string(), fc.string()) }),
    fc.jsonValue(),
  );
  const part = fc.oneof(fc.jsonValue(), words, fc.dictionary(key, answer));
  fc.assert(fc.property(fc.string(), outcome), { numRuns: runs(200) });
  fc.assert(
    fc.property(fc.dictionary(field, part), (parts) => outcome(JSON.stringify({ ...file, ...parts }))),
    { numRuns: runs(400) },
  );
  const good = writeKept(mine, '2026-11-21');
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(20), fc.string({ maxLength: 4 }), (from, count, put) =>
      outcome(good.slice(0, from) + put + good.slice(from + count)),
    ),
    { numRuns: runs(400) },
  );
});

describe('taking a file in', () => {
  const theirs: Kept = {
    answers: { 'memory/walk#count': { kind: 'number', value: 8 }, 'new#one': { kind: 'number', value: 1 } },
    read: ['networks/modes'],
    tried: ['walk'],
  };

  test('merged, everything that was here stays as it is, and what was not comes in', () => {
    const { kept } = takeIn(mine, entriesFor('merge', mine, theirs));
    expect(kept.answers).toEqual({ ...theirs.answers, ...mine.answers });
    expect(kept.read).toEqual([...mine.read, 'networks/modes']);
    expect(kept.tried).toEqual(mine.tried);
  });

  test('replaced, what the file holds is all there is', () => {
    expect(takeIn(mine, entriesFor('replace', mine, theirs)).kept).toEqual(theirs);
    expect(takeIn(mine, entriesFor('replace', mine, nothingKept)).kept).toEqual(nothingKept);
  });

  test.each(['merge', 'replace'] as const)('%s can be undone to the letter', (way) => {
    const entries = entriesFor(way, mine, theirs);
    const { kept } = takeIn(takeIn(mine, entries).kept, undoing(entries, mine));
    const sorted = (all: Kept) => [...entriesOf(all)].sort();
    expect(sorted(kept)).toEqual(sorted(mine));
  });

  test('a file taken in twice changes nothing the second time', () => {
    const { kept } = takeIn(mine, entriesFor('merge', mine, theirs));
    expect(entriesFor('merge', kept, theirs)).toEqual([]);
    expect(entriesFor('replace', mine, mine)).toEqual([]);
  });
});
