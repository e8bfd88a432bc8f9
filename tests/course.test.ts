import { describe, expect, test } from 'vitest';
import { locales } from '#kit/text.ts';
import { chaptersIn, lessonsIn, needOf } from '#lessons/catalog.ts';
import { mapIn } from '#lessons/courseMap.ts';
import { hasQuiz } from '#lessons/material.ts';
import { quizIdOf } from '#lessons/report.ts';
import { course } from '../content/course.ts';
import placement, { grounds } from '../content/quizzes/placement.ts';

const all = course.flatMap(({ lessons }) => lessons);
const numbers = all.map(({ number }) => number);

test('the course has eight chapters and 36 lessons, numbered in their order', () => {
  expect(course.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(numbers).toHaveLength(36);
  for (const { number, lessons } of course)
    expect(lessons.map((lesson) => lesson.number)).toEqual(lessons.map((_, i) => `${number}.${i + 1}`));
});

test.each(all)(
  '$number has a name in both languages and needs only lessons before it',
  ({ number, title, needs, helps }) => {
    for (const locale of locales) expect(title[locale].trim()).not.toBe('');
    expect(title['zh-CN']).toMatch(/\p{Script=Han}/u);
    const before = numbers.slice(0, numbers.indexOf(number));
    for (const need of [...(needs === 'all' ? [] : needs), ...(helps ?? [])]) expect(before).toContain(need);
  },
);

describe.each(locales)('%s', (locale) => {
  test.each(lessonsIn(locale))('$number $id is on the map as it says itself', ({ number, title, needs, written }) => {
    const entry = all.find((lesson) => lesson.number === number);
    expect(entry, `content/course.ts has no lesson ${number}`).toBeDefined();
    expect(entry?.title[written]).toBe(title);
    const asked = needs.map((need) => needOf(locale, need).number).sort();
    if (entry?.needs !== 'all') expect([...(entry?.needs ?? [])].sort()).toEqual(asked);
  });

  test.each(chaptersIn(locale))('chapter $number is called on the map as on its page', ({ number, title, written }) => {
    expect(course.find((chapter) => chapter.number === number)?.title[written]).toBe(title);
  });

  test('the map holds every lesson there is, and leads back along every need', () => {
    const lessons = mapIn(locale).flatMap((chapter) => chapter.lessons);
    expect(lessons.flatMap(({ lesson }) => lesson?.id ?? [])).toEqual(lessonsIn(locale).map(({ id }) => id));
    for (const { number, needs, needsAll } of lessons)
      for (const need of needsAll ? [] : needs)
        expect(lessons.find((lesson) => lesson.number === need)?.leads).toContain(number);
    expect(lessons.at(-1)).toMatchObject({ number: '8.4', needsAll: true, needs: numbers.slice(0, -1) });
  });
});

test('the quiz of a lesson is named as the lesson’s file, so that progress finds it', () => {
  for (const lesson of lessonsIn('en')) expect(hasQuiz(quizIdOf(lesson)), quizIdOf(lesson)).toBe(true);
});

describe('placement', () => {
  test('ten questions, each with one right answer and standing for a lesson of its own', () => {
    expect(Object.keys(placement)).toHaveLength(10);
    expect(Object.keys(grounds)).toEqual(Object.keys(placement));
    for (const number of Object.values(grounds)) expect(numbers).toContain(number);
    expect(new Set(Object.values(grounds)).size).toBe(10);
    for (const { options } of Object.values(placement))
      expect(Object.values(options).filter((option) => 'right' in option)).toHaveLength(1);
  });

  test('it asks about seven chapters or more', () => {
    expect(new Set(Object.values(grounds).map((number) => number.split('.')[0])).size).toBeGreaterThanOrEqual(7);
  });
});
