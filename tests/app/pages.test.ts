import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadPage, modulesOf, pages } from '#app/pages.tsx';

test('every page is there in both languages', () => {
  const english = pages.filter((page) => page.startsWith('/en/'));
  expect(english).toEqual(expect.arrayContaining(['/en/', '/en/contents/', '/en/glossary/']));
  expect(pages.filter((page) => page.startsWith('/zh-CN/'))).toEqual(
    english.map((page) => page.replace('/en/', '/zh-CN/')),
  );
  expect(pages).toEqual(expect.arrayContaining(['/', '/404']));
});

test('what a page asks for at once is there', () => {
  for (const page of pages)
    for (const file of modulesOf(page)) expect(existsSync(file.split('?')[0] ?? ''), `${page}: ${file}`).toBe(true);
});

test.each([
  ['/en/contents/', 'en', 'contents'],
  ['/zh-CN/memory/no-such-lesson/', 'zh-CN', 'memory/no-such-lesson'],
  ['/en/memory', 'en', 'memory'],
  ['/xx/contents/', undefined, 'contents'],
  ['/', undefined, ''],
  ['/en/%E0%A4%A/', 'en', '%E0%A4%A'],
])('%s is brought, whether there is such a page or not', async (path, locale, name) => {
  expect(await loadPage(path)).toMatchObject({ path, locale, name });
});
