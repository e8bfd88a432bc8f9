import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { at, hydrated, live, open, progressOf, useBrowser } from './open.ts';

useBrowser();
const walk = '/en/memory/two-dimensional-walk/';
const modes = '/en/networks/five-modes/';

/** The page's own lab; a second one may stand in the text. */
const lab = (page: Page) => page.locator('.lab').first();
const caption = (page: Page) => lab(page).locator('.caption span').last();
/** The counters, once they have followed the picture. */
const counters = async (page: Page) => {
  await progressOf(lab(page));
  return Object.fromEntries(
    await lab(page)
      .locator('.counters > div')
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
      ),
  );
};
const ready = async (address: string, options = {}) => {
  const opened = await open(address, { viewport: { width: 1280, height: 900 }, ...options });
  await hydrated(opened.page);
  return opened;
};

test('a reader steps the walk to its end by keyboard alone, and every question on the way can be skipped', async () => {
  const { page, said } = await ready(walk);
  await lab(page).focus();
  for (let i = 0; i < 60; i++) await page.keyboard.press('ArrowRight');
  expect(await counters(page)).toMatchObject({
    'memory references': '24',
    'by EPT': '20',
    'by guest tables': '4',
    'VM exits': '0',
  });
  await page.keyboard.press('Home');
  expect((await counters(page))['memory references']).toBe('0');
  expect(said).toEqual([]);
});

test('the machine asks before a step, and answers what was bet', async () => {
  const { page } = await ready(walk);
  await lab(page).focus();
  for (let i = 0; i < 30 && (await lab(page).locator('.question').count()) === 0; i++)
    await page.keyboard.press('ArrowRight');
  await lab(page).locator('.question button').first().click();
  expect(await lab(page).locator('.verdict').textContent()).toMatch(/\w{20,}|\w+ \w+/);
});

test.each([
  [walk, '?guestPage=2M&eptPage=2M&at=9', /2 MiB/],
  [modes, '?hostAddress=true&forwarding=true&nat=true&gateway=true&moves=ping.g1.out&at=5', /NAT/],
])('%s: a shared link opens the very same state, in the other language too', async (address, query) => {
  const { page, said } = await ready(address + query);
  const before = await progressOf(lab(page));
  await lab(page).focus();
  await page.keyboard.press('s');
  const link = await lab(page).locator('.share input').inputValue();
  expect(link).toContain(at(address));
  const again = await ready(new URL(link).pathname + new URL(link).search);
  expect(await progressOf(lab(again.page))).toBe(before);
  expect(await caption(again.page).textContent()).toBe(await caption(page).textContent());
  const chinese = await ready((new URL(link).pathname + new URL(link).search).replace('/en/', '/zh-CN/'));
  expect(await progressOf(lab(chinese.page))).toContain(before.match(/\d+/)?.[0]);
  expect(await caption(chinese.page).textContent()).toMatch(/\p{Script=Han}/u);
  expect([...said, ...again.said, ...chinese.said]).toEqual([]);
});

test('a change of language keeps the lesson, the step and the place in the text', async () => {
  const { page, said } = await ready(walk);
  await lab(page).focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  const step = (await progressOf(lab(page))).match(/\d+/)?.[0];
  await page.locator('.prose h2').nth(3).scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelectorAll('.prose h2')[3]?.scrollIntoView());
  await page.getByRole('link', { name: '中文' }).click();
  await page.waitForURL(at('/zh-CN/memory/two-dimensional-walk/'));
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await progressOf(lab(page))).toContain(step);
  const top = await page.evaluate(
    () => document.querySelectorAll('.prose h2')[3]?.getBoundingClientRect().top ?? Number.NaN,
  );
  expect(Math.abs(top)).toBeLessThan(260);
  expect(said).toEqual([]);
});

test('an answer is kept over a reload, judged again each time, and only missed ones are asked again', async () => {
  const { page, said } = await ready(walk);
  await live(page, '[data-question]');
  const question = page.locator('[data-question]').first();
  await question.locator('input[type="radio"]').first().check();
  await question.getByRole('button', { name: 'Check' }).click();
  const verdict = await question.locator('.quiz-verdict').first().textContent();
  await page.reload();
  await hydrated(page);
  await live(page, '[data-question]');
  await expect
    .poll(() => page.locator('[data-question]').first().locator('.quiz-verdict').first().textContent())
    .toBe(verdict);
  expect(said).toEqual([]);
});

test('the four switches, a click on the matrix and the move that fills it', async () => {
  const { page, said } = await ready(modes);
  for (const name of ['Host address on br0', 'Forwarding', 'NAT', 'Gateway in the guests'])
    await lab(page).getByRole('switch', { name }).check();
  await lab(page).locator('.wide [data-key="box fill"]').click();
  await lab(page).locator('.state-table summary').click();
  const row = (name: RegExp) => lab(page).getByRole('row', { name });
  expect(
    await row(/guest 1.*outside/i)
      .first()
      .textContent(),
  ).toContain('yes');
  await expect.poll(() => lab(page).locator('.state-table').textContent()).toContain('192.168.1.10');
  expect(said).toEqual([]);
});

test('typed commands become lines of the run, and a wrong one says where and what would be right', async () => {
  const { page } = await ready(modes);
  const prompt = lab(page).locator('form.line input').first();
  await prompt.fill('g1 fly home');
  await prompt.press('Enter');
  expect(await lab(page).locator('.faults').textContent()).toMatch(/Line 1/);
  expect(await prompt.inputValue()).toBe('g1 fly home');
  await prompt.fill('g1 ping 10.0.0.102');
  await prompt.press('Enter');
  await expect.poll(() => lab(page).locator('.source pre').textContent()).toBe('g1 ping 10.0.0.102');
});

test('the code editor is fetched only when editing begins', async () => {
  const { page } = await ready(modes);
  const got: string[] = [];
  page.on('response', (response) => got.push(response.url()));
  await page.waitForTimeout(300);
  expect(got.filter((url) => /SourceEditor/.test(url))).toEqual([]);
  await lab(page).getByRole('button', { name: 'Edit' }).click();
  await page.locator('.cm-content').waitFor();
  expect(got.some((url) => /SourceEditor/.test(url))).toBe(true);
});

test('what is not live yet stays as it was served: a link is pointed at, one leads down the page, the browser goes back', async () => {
  const { page, said } = await ready(modes);
  const form = await page.locator('[data-question] form').last().elementHandle();
  const stays = () => form?.evaluate((element) => element.isConnected);
  await page.locator('.site-header a').first().hover();
  await page.waitForTimeout(500);
  expect(await stays()).toBe(true);
  await page.locator('.skip').focus();
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  expect(await stays()).toBe(true);
  await page.goBack();
  await page.evaluate(() => history.pushState({}, '', `${location.pathname}?nat=true`));
  await page.evaluate(() => history.pushState({}, '', location.pathname));
  await page.goBack();
  await page.waitForTimeout(500);
  expect(await stays()).toBe(true);
  await live(page, '[data-question]');
  expect(await stays()).toBe(true);
  expect(said).toEqual([]);
});
