// @vitest-environment node
import { expect, test } from 'vitest';
import { preloadsFor } from '#tools/chunks.ts';
import { fillIn, rootCss, splitHead, upFrom } from '#tools/page.ts';

test.each([
  ['/', './'],
  ['/en/', '../'],
  ['/en/memory/walk/', '../../../'],
])('from %s the root is at %s', (address, up) => expect(upFrom(address)).toBe(up));

test('what React puts in front for the head is told from the body', () => {
  const markup =
    '<title>A</title><meta name="x" content="a &gt; b"/><link rel="alternate" href="/en/"/><div><title>of a drawing</title></div>';
  expect(splitHead(markup)).toEqual({
    head: ['<title>A</title>', '<meta name="x" content="a &gt; b"/>', '<link rel="alternate" href="/en/"/>'],
    body: '<div><title>of a drawing</title></div>',
  });
});

test('every address on a page leads from where the page stands', () => {
  const html = fillIn(
    '<html lang="en"><title>x</title><link href="/icon.svg"><!--head--><!--page--><script src="/assets/a.js"></script></body>',
    {
      address: '/zh-CN/contents/',
      lang: 'zh-CN',
      markup:
        '<title>目录 $& $1</title><a href="/zh-CN/">x</a><a href="#part">y</a><a href="https://example.org/">z</a><code>href=&quot;/x&quot;</code>',
      css: rootCss('a{src:url(./face.woff2)}b{background:url("data:x")}', 'assets'),
      links: ['<link rel="modulepreload" href="/assets/b.js">'],
    },
  );
  expect(html).toContain('<html lang="zh-CN"><title>目录 $& $1</title><link href="../../icon.svg">');
  expect(html).toContain('<link rel="modulepreload" href="../../assets/b.js">');
  expect(html).toContain('<style>a{src:url(../../assets/face.woff2)}b{background:url("data:x")}</style>');
  expect(html).toContain(
    '<a href="../../zh-CN/">x</a><a href="#part">y</a><a href="https://example.org/">z</a><code>href=&quot;/x&quot;</code>',
  );
  expect(html).toContain('<script src="../../assets/a.js">');
  expect(html).toContain("register('../../sw.js')");
});

test('a page asks at once for its own scripts and for theirs, and for none that every page has', () => {
  const manifest = {
    'index.html': { file: 'index.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js' },
    'lesson.mdx': { file: 'lesson.js', imports: ['_shared.js', '_lab.js'] },
    '_lab.js': { file: 'lab.js', imports: ['lesson.mdx'], dynamicImports: ['editor.ts'] },
    'editor.ts': { file: 'editor.js' },
  };
  expect(preloadsFor(manifest, ['lesson.mdx', 'in-the-entry.ts'])).toEqual(['lesson.js', 'lab.js']);
});
