import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { complaints } from './axe.ts';
import { hydrated, open, progressOf, useBrowser } from './open.ts';

useBrowser();
const address = '/en/memory/quiz/';
const question = (page: Page, key: string) => page.locator(`[data-question="${key}"]`);
const ready = async (path: string) => {
  const opened = await open(path, { viewport: { width: 1280, height: 900 } });
  await hydrated(opened.page);
  return opened;
};
const pick = async (page: Page, key: string, option: RegExp) => {
  await question(page, key).getByRole('radio', { name: option }).check();
  await question(page, key)
    .getByRole('button', { name: /^Check/ })
    .click();
};
const openLab = async (page: Page, key: string) => {
  await question(page, key).getByRole('button', { name: 'Open the lab' }).click();
  await question(page, key).locator('.lab').waitFor();
};

test('answers are judged, counted, and kept over a reload', async () => {
  const { page, said } = await ready(address);
  await pick(page, 'frame-seven', /^The driver’s buffer/);
  await pick(page, 'what-is-an-exit', /leaves the guest for the hypervisor/);
  expect(await question(page, 'frame-seven').locator('.quiz-verdict').textContent()).toMatch(/^Not yet\./);
  expect(await question(page, 'what-is-an-exit').locator('.quiz-verdict').textContent()).toMatch(/^Right\./);
  const score = /^1 of 20 right18 not answered yet$/;
  expect(await page.locator('.score > p').textContent()).toMatch(score);
  await page.reload();
  await hydrated(page);
  await question(page, 'frame-seven').locator('.quiz-verdict.wrong').waitFor();
  expect(await page.locator('.score > p').textContent()).toMatch(score);
  expect(said).toEqual([]);
});

test('a lab is fetched when it is asked for, and what was done in it is the answer', async () => {
  const { page, said } = await open('/en/contents/', { viewport: { width: 1280, height: 900 } });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(new URL(address, page.url()).href, { waitUntil: 'networkidle' });
  await hydrated(page);
  const before = fetched.length;
  const told = question(page, 'same-number');
  await told.getByRole('button', { name: 'Check' }).click();
  expect(await told.locator('.unanswered').textContent()).toBe('Not answered yet: open the lab first.');
  expect(fetched.length).toBe(before);
  await openLab(page, 'same-number');
  expect(fetched.length).toBeGreaterThan(before);
  expect(await told.locator('.lab').evaluate((lab) => lab === document.activeElement)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await told.getByRole('button', { name: /^Check/ }).click();
  await told.locator('.quiz-verdict').waitFor();
  expect(await told.locator('.quiz-verdict').textContent()).toMatch(/^(Not yet|Not answered)/);
  expect(said).toEqual([]);
});

test('the next step is predicted before it is made, and its lab then shows it', async () => {
  const { page, said } = await ready(address);
  const asked = question(page, 'moved-without-invept');
  await openLab(page, 'moved-without-invept');
  const step = await progressOf(asked);
  expect(await asked.locator('.quiz-options input').count()).toBe(3);
  expect(await asked.locator('.lab .question').count()).toBe(0);
  await pick(page, 'moved-without-invept', /old/i);
  expect(await asked.locator('.quiz-verdict').textContent()).toMatch(/^Right\./);
  expect(await progressOf(asked)).not.toBe(step);
  expect(await complaints(page)).toEqual([]);
  await page.reload();
  await hydrated(page);
  await asked.locator('.quiz-verdict.right').waitFor();
  expect(said).toEqual([]);
});

test('once all is answered, the result names the objectives to revisit with their lessons, and asks only what was missed', async () => {
  const { page, said } = await ready(address);
  await page.evaluate(() => {
    const keys = [...document.querySelectorAll<HTMLElement>('[data-question]')].map((each) => each.dataset.question);
    const answerOf = (key = '') => {
      const form = document.querySelector(`[data-question="${key}"]`);
      const options = [...(form?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? [])];
      if (options.length) return { kind: 'choice', picked: [options[0]?.value] };
      if (form?.querySelector('.quiz-number')) return { kind: 'number', value: 1 };
      if (form?.querySelector('.quiz-order'))
        return { kind: 'order', order: ['exit', 'copy', 'entry', 'invept', 'enter', 'free'] };
      if (/who-is-called|moved-without/.test(key)) return { kind: 'choice', picked: ['both'] };
      return { kind: 'reach', run: { at: '1' } };
    };
    const answers = Object.fromEntries(keys.map((key) => [`memory/quiz#${key}`, answerOf(key)]));
    localStorage.setItem('hypervisible.progress', JSON.stringify({ state: { answers, read: [] }, version: 1 }));
  });
  await page.reload();
  await hydrated(page);
  await page.getByRole('button', { name: 'Try the missed ones again' }).waitFor();
  await page.waitForFunction(() => !document.querySelector('.score-open'));
  const links = page.locator('.score li a');
  expect(await links.count()).toBeGreaterThan(8);
  expect(await links.first().getAttribute('href')).toBe('/en/memory/three-addresses/');
  expect(await links.first().textContent()).toMatch(/^3\.1 /);
  expect(await page.locator('.score li span').first().textContent()).toMatch(/translate a guest virtual address/);
  expect(await complaints(page)).toEqual([]);
  const right = Number((await page.locator('.score b').textContent())?.match(/\d+/)?.[0]);
  expect(right).toBeGreaterThanOrEqual(2);
  await page.getByRole('button', { name: 'Try the missed ones again' }).click();
  expect(await page.locator('.score > p').textContent()).toBe(`${right} of 20 right${20 - right} not answered yet`);
  expect(said).toEqual([]);
});

test.each(['en', 'zh-CN'])(
  '%s: the quiz is found from the contents and from the last lesson, and reads without scripts',
  async (locale) => {
    const { page } = await open(`/${locale}/contents/`, { javaScriptEnabled: false });
    expect(await page.locator(`#memory .lesson-list li:last-child a[href$="memory/quiz/"]`).count()).toBe(1);
    await page.goto(new URL(`/${locale}/memory/tlb-owners/`, page.url()).href);
    await page.locator('.way.onward').click();
    await page.waitForURL(`**/${locale}/memory/quiz/`);
    expect(await page.locator('[data-question] .quiz-ask').count()).toBe(20);
    expect(await page.locator('h1').textContent()).not.toBe('');
    expect(await page.locator('.around a').count()).toBe(2);
  },
);
