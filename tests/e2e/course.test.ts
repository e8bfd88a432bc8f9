import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { locales } from '#kit/text.ts';
import { complaints, inTheme, themes } from './axe.ts';
import { at, hydrated, live, open, progressOf, useBrowser } from './open.ts';

useBrowser();
const desk = { viewport: { width: 1280, height: 900 } };
const ready = async (address: string, options = {}) => {
  const opened = await open(address, { ...desk, ...options });
  await hydrated(opened.page);
  return opened;
};
/** Everything that is kept, whatever its form: what the reader would lose. */
const kept = (page: Page) =>
  page.evaluate(() => Object.fromEntries(Object.entries({ ...localStorage }).filter(([key]) => /progress/.test(key))));
const tile = (page: Page, number: string) => page.locator(`[data-lesson="${number}"]`);

describe('the map', () => {
  test('is walked by Tab alone: each lesson shows what it needs and leads to, and Enter opens it', async () => {
    const { page, said } = await ready('/en/contents/');
    await tile(page, '3.2').locator('a').focus();
    await tile(page, '3.1').locator('.map-part.first').waitFor();
    expect(await tile(page, '3.3').getAttribute('data-part')).toBe('next');
    expect(await page.locator('.map-said').textContent()).toMatch(/^3\.2 .*needs 3\.1; leads to 3\.3\.$/);
    expect(await page.locator('.map-arrows > path').count()).toBe(2);
    expect(await complaints(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await tile(page, '3.3').getAttribute('data-part')).toBe('here');
    expect(await tile(page, '3.1').getAttribute('data-part')).toBe('first');
    await page.keyboard.press('Enter');
    await page.waitForURL(at('/en/memory/two-dimensional-walk/'));
    expect(said).toEqual([]);
  });

  test('pointing moves no tile, and no arrow crosses the title of another lesson', async () => {
    const { page } = await ready('/en/contents/');
    const boxes = () =>
      page.locator('.map-tile').evaluateAll((all) => {
        const frame = document.querySelector('.course-map')?.getBoundingClientRect();
        return all
          .map((each) => each.getBoundingClientRect())
          .map(({ x, y, width, height }) => [x, y - (frame?.y ?? 0), width, height].map(Math.round).join(' '));
      });
    await tile(page, '4.1').scrollIntoViewIfNeeded();
    const before = await boxes();
    for (const number of ['4.1', '2.5', '8.4']) {
      await tile(page, number).hover();
      await page.waitForFunction((each) => document.querySelector(`[data-lesson="${each}"][data-part="here"]`), number);
      const crossed = await page.evaluate(() => {
        const titles = [...document.querySelectorAll('.map-title')].map((each) => each.getBoundingClientRect());
        const frame = document.querySelector('.course-map')?.getBoundingClientRect();
        const paths = [...document.querySelectorAll<SVGPathElement>('.map-arrows > path')];
        return paths.flatMap((path) =>
          Array.from({ length: Math.ceil(path.getTotalLength() / 4) }, (_, i) => path.getPointAtLength(i * 4))
            .map(({ x, y }) => ({ x: x + (frame?.left ?? 0), y: y + (frame?.top ?? 0) }))
            .filter(({ x, y }) => titles.some((t) => x > t.left && x < t.right && y > t.top && y < t.bottom)),
        );
      });
      expect({ number, crossed }).toEqual({ number, crossed: [] });
    }
    await page.mouse.move(2, 2);
    expect(await boxes()).toEqual(before);
  });

  test.each(locales)('%s: reads without scripts: every lesson, and its needs as links', async (locale) => {
    const { page } = await open(`/${locale}/contents/`, { ...desk, javaScriptEnabled: false });
    expect(await page.locator('[data-lesson]').count()).toBe(36);
    expect(await page.locator('.chapters .lesson-around').count()).toBe(36);
    expect(await page.locator('#memory .lesson-around a[href$="memory/three-addresses/"]').count()).toBeGreaterThan(0);
    expect(await page.locator('.map-said').isVisible()).toBe(false);
    await page.goto(at(`/${locale}/`));
    expect(await page.locator('.course-map [data-lesson]').count()).toBe(36);
  });

  test.each(['', 'contents/', 'placement/', 'progress/'])(
    '/…/%s fits from 320 to 1920 px in every theme',
    async (name) => {
      for (const locale of locales) {
        const { page } = await ready(`/${locale}/${name}`);
        for (const theme of themes) {
          await inTheme(page, theme);
          for (const width of [320, 390, 768, 1280, 1920]) {
            await page.setViewportSize({ width, height: 900 });
            const { scroll, client, cut } = await page.evaluate(() => ({
              scroll: document.documentElement.scrollWidth,
              client: document.documentElement.clientWidth,
              cut: [...document.querySelectorAll('.map-tile, .map-chapter-name')]
                .filter((each) => each.scrollWidth > each.clientWidth + 1)
                .map((each) => each.textContent),
            }));
            expect({ locale, theme, width, scroll, cut }).toEqual({ locale, theme, width, scroll: client, cut: [] });
          }
        }
      }
    },
  );
});

test('the front page still shows its machine first: headline and picture stand above the map', async () => {
  const { page } = await ready('/en/', { viewport: { width: 1280, height: 800 } });
  const top = (selector: string) => page.locator(selector).evaluate((each) => each.getBoundingClientRect().bottom);
  expect(await top('.hero h1')).toBeLessThan(800);
  expect(await top('.front-lab .picture')).toBeLessThan(800);
  await page.getByRole('button', { name: 'Step it' }).click();
  await expect.poll(() => page.locator('.front-lab .progress').textContent()).toContain('10');
});

describe('the placement quiz', () => {
  test.each(locales)('%s: ten questions lead to a lesson; the result stays until it is taken again', async (locale) => {
    const { page, said } = await ready(`/${locale}/placement/`);
    expect(await page.locator('[data-question]').count()).toBe(10);
    await page.locator('[data-question="own-timer"] input[value="control"]').check();
    await page.locator('.placement form button[type="submit"]').click();
    const result = page.locator('.placement-result');
    await result.waitFor();
    expect(await result.evaluate((each) => each === document.activeElement)).toBe(true);
    expect(await result.locator('li').count()).toBe(10);
    expect(await page.locator('.quiz-reasons').count()).toBe(10);
    expect(await complaints(page)).toEqual([]);
    await page.reload();
    await hydrated(page);
    await result.waitFor();
    await result.locator('a.button').click();
    await page.locator('.lesson-lab .lab').waitFor();
    await page.goBack();
    await result.locator('button').click();
    await expect.poll(() => page.locator('[data-question] input:checked').count()).toBe(0);
    expect(await kept(page)).toEqual({});
    expect(said).toEqual([]);
  });
});

describe('my progress', () => {
  const walk = '/en/memory/two-dimensional-walk/';
  /** Reads, runs and answers a little of lesson 3.3. */
  const study = async (page: Page) => {
    const lab = page.locator('.lesson-lab .lab');
    await lab.focus();
    for (let i = 0; i < 40; i++) await page.keyboard.press('ArrowRight');
    await live(page, '[data-question]');
    const question = page.locator('[data-question]').first();
    await question.locator('input[type="radio"]').first().check();
    await question.getByRole('button', { name: 'Check' }).click();
    await page.locator('.mark-read input').check();
  };

  test('shows what was read, run and answered, and takes it to another browser in a file', async () => {
    const { page, said } = await ready(walk);
    await study(page);
    await page.locator('.foot-nav a[href$="progress/"]').click();
    await page.waitForURL(at('/en/progress/'));
    const row = page.locator('li', { has: page.locator(`a[href$="${walk}"]`) });
    await expect
      .poll(() => row.locator('.lesson-done').textContent())
      .toMatch(/lab run.*1 of \d+ answered, [01] right/);
    expect(await row.locator('.lesson-read').count()).toBe(1);
    expect(await page.locator('.progress-sums').textContent()).toMatch(/^1 of \d+ lessons read1 lab run/);
    expect(await complaints(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save to a file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^hypervisible-progress-\d{4}-\d\d-\d\d\.json$/);
    const buffer = await readFile(await download.path());
    const before = await kept(page);

    const other = await ready('/zh-CN/progress/');
    const file = { name: 'from-afar.json', mimeType: 'application/json', buffer };
    await other.page.locator('.transfer input[type="file"]').setInputFiles(file);
    await other.page.locator('.transfer-choice').waitFor();
    expect(await other.page.locator('.transfer [role="status"]').textContent()).toContain('from-afar.json');
    expect(await kept(other.page)).toEqual({});
    expect(await complaints(other.page)).toEqual([]);
    await other.page.getByRole('button', { name: '合并' }).click();
    await expect.poll(() => kept(other.page)).toEqual(before);
    await other.page.goto(at(walk.replace('/en/', '/zh-CN/')));
    await hydrated(other.page);
    await expect.poll(() => other.page.locator('.mark-read input').isChecked()).toBe(true);
    expect([...said, ...other.said]).toEqual([]);
  });

  test.each([
    ['broken', '{"format":"hypervisible-progress","ver'],
    ['foreign', '{"scripts":{}}'],
    ['of another version', '{"format":"hypervisible-progress","version":9}'],
    ['huge', `"${'x'.repeat(4_100_000)}"`],
    ['binary', '\u0000\u0001\ufffd'],
  ])('a file that is %s is refused with a reason and changes nothing', async (_name, text) => {
    const { page, said } = await ready(walk);
    await page.locator('.mark-read input').check();
    await page.goto(at('/en/progress/'));
    await hydrated(page);
    const before = await kept(page);
    const file = { name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await page.locator('.transfer input[type="file"]').setInputFiles(file);
    await expect.poll(() => page.locator('.transfer [role="status"] p').count()).toBe(2);
    expect(await page.locator('.transfer [role="status"]').textContent()).toContain('nothing has changed');
    expect(await page.locator('.transfer-choice').count()).toBe(0);
    expect(await kept(page)).toEqual(before);
    expect(said).toEqual([]);
  });

  test('two tabs at once lose nothing: neither answers nor what was taken back', async () => {
    const { page: one, context } = await ready(walk);
    const two = await context.newPage();
    await two.goto(at('/en/memory/shadow-paging/'));
    await hydrated(two);
    for (const page of [one, two]) await live(page, '[data-question]');
    const answer = async (page: Page) => {
      const question = page.locator('[data-question]').first();
      await question.locator('input[type="radio"]').first().check();
      await question.getByRole('button', { name: 'Check' }).click();
    };
    await Promise.all([answer(one), answer(two), one.locator('.mark-read input').check()]);
    await two.locator('.mark-read input').check();
    await one.locator('.mark-read input').uncheck();
    const three = await context.newPage();
    await three.goto(at('/en/progress/'));
    await hydrated(three);
    await expect
      .poll(() => three.locator('.progress-sums').textContent())
      .toMatch(/^1 of \d+ lessons read.*2 questions answered/);
    // A tab that stays open sees what the others do.
    await two.locator('.mark-read input').uncheck();
    await expect.poll(() => three.locator('.progress-sums').textContent()).toMatch(/^0 of/);
  });

  test('what an earlier version of the site kept is still there', async () => {
    const { page, said } = await open('/robots.txt', desk);
    await page.evaluate(() => {
      const answers = { 'memory/two-dimensional-walk#some': { kind: 'number', value: 24 } };
      const state = { answers, read: ['memory/two-dimensional-walk'] };
      localStorage.setItem('hypervisible.progress', JSON.stringify({ state, version: 1 }));
    });
    await page.goto(at('/en/progress/'));
    await hydrated(page);
    await expect.poll(() => page.locator('.progress-sums').textContent()).toMatch(/^1 of .*1 question answered$/);
    await page.reload();
    await hydrated(page);
    await expect.poll(() => page.locator('.progress-sums').textContent()).toMatch(/^1 of .*1 question answered$/);
    expect(said).toEqual([]);
  });
});

test('in the chapter quiz a step to be predicted cannot be made, played or scrubbed to before the bet', async () => {
  const { page, said } = await ready('/en/memory/quiz/');
  const asked = page.locator('[data-question="moved-without-invept"]');
  await asked.getByRole('button', { name: 'Open the lab' }).click();
  await asked.locator('.lab').waitFor();
  const step = await progressOf(asked);
  expect(await asked.locator('.transport .held').textContent()).toContain('until you have bet');
  await asked.locator('.lab').focus();
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'End', 'Home', 'ArrowLeft', ' ']) await page.keyboard.press(key);
  for (const name of ['Step', 'Play', 'To the end', 'Step back'])
    await asked.getByRole('button', { name, exact: true }).click({ force: true });
  await asked.locator('.scrubber input').focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(1200);
  expect(await progressOf(asked)).toBe(step);
  expect(await asked.locator('.lab .question').count()).toBe(0);
  expect(await complaints(page)).toEqual([]);
  await asked.getByRole('radio', { name: /old/i }).check();
  await asked.getByRole('button', { name: /^Check/ }).click();
  await expect.poll(() => progressOf(asked)).not.toBe(step);
  expect(await asked.locator('.transport .held').count()).toBe(0);
  const made = await progressOf(asked);
  await asked.getByRole('button', { name: 'Step back', exact: true }).click();
  await expect.poll(() => progressOf(asked)).not.toBe(made);
  expect(said).toEqual([]);
});

test.each(['placement/', 'progress/'])('axe finds nothing on %s in any theme, in either language', async (name) => {
  for (const locale of locales) {
    const { page, said } = await ready(`/${locale}/${name}`);
    for (const theme of themes) {
      await inTheme(page, theme);
      expect({ locale, theme, found: await complaints(page) }).toEqual({ locale, theme, found: [] });
    }
    expect(said).toEqual([]);
  }
});
