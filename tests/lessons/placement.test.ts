import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lesson } from '#lessons/arrange.ts';
import type { MapLesson } from '#lessons/courseMap.ts';
import { keyOf, placementOf } from '#lessons/placement.ts';
import type { Answer, Quiz } from '#quiz/question.ts';
import { runs } from '../runs.ts';

const both = (text: string) => ({ en: text, 'zh-CN': text });
const question: Quiz[string] = {
  kind: 'choice',
  ask: both('?'),
  why: both('.'),
  options: { yes: { text: 'yes', right: true }, no: { text: 'no' } },
};
/** 1 ← 2 ← 3 ← 4, and 5 by itself; 1, 3 and 5 are asked about. */
const needs: Readonly<Record<string, readonly string[]>> = { '1': [], '2': ['1'], '3': ['2'], '4': ['3'], '5': [] };
const grounds = { a: '1', c: '3', e: '5' };
const quiz: Quiz = { a: question, c: question, e: question };
const course = (written: readonly string[]): readonly MapLesson[] =>
  Object.entries(needs).map(([number, list]) => ({
    number,
    title: number,
    written: 'en',
    needs: list,
    needsAll: false,
    helps: [],
    leads: [],
    lesson: written.includes(number) ? ({ id: number } as Lesson) : undefined,
  }));
const answer = (picked: string): Answer => ({ kind: 'choice', picked: [picked] });
const place = (answers: Readonly<Record<string, string>>, written = Object.keys(needs)) => {
  const kept = Object.fromEntries(Object.entries(answers).map(([key, picked]) => [keyOf(key), answer(picked)]));
  const { known, missing, start } = placementOf(quiz, grounds, kept, course(written));
  const names = (lessons: readonly MapLesson[]) => lessons.map(({ number }) => number).join(' ');
  return { known: names(known), missing: names(missing), start: start?.number };
};

test('who answers nothing begins at the beginning', () => {
  expect(place({})).toEqual({ known: '', missing: '1 3 5', start: '1' });
});

test('who misses one thing begins there, and skips what comes before', () => {
  expect(place({ a: 'yes', c: 'no', e: 'yes' })).toEqual({ known: '1 5', missing: '3', start: '3' });
});

test('what was missed and is not written is passed over for the first written lesson that builds on it', () => {
  expect(place({ a: 'no', c: 'yes', e: 'yes' }, ['2', '4']).start).toBe('2');
  expect(place({ a: 'yes', c: 'no', e: 'yes' }, ['2', '4']).start).toBe('4');
});

test('what lies above something known is not lacking its ground', () => {
  expect(place({ a: 'no', c: 'yes', e: 'no' }, ['4', '5']).start).toBe('5');
});

test('who knows everything is sent nowhere, and so is who lacks only what is not written', () => {
  expect(place({ a: 'yes', c: 'yes', e: 'yes' }).start).toBeUndefined();
  expect(place({ a: 'yes', c: 'yes', e: 'no' }, ['1', '2']).start).toBeUndefined();
});

test('an answer that fits no option is left open', () => {
  expect(place({ a: 'gone', c: 'yes', e: 'yes' }).missing).toBe('1');
});

test('whatever is answered, the start can be read, is not known already, and every question counts once', () => {
  const given = fc.record(
    { a: fc.constantFrom('yes', 'no', 'gone'), c: fc.constantFrom('yes', 'no'), e: fc.constantFrom('yes', 'no') },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(given, fc.subarray(Object.keys(needs)), (answers, written) => {
      const { known, missing, start } = place(answers as Record<string, string>, written);
      expect([...known.split(' '), ...missing.split(' ')].filter(Boolean).sort()).toEqual(['1', '3', '5']);
      if (start !== undefined) expect(written).toContain(start);
      if (start !== undefined) expect(known.split(' ')).not.toContain(start);
    }),
    { numRuns: runs(100) },
  );
});
