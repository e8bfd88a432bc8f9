import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { at, open, useBrowser } from './open.ts';

useBrowser();

/** Bytes are not noise, so they are a test. Kibibytes, gzip, of everything a page fetches before anybody touches it. */
const MOST_SCRIPT = 150;
/** A lab that runs guest programs brings a processor, an assembler and the gallery along: 60 KB that the lessons of the CPU share. */
const MOST_WITH_GUEST = 206;

const lessonPages = readdirSync('content/en').flatMap((folder) =>
  readdirSync(`content/en/${folder}`)
    .filter((file) => file !== 'index.mdx')
    .map((file) => `${folder}/${file}`.replaceAll(/\d+-/g, '').replace('.mdx', '')),
);
const labOf = (id: string): string => {
  const [chapter = '', name = ''] = id.split('/');
  const folder = readdirSync('content/en').find((each) => each.endsWith(`-${chapter}`)) ?? '';
  const file = readdirSync(`content/en/${folder}`).find((each) => each.endsWith(`-${name}.mdx`)) ?? '';
  return /^lab: (.*)$/m.exec(readFileSync(`content/en/${folder}/${file}`, 'utf8'))?.[1] ?? '';
};
const runsGuests = (lab: string): boolean =>
  readdirSync(`src/labs/${lab}`).some((file) =>
    /#sim\/(x86|vmm)\//.test(readFileSync(`src/labs/${lab}/${file}`, 'utf8')),
  );

const mostFor = (lab: string): number => (runsGuests(lab) ? MOST_WITH_GUEST : MOST_SCRIPT);

test.each(lessonPages.map((id) => [id, mostFor(labOf(id))] as const))(
  '%s asks for at most %i KB of script, and for nothing of any other lesson',
  async (id, most) => {
    const address = `/zh-CN/${id}/`;
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
    expect(total).toBeLessThan(most);
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
