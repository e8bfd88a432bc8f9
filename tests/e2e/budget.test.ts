import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { at, open, useBrowser } from './open.ts';

useBrowser();

/** Bytes are not noise, so they are a test. Kibibytes, gzip, of everything a page fetches before anybody touches it. */
const MOST_SCRIPT = 150;

test.each(['/en/memory/two-dimensional-walk/', '/en/networks/five-modes/', '/zh-CN/memory/two-dimensional-walk/'])(
  '%s asks for at most 150 KB of script, and for nothing of any other lesson',
  async (address) => {
    const { page } = await open('/robots.txt');
    const got: { path: string; size: Promise<number> }[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js'))
        got.push({ path: pathname, size: response.body().then((body) => gzipSync(body).length / 1024) });
    });
    await page.goto(at(address), { waitUntil: 'networkidle' });
    const sizes = await Promise.all(got.map(({ size }) => size));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThan(MOST_SCRIPT);
    const paths = got.map(({ path }) => path).join(' ');
    expect(paths).not.toMatch(/mermaid|SourceEditor|codemirror/i);
    expect(paths).not.toMatch(address.includes('networks') ? /two-dimensional-walk/ : /five-modes|network-modes/);
  },
);

test('the text is painted from served HTML: the page asks for no script before its text', async () => {
  const html = await (await fetch(at('/en/memory/two-dimensional-walk/'))).text();
  expect(html).toContain('two-dimensional');
  expect(html).not.toMatch(/<script(?![^>]*type="module")[^>]*\ssrc=/);
});
