import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launch } from '#tools/browser.ts';

let browser: Browser;
const contexts: BrowserContext[] = [];

/** Call once at the top of a test file: one browser for the file, and nothing kept from one test to the next. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser?.close());
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every error and warning the page has put on the console, and every error it did not catch. */
  readonly said: string[];
}
export interface OpenOptions extends BrowserContextOptions {
  /** Where the site stands; the root of a host, unless something else is said. */
  readonly site?: string;
}

/** Opens an address of the site, `/en/contents/`, in a fresh profile; service workers only where a test asks. */
export async function open(address: string, { site = inject('site'), ...options }: OpenOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  contexts.push(context);
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    // Chromium asks every host for this, where a page such as robots.txt names no icon.
    const icon = message.location().url.endsWith('/favicon.ico');
    const ours = !icon && message.text() !== 'Service Worker registration blocked by Playwright';
    if (ours && ['error', 'warning'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(at(address, site), { waitUntil: 'load' });
  return { page, context, said };
}

/** An address of the site in full. */
export const at = (address: string, site: string = inject('site')): string =>
  new URL(address.replace(/^\//, ''), site).href;

/** Resolves once React has taken the served page over: what it draws carries its mark. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('root')?.firstElementChild ?? {}).some((key) => key.startsWith('__reactProps')),
  );
}

/** Brings a part that is far down the page into view, and waits until it is live. */
export async function live(page: Page, part: string): Promise<void> {
  await page.locator(part).first().scrollIntoViewIfNeeded();
  await page.waitForFunction(
    (selector) => Object.keys(document.querySelector(selector) ?? {}).some((key) => key.startsWith('__reactProps')),
    part,
  );
}

/** The lab's count of steps, once it has followed the picture, which it does a frame later. */
export async function progressOf(lab: Locator): Promise<string> {
  await lab
    .page()
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(done)))));
  return (await lab.locator('.progress').textContent()) ?? '';
}
