import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { serve } from '#tools/serve.ts';
import { at, hydrated, open, useBrowser } from './open.ts';

useBrowser();

/** Resolves once the worker has everything and looks after the page. */
const ready = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });

/** Chromium's remark on a script whose fetch began before the worker took over and ended after: nothing is wrong. */
const isRemark = (text: string): boolean => text.includes('cross-world service worker resource mismatch');

test.each([
  ['the root of a host', () => inject('site')],
  ['a folder of a host', () => inject('nested')],
] as const)('after one visit, at %s, every lesson opens without the network', async (_, site) => {
  const { page, context, said } = await open('/en/', { site: site(), serviceWorkers: 'allow' });
  await ready(page);
  await context.setOffline(true);
  await page.goto(at('/zh-CN/memory/two-dimensional-walk/', site()));
  await hydrated(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  // An address without its slash but with a query, and one that is not there.
  await page.goto(at('/en/contents?from=afar', site()));
  await hydrated(page);
  expect(page.url()).toBe(at('/en/contents/?from=afar', site()));
  expect(said.filter((text) => !isRemark(text))).toEqual([]);
  await page.goto(at('/en/no-such-page', site()));
  expect(await page.locator('[lang="zh-CN"] h1').count()).toBe(1);
});

test('a new version reaches a reader who reloads the only open page', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hypervisible-'));
  cpSync(inject('folder'), folder, { recursive: true });
  const edit = (name: string, change: (text: string) => string): void => {
    const file = path.join(folder, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  const server = await serve({ folder });
  try {
    const { page } = await open('/en/', { site: server.address, serviceWorkers: 'allow' });
    await ready(page);
    edit('en/index.html', (html) => html.replace(/<html /, '<html data-version="2" '));
    edit('sw.js', (code) => code.replace(/pages \$\{"/, '$&next-'));
    await expect
      .poll(() => page.reload().then(() => page.locator('html').getAttribute('data-version')), {
        // Chromium looks for a new version a little after a page has been opened, and keeps all of it before it takes over.
        interval: 4_000,
        timeout: 60_000,
      })
      .toBe('2');
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
}, 90_000);
