import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locales } from '#kit/text.ts';
import { complaints, inTheme, themes } from './axe.ts';
import { hydrated, live, open, useBrowser } from './open.ts';

useBrowser();
/** Every lesson there is, and the pages around them. */
const lessonNames = globSync('content/en/*/*.mdx')
  .filter((file) => !file.endsWith('index.mdx'))
  .map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/^content\/en\//, '')
      .replace(/\d+-/g, '')
      .replace(/\.mdx$/, '/'),
  );
const twins = (pages: readonly string[]) => locales.flatMap((locale) => pages.map((page) => `/${locale}/${page}`));
const everyPage = twins([
  '',
  'contents/',
  'placement/',
  'progress/',
  'glossary/',
  ...lessonNames,
  'memory/quiz/',
  'systems/',
  'systems/kvm/',
]);
/** Two lessons whose machines have nothing in common stand for the rest where a test takes long. */
const lessons = twins(['memory/two-dimensional-walk/', 'networks/five-modes/']);
const inAllThemes = ['/en/', '/en/contents/', '/en/memory/quiz/', ...lessons.filter((page) => page.startsWith('/en/'))];

/** Colours are the same in both languages and names the same in every theme, so most pages are tried in one of each. */
const triedByAxe = everyPage.filter((page) => page.startsWith('/en/') || lessons.includes(page) || page === '/zh-CN/');
test.each(triedByAxe)('axe finds nothing on %s, and the console is silent', { timeout: 90_000 }, async (address) => {
  const { page, said } = await open(address, { viewport: { width: 1280, height: 900 } });
  for (const theme of inAllThemes.includes(address) ? themes : themes.slice(0, 1)) {
    await inTheme(page, theme);
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
    expect({ theme, found: await complaints(page) }).toEqual({ theme, found: [] });
  }
  expect(said).toEqual([]);
});

test.each(everyPage)('%s never scrolls sideways, down to 320 px', async (address) => {
  const { page } = await open(address, { viewport: { width: 320, height: 800 } });
  await hydrated(page);
  for (const width of [320, 390, 768, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect({ width, scroll }).toEqual({ width, scroll: client });
  }
});

test.each([
  [360, 'tall'],
  [1280, 'wide'],
  [1920, 'wide'],
])('at %i px each lab shows its %s sheet, and no other', async (width, shown) => {
  const { page } = await open('/en/memory/two-dimensional-walk/', { viewport: { width, height: 900 } });
  await hydrated(page);
  const seen = await page
    .locator('.lesson-lab .sheet')
    .evaluateAll((sheets) => sheets.filter((sheet) => sheet.checkVisibility()).map((sheet) => sheet.classList[1]));
  expect(seen).toEqual([shown]);
});

test.each(lessons)('%s reads without JavaScript: its text, its quiz and its first diagram', async (address) => {
  const { page } = await open(address, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  expect(await page.locator('h1').textContent()).not.toBe('');
  expect(await page.locator('html').getAttribute('lang')).toBe(address.split('/')[1]);
  expect(await page.locator('.prose p').count()).toBeGreaterThan(10);
  expect(await page.locator('.lab').first().locator('.sheet.wide .mark').count()).toBeGreaterThan(20);
  expect(await page.locator('.lab').first().locator('.sheet.wide').isVisible()).toBe(true);
  expect(await page.locator('[data-question]').count()).toBeGreaterThanOrEqual(6);
});

test.each(lessons)('the live page takes %s over in place: no mark is drawn anew, nothing shifts', async (address) => {
  const { page, said } = await open('/robots.txt', { viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (globalThis as unknown as { shift: number }).shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('DOMContentLoaded', () => {
      for (const mark of document.querySelectorAll('.lab .sheet.wide .mark')) Object.assign(mark, { served: true });
    });
  });
  await page.goto(new URL(address, page.url()).href);
  await hydrated(page);
  await page.waitForTimeout(400);
  const { marks, served } = await page.evaluate(() => {
    const all = [...(document.querySelector('.lab')?.querySelectorAll('.sheet.wide .mark') ?? [])];
    return { marks: all.length, served: all.filter((mark) => 'served' in mark).length };
  });
  expect(served).toBe(marks);
  expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.01);
  expect(said).toEqual([]);
});

test.each(lessons)(
  '%s prints as a handout: text, picture and questions, no navigation, no answers',
  async (address) => {
    const { page } = await open(address);
    await hydrated(page);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-nav', '.transport', '.controls', '.quiz-verdict'])
      expect(await page.locator(hidden).filter({ visible: true }).count()).toBe(0);
    for (const shown of ['h1', '.prose p', '.lab .sheet.wide, .lab .sheet.tall', '[data-question] .quiz-ask'])
      expect(await page.locator(shown).filter({ visible: true }).count()).toBeGreaterThan(0);
    expect((await page.pdf()).length).toBeGreaterThan(20_000);
  },
);

test.each(lessons)('%s survives a browser that translates: every text node in a <font>', async (address) => {
  const { page, said } = await open(address, { viewport: { width: 1280, height: 900 } });
  await hydrated(page);
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (!text.data.trim() || text.parentElement?.closest('script, style, svg, textarea, option')) continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.append(text);
    }
  });
  const lab = page.locator('.lab').first();
  await lab.focus();
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
  await lab.locator('.setting input, .setting select').first().press('ArrowRight');
  await live(page, '[data-question]');
  await page.locator('[data-question]').first().locator('input').first().click();
  await page.locator('[data-question]').first().locator('button[type="submit"]').click();
  await page.locator('.site-nav a').first().click();
  await page.locator('h1').waitFor();
  expect(said).toEqual([]);
});

