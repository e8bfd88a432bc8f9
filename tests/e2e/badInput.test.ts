import { expect, test } from 'vitest';
import { at, hydrated, live, open, useBrowser } from './open.ts';

useBrowser();
const walk = '/en/memory/two-dimensional-walk/';

test.each([
  ['?guestLevels=9', 'guestLevels=9'],
  ['?colour=red', 'colour=red'],
  ['?__proto__=x&constructor=y', '__proto__=x'],
  ['?guestPage=<script>alert(1)</script>', 'guestPage=<script>'],
  ['?moves=3%20flip.&at=4', 'moves='],
  ['?at=-1', 'at=-1'],
  ['?address=~AAAA', 'address='],
])('a link with %s opens, and says what was dropped', async (query, named) => {
  const { page, said } = await open(walk + query);
  await hydrated(page);
  await expect.poll(() => page.locator('.page-notice').first().textContent()).toContain(named);
  expect(await page.locator('.lab .mark').count()).toBeGreaterThan(20);
  expect(said).toEqual([]);
});

test('a link cut in half opens on what is left of it', async () => {
  const { page, said } = await open(`${walk}?guestPage=2M&eptPa`);
  await hydrated(page);
  await expect.poll(() => page.locator('.page-notice').first().textContent()).toContain('eptPa=');
  expect(said).toEqual([]);
});

test('a link a megabyte long, followed inside the page, neither hangs nor breaks it', async () => {
  const { page, said } = await open(walk);
  await hydrated(page);
  await page.evaluate(() => history.pushState(null, '', `?moves=${'flip.g4.0+'.repeat(100_000)}`));
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate', { state: null })));
  await expect.poll(() => page.locator('.page-notice').first().textContent(), { timeout: 15_000 }).toContain('moves=');
  await page.locator('.lab').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(said).toEqual([]);
});

test.each([
  ['/en/memory/no-such-lesson/', 'no-such-lesson'],
  ['/en/no-such-chapter/lesson/', 'no-such-chapter'],
  ['/xx/contents/', ''],
])('inside the site, %s says what is not there and leads on', async (address) => {
  const { page } = await open('/en/contents/');
  await hydrated(page);
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate', { state: null }));
  }, address);
  await expect.poll(() => page.locator('h1').first().textContent()).toMatch(/not (here|there|found)|no /i);
  expect(await page.locator('main a, #root a').count()).toBeGreaterThan(0);
});

test('storage that holds rubbish is passed over', async () => {
  const { page, said } = await open('/robots.txt');
  await page.evaluate(() => {
    localStorage.setItem('hypervisible.progress', '{"state":{"answers":{"__proto__":7,"a":[]}},');
    localStorage.setItem('hypervisible.theme', 'plaid');
  });
  await page.goto(at(walk));
  await hydrated(page);
  expect(['light', 'dark', 'projector']).toContain(await page.locator('html').getAttribute('data-theme'));
  expect(await page.locator('[role="status"] .trouble').count()).toBe(1);
  expect(said).toEqual([]);
});

test.each([
  [
    'forbidden',
    () =>
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
  ],
])('where storage is %s the page works and says so once', async (_name, spoil) => {
  const { page, said } = await open('/robots.txt');
  await page.addInitScript(spoil);
  await page.goto(at(walk));
  await hydrated(page);
  await live(page, '[data-question]');
  const question = page.locator('[data-question]').first();
  await question.locator('input').first().check();
  await question.locator('button[type="submit"]').click();
  await expect.poll(() => question.locator('.quiz-verdict').count()).toBeGreaterThan(0);
  expect(await page.locator('.trouble').count()).toBe(1);
  expect(said).toEqual([]);
});
