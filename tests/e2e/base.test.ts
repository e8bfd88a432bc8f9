import { request } from 'node:http';
import { expect, inject, test } from 'vitest';
import { at, hydrated, open, useBrowser } from './open.ts';

useBrowser();
const lesson = '/en/memory/two-dimensional-walk/';
const sites = [
  ['the root of a host', () => inject('site')],
  ['a folder of a host', () => inject('nested')],
] as const;

test.each(sites)('at %s a lesson is taken over without a complaint, and leads on', async (_, site) => {
  const failed: string[] = [];
  const { page, said } = await open('/en/contents/', { site: site() });
  page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
  await hydrated(page);
  await page.locator(`main a[href$="${lesson}"]`).first().click();
  await page.waitForURL(at(lesson, site()));
  await page.reload();
  await hydrated(page);
  expect(await page.locator('h1').textContent()).toContain('two-dimensional walk');
  expect([...said, ...failed]).toEqual([]);
});

test.each(sites)('at %s every address on a served page leads somewhere', async (_, site) => {
  const { page } = await open(lesson, { site: site(), javaScriptEnabled: false });
  const addresses = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], link[href], script[src], img[src]')]
      .map((element) => ('src' in element ? String(element.src) : (element as HTMLAnchorElement).href))
      .filter((address) => new URL(address).origin === location.origin),
  );
  const answers = await Promise.all(
    [...new Set(addresses)].map(async (address) => ({ address, ok: (await fetch(address)).ok })),
  );
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
});

test.each(sites)(
  'at %s an unknown address answers 404 with a page that leads home, however deep it is',
  async (_, site) => {
    const address = at('/en/no/such/page/at-all', site());
    expect((await fetch(address)).status).toBe(404);
    const { page } = await open('/en/no/such/page/at-all', { site: site() });
    const home = page.locator('a[href$="/en/"], a[href$="../en/"]').first();
    await expect.poll(() => home.evaluate((link: HTMLAnchorElement) => link.href)).toBe(at('/en/', site()));
    expect(await page.locator('[lang="zh-CN"] h1').count()).toBe(1);
    expect(await page.locator('script[src]').count()).toBe(0);
  },
);

test('a folder without its slash is sent on to the one with it, and keeps its query', async () => {
  const answer = await fetch(at('/en/contents?x=1', inject('nested')), { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([301, '/some/base/en/contents/?x=1']);
});

/** `fetch` tidies an address up before it asks; this does not. */
const askPlainly = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(inject('site'));
    request({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets/..%2f..%2fpackage.json',
  '/%00',
  '/%',
])('%s leads nowhere', async (path) => {
  expect(await askPlainly(path)).toBe(404);
});

test('text is sent compressed, and what carries a hash in its name is kept for good', async () => {
  const page = await fetch(at(lesson));
  expect(page.headers.get('content-encoding')).toBe('gzip');
  const script = /src="[./]*(assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(at(script));
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('immutable');
});