describe('projected', () => {
  test.each(lessons.filter((page) => page.startsWith('/en/')))(
    '%s is read from the last row: its letters are 3/100 of the height',
    async (address) => {
      const { page } = await open(address, { viewport: { width: 1920, height: 1080 } });
      await hydrated(page);
      await page.locator('.lab').first().focus();
      await page.keyboard.press('f');
      await page.keyboard.press('PageDown');
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(500);
      const small = await page.evaluate(() => {
        const lab = document.querySelector('.lab[data-projecting]');
        const sheet = lab?.querySelector<SVGSVGElement>('.sheet.wide');
        const scale = Math.min((sheet?.clientWidth ?? 0) / 960, (sheet?.clientHeight ?? 0) / 540);
        const drawn = [...(sheet?.querySelectorAll('text') ?? [])].map((text) => ({
          words: text.textContent,
          px: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        }));
        const said = [...(lab?.querySelectorAll('.caption, .counters dt, .counters dd, .counters dd *') ?? [])].map(
          (text) => ({
            words: text.textContent,
            px: Number.parseFloat(getComputedStyle(text).fontSize),
          }),
        );
        return [...drawn, ...said].filter(({ px }) => px < 31.9);
      });
      expect(small).toEqual([]);
      expect(
        await page.evaluate(() => document.querySelector('.lab[data-projecting]')?.getAttribute('data-theme')),
      ).toBe('projector');
    },
  );

  test.each(['.lesson-lab .lab', '.lesson-text .lab'])(
    '%s covers the whole page where there is no full screen',
    async (which) => {
      const { page } = await open('/en/cpu/rings-and-traps/', { viewport: { width: 1280, height: 800 } });
      await hydrated(page);
      await page.evaluate(() => {
        Element.prototype.requestFullscreen = () => Promise.reject(new Error('not allowed'));
      });
      const lab = page.locator(which).first();
      await live(page, which);
      await lab.focus();
      await page.keyboard.press('f');
      await expect.poll(() => lab.getAttribute('data-projecting')).toBe('true');
      const covered = () =>
        page.evaluate(() =>
          [0.02, 0.3, 0.5, 0.7, 0.98].flatMap((x) =>
            [0.02, 0.5, 0.98].map((y) => {
              const top = document.elementFromPoint(x * innerWidth, y * innerHeight);
              return top?.closest('[data-projecting]')?.matches('.lab') ?? false;
            }),
          ),
        );
      expect(new Set(await covered())).toEqual(new Set([true]));
      await page.keyboard.press('f');
      expect(await page.evaluate(() => document.documentElement.hasAttribute('data-projecting'))).toBe(false);
    },
  );

  test('the projector theme sets the text in letters of 32 px at 1080 lines', async () => {
    const { page } = await open('/en/memory/two-dimensional-walk/', { viewport: { width: 1920, height: 1080 } });
    await inTheme(page, 'projector');
    const sizes = await page
      .locator('.prose p')
      .evaluateAll((all) => all.map((p) => Number.parseFloat(getComputedStyle(p).fontSize)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(32);
  });
});

test('forced colours keep every box, letter and focus in sight', async () => {
  const { page, said } = await open('/en/memory/two-dimensional-walk/', {
    forcedColors: 'active',
    viewport: { width: 1280, height: 900 },
  });
  await hydrated(page);
  const stroke = await page
    .locator('.lab .sheet.wide .box .shape')
    .first()
    .evaluate((shape) => getComputedStyle(shape).stroke);
  expect(stroke).not.toBe('none');
  expect(said).toEqual([]);
});

test('a reader who asks for less motion gets each step at once', async () => {
  const { page } = await open('/en/networks/five-modes/', {
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 900 },
  });
  await hydrated(page);
  await page.locator('.lab').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('.lab .leaving').count()).toBe(0);
});
