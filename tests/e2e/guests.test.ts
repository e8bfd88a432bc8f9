import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { at, hydrated, live, open, progressOf, useBrowser } from './open.ts';

useBrowser();

/** The page's own lab; a second one may stand in the text. */
const labOf = (page: Page) => page.locator('.lesson-lab .lab').first();
const stepOf = async (page: Page) => Number((await progressOf(labOf(page))).match(/\d+/)?.[0]);
const caption = (page: Page) => labOf(page).locator('.caption span').last().textContent();
const ready = async (address: string) => {
  const opened = await open(address, { viewport: { width: 1280, height: 900 } });
  await hydrated(opened.page);
  return opened;
};
/** Tabs on until the focus is on such an element, as a reader without a mouse has to. */
const tabTo = async (page: Page, selector: string) => {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
};

/** Goes down through the parts of the picture that can be used. */
const walkTo = async (page: Page, selector: string) => {
  for (let i = 0; i < 60; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrows never came to ${selector}`);
};

const wrong = `%include "prelude.inc"
start:
    mov eax, 5
    moov ebx, 7
    add eax, ebx
    cli
    hlt
`;
const corrected = wrong.replace('moov', 'mov');

test.each([
  { address: '/en/cpu/rings-and-traps/', place: 'Line 4, column 5' },
  { address: '/zh-CN/cpu/translation-cache/', place: '第 4 行第 5 列' },
])('$address: a guest is chosen, written, corrected, stepped and shared by keyboard alone', async (told) => {
  const { page, said } = await ready(told.address);
  const lab = labOf(page);
  await lab.focus();
  await tabTo(page, '.samples');
  const before = await lab.locator('.source pre').textContent();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => lab.locator('.source pre').textContent()).not.toBe(before);
  await tabTo(page, '.source-head button');
  await page.keyboard.press('Enter');
  await lab.locator('.cm-content').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(wrong);
  await page.keyboard.press('ControlOrMeta+Enter');
  expect(await lab.locator('.faults').textContent()).toContain(told.place);
  expect(await lab.locator('.faults').textContent()).toContain('moov');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(corrected);
  await page.keyboard.press('Escape');
  await tabTo(page, '.editor .strong');
  await page.keyboard.press('Enter');
  await expect.poll(() => lab.locator('.source pre').textContent()).toBe(corrected);
  await lab.focus();
  for (let i = 0; i < 12 && (await stepOf(page)) < 3; i++) await page.keyboard.press('ArrowRight');
  expect(await stepOf(page)).toBe(3);
  await page.keyboard.press('s');
  const link = new URL(await lab.locator('.share input').inputValue());
  const again = await ready(link.pathname + link.search);
  await expect.poll(() => stepOf(again.page)).toBe(3);
  expect(await caption(again.page)).toBe(await caption(page));
  expect(await labOf(again.page).locator('.source pre').textContent()).toBe(corrected);
  expect(await again.page.locator('.page-notice').count()).toBe(0);
  expect([...said, ...again.said]).toEqual([]);
});

test.each(['/zh-CN/cpu/rings-and-traps/', '/en/cpu/translation-cache/'])(
  '%s: under one clock both machines of the text make each step',
  async (address) => {
    const { page, said } = await ready(address);
    await live(page, '.prose .lab');
    const pair = page.locator('.prose .lab').first();
    const pictures = () =>
      pair
        .locator('.lane .sheet')
        .evaluateAll((all) => all.filter((sheet) => sheet.checkVisibility()).map((sheet) => sheet.innerHTML));
    const before = await pictures();
    expect(before).toHaveLength(2);
    await pair.focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
    const after = await pictures();
    expect(after.map((picture, lane) => picture !== before[lane])).toEqual([true, true]);
    expect(await stepOf(page)).toBe(0);
    expect(said).toEqual([]);
  },
);

test('lesson 2.3: run to the end, the two translators show the faults that the text tells', async () => {
  const { page } = await ready('/en/cpu/translation-cache/');
  await live(page, '.prose .lab');
  const pair = page.locator('.prose .lab').first();
  const faults = pair.locator('.counters > div', { hasText: 'faults at a watched page' }).locator('dd > span');
  await expect
    .poll(
      async () => {
        await pair.focus();
        await page.keyboard.press('End');
        // The last piece of each: before it stands whose number it is.
        return faults.evaluateAll((all) => all.map((one) => one.lastChild?.textContent));
      },
      { timeout: 10_000 },
    )
    .toEqual(['2', '39']);
});

test('lesson 2.2: an instruction is picked, its place is bet on, and it is run, by keyboard', async () => {
  const { page, said } = await ready('/en/cpu/seventeen-holes/');
  const lab = labOf(page);
  await lab.focus();
  await tabTo(page, '.sheet [data-key]');
  await walkTo(page, '[data-key$="item-popf"]');
  await page.keyboard.press('Enter');
  expect(await stepOf(page)).toBe(1);
  await walkTo(page, '[data-key$="region-hole"]');
  await page.keyboard.press('Enter');
  expect(await stepOf(page)).toBe(2);
  expect(await caption(page)).toMatch(/POPF/);
  const bets = lab.locator('.counters > div', { hasText: 'Bets won' });
  expect(await bets.locator('dd').textContent()).toBe('1');
  expect(said).toEqual([]);
});

test.each(['en', 'zh-CN'])(
  '%s: from lesson 1.3 the catalogue is one link away, and a page of its own',
  async (locale) => {
    const { page, said } = await ready(`/${locale}/basics/systems-grid/`);
    await page.locator('.prose a[href$="/systems/"]').click();
    await page.waitForURL(at(`/${locale}/systems/`));
    await page.locator('main a[href$="/systems/kvm/"]').first().click();
    await page.waitForURL(at(`/${locale}/systems/kvm/`));
    await expect.poll(() => page.locator('h1').textContent()).toContain('KVM');
    expect(await page.locator('.references li').count()).toBeGreaterThan(0);
    expect(said).toEqual([]);
  },
);
