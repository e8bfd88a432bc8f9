import { expect, test } from 'vitest';
import { arrange, readPath } from '#lessons/arrange.ts';
import type { Frontmatter } from '#lessons/frontmatter.ts';

const lesson = (number: string, title: string, more: Partial<Frontmatter> = {}): Frontmatter => ({
  number,
  title,
  summary: '',
  question: '',
  minutes: 10,
  needs: [],
  objectives: ['one'],
  edition: 1,
  draft: false,
  reading: [],
  ...more,
});
const chapter = (title: string) => ({ title, summary: '' });

const chapters = {
  '/content/en/03-memory/index.mdx': chapter('Memory'),
  '/content/zh-CN/03-memory/index.mdx': chapter('内存'),
  '/content/en/01-idea/index.mdx': chapter('The idea'),
  '/content/en/08-clouds/index.mdx': chapter('Clouds'),
};
const lessons = {
  '/content/en/03-memory/10-last.mdx': lesson('3.10', 'Last'),
  '/content/en/03-memory/03-walk.mdx': lesson('3.3', 'Walk', { edition: 2 }),
  '/content/zh-CN/03-memory/03-walk.mdx': lesson('3.3', '遍历'),
  '/content/en/01-idea/01-one.mdx': lesson('1.1', 'One'),
  '/content/en/08-clouds/01-draft.mdx': lesson('8.1', 'Draft', { draft: true }),
  '/content/zh-CN/03-memory/07-only-here.mdx': lesson('3.7', '只有中文'),
};
const titles = (locale: 'en' | 'zh-CN', drafts = false) =>
  arrange(locale, chapters, lessons, drafts).map(({ number, title, lessons }) => [
    number,
    title,
    ...lessons.map((each) => each.title),
  ]);

test('a lesson is known by its path without the numbers', () => {
  expect(readPath('/content/zh-CN/03-memory/03-two-dimensional-walk.mdx')).toEqual({
    locale: 'zh-CN',
    twin: '03-memory/03-two-dimensional-walk.mdx',
    chapter: 'memory',
    number: 3,
    name: 'two-dimensional-walk',
  });
  expect(readPath('/content/fr/03-memory/03-walk.mdx')).toBeUndefined();
  expect(arrange('en', chapters, lessons, false)[1]?.lessons[0]?.id).toBe('memory/walk');
});

test('chapters and lessons stand in their order, 3.10 after 3.3', () => {
  expect(titles('en')).toEqual([
    [1, 'The idea', 'One'],
    [3, 'Memory', 'Walk', 'Last'],
  ]);
});

test('where a translation is missing the English stands, and says that it does', () => {
  expect(titles('zh-CN')).toEqual([
    [1, 'The idea', 'One'],
    [3, '内存', '遍历', 'Last'],
  ]);
  const [walk, last] = arrange('zh-CN', chapters, lessons, false)[1]?.lessons ?? [];
  expect([walk?.written, last?.written]).toEqual(['zh-CN', 'en']);
});

test('a translation of an earlier edition is stale, the English never', () => {
  expect(arrange('zh-CN', chapters, lessons, false)[1]?.lessons.map(({ stale }) => stale)).toEqual([true, false]);
  expect(arrange('en', chapters, lessons, false)[1]?.lessons.map(({ stale }) => stale)).toEqual([false, false]);
});

test('a draft is not listed, nor is a chapter that holds nothing else', () => {
  expect(titles('en').map(([number]) => number)).not.toContain(8);
  expect(titles('en', true)).toContainEqual([8, 'Clouds', 'Draft']);
});
