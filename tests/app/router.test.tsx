import { waitFor } from '@testing-library/react';
import { createElement } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { followed, followLinks } from '#app/followLinks.ts';
import type { Page } from '#app/pages.tsx';
import type { Shown } from '#app/Site.tsx';

const pageAt = (path: string): Page => {
  const [locale, ...name] = path.split('/').filter(Boolean);
  return { path, locale: locale === 'zh-CN' ? 'zh-CN' : 'en', name: name.join('/'), body: createElement('p') };
};
const asked: string[] = [];
vi.mock('#app/pages.tsx', () => ({
  loadPage: async (path: string) => {
    asked.push(path);
    await new Promise((resolve) => setTimeout(resolve, path.includes('glossary') ? 12 : 1));
    return pageAt(path);
  },
}));

/** A click on the words inside a link, and whether the page takes it. */
const click = (html: string, init: MouseEventInit = {}, base = '/') => {
  document.body.innerHTML = html;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
  let taken: URL | undefined;
  document.body.addEventListener(
    'click',
    (each) => {
      taken = followed(each, base);
      each.preventDefault();
    },
    { once: true },
  );
  document.body.querySelector('a')?.firstChild?.dispatchEvent(event);
  return taken?.href.replace(location.origin, '');
};

test.each([
  ['inside the site', '<a href="/en/contents/"><font>x</font></a>', {}, '/', '/en/contents/'],
  ['inside the site, in a folder', '<a href="/some/base/en/"><b>x</b></a>', {}, '/some/base/', '/some/base/en/'],
  ['outside the folder', '<a href="/elsewhere/"><b>x</b></a>', {}, '/some/base/', undefined],
  ['with Ctrl', '<a href="/en/contents/"><b>x</b></a>', { ctrlKey: true }, '/', undefined],
  ['with the middle button', '<a href="/en/contents/"><b>x</b></a>', { button: 1 }, '/', undefined],
  ['to another window', '<a href="/en/contents/" target="_blank"><b>x</b></a>', {}, '/', undefined],
  ['to a file', '<a href="/icon.svg"><b>x</b></a>', {}, '/', undefined],
  ['to a place on this page', '<a href="#main"><b>x</b></a>', {}, '/', undefined],
  ['to another host', '<a href="https://example.org/en/contents/"><b>x</b></a>', {}, '/', undefined],
])('a click %s is ours, or the browser’s', (_, html, init, base, where) => {
  expect(click(html, init, base)).toBe(where);
});

const scrolled: number[] = [];
const shown = createStore<Shown>(() => ({ page: pageAt('/en/'), search: '' }));
shown.subscribe(({ land }) => land?.());
followLinks('/', shown);
const follow = (path: string) => {
  const link = document.body.appendChild(document.createElement('a'));
  link.href = path;
  link.click();
  link.remove();
};
const at = () => shown.getState().page.path;

beforeEach(async () => {
  vi.stubGlobal('scrollTo', ({ top }: { top: number }) => scrolled.push(top));
  follow('/en/');
  await waitFor(() => expect(at()).toBe('/en/'));
  scrolled.length = 0;
  asked.length = 0;
});

test('a followed link is brought without loading the document anew, and begins at the top', async () => {
  follow('/en/contents/');
  await waitFor(() => expect(at()).toBe('/en/contents/'));
  expect([location.pathname, scrolled]).toEqual(['/en/contents/', [0]]);
});

test('a page’s twin in another language keeps the place: nothing is scrolled', async () => {
  follow('/zh-CN/');
  await waitFor(() => expect(shown.getState().page.locale).toBe('zh-CN'));
  expect(scrolled).toEqual([]);
});

test('the last link followed wins, however slow the first one was', async () => {
  follow('/en/glossary/');
  await waitFor(() => expect(asked).toEqual(['/en/glossary/']));
  follow('/en/contents/');
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect([at(), location.pathname]).toEqual(['/en/contents/', '/en/contents/']);
});

test('the browser’s back button finds the page and the place again', async () => {
  vi.stubGlobal('scrollY', 640);
  dispatchEvent(new Event('scroll'));
  follow('/en/contents/');
  await waitFor(() => expect(at()).toBe('/en/contents/'));
  history.back();
  await waitFor(() => expect(at()).toBe('/en/'));
  expect(scrolled).toEqual([0, 640]);
});

test('a new query on the same page is told, and nothing is fetched', async () => {
  history.pushState(null, '', '?at=5');
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  await waitFor(() => expect(shown.getState().search).toBe('?at=5'));
  expect(asked).toEqual([]);
});
