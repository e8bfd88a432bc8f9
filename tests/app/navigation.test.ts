import { createElement } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNavigation, type Navigation, pathIn } from '#app/navigation.ts';
import type { Page } from '#app/pages.tsx';

const pageAt = (path: string): Page => {
  const [locale, ...name] = path.split('/').filter(Boolean);
  return { path, locale: locale === 'zh-CN' ? 'zh-CN' : 'en', name: name.join('/'), body: createElement('p') };
};
let heard: AbortController;
let navigation: Navigation;
let scrolled: unknown[];
let load: (path: string) => Promise<Page>;

const start = (base = '/') => {
  history.replaceState(null, '', `${base}en/`);
  navigation = createNavigation({ base, load: (path) => load(path), first: { page: pageAt('/en/'), search: '' } });
  navigation.subscribe(() => navigation.settle());
  navigation.start();
};
const click = (html: string, init: MouseEventInit = {}) => {
  document.body.innerHTML = html;
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
  document.body.querySelector('a')?.firstChild?.dispatchEvent(event);
  const taken = event.defaultPrevented;
  return taken;
};
const arrived = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  // Listeners of one test end with it; and jsdom need not say that it follows no links.
  heard = new AbortController();
  for (const target of [document, window]) {
    const add = target.addEventListener.bind(target) as EventTarget['addEventListener'];
    vi.spyOn(target as EventTarget, 'addEventListener').mockImplementation((type, listener) =>
      add(type, listener, { signal: heard.signal }),
    );
  }
  scrolled = [];
  vi.stubGlobal('scrollTo', ({ top }: { top: number }) => scrolled.push(top));
  load = async (path) => pageAt(path);
});
afterEach(() => {
  heard.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('a path is told from the site’s root, wherever the site stands', () => {
  expect(pathIn('/', '/en/contents/')).toBe('/en/contents/');
  expect(pathIn('/some/base/', '/some/base/en/contents/')).toBe('/en/contents/');
});

test('a link inside the site is followed without loading the document anew, and begins at the top', async () => {
  start();
  expect(click('<a href="/en/contents/"><font>Contents</font></a>')).toBe(true);
  await arrived();
  expect(navigation.now().page.path).toBe('/en/contents/');
  expect(location.pathname).toBe('/en/contents/');
  expect(scrolled).toEqual([0]);
});

test('in a folder of a host, addresses outside the folder are the browser’s business', async () => {
  start('/some/base/');
  expect(click('<a href="/some/base/en/contents/"><b>in</b></a>')).toBe(true);
  document.addEventListener('click', (event) => event.preventDefault());
  load = () => Promise.reject(new Error('asked for a page outside'));
  click('<a href="/elsewhere/"><b>out</b></a>');
  await arrived();
  expect(navigation.now().page.path).toBe('/en/contents/');
});

test.each([
  ['with Ctrl', '<a href="/en/contents/"><b>x</b></a>', { ctrlKey: true }],
  ['with the middle button', '<a href="/en/contents/"><b>x</b></a>', { button: 1 }],
  ['to another window', '<a href="/en/contents/" target="_blank"><b>x</b></a>', {}],
  ['to a file', '<a href="/icon.svg"><b>x</b></a>', {}],
  ['to a place on this page', '<a href="#main"><b>x</b></a>', {}],
  ['to another host', '<a href="https://example.org/en/contents/"><b>x</b></a>', {}],
])('a click %s is left alone', async (_, html, init) => {
  start();
  const go = vi.fn(load);
  load = go;
  document.addEventListener('click', (event) => event.preventDefault());
  click(html, init);
  await arrived();
  expect(go).not.toHaveBeenCalled();
});

test('a page’s twin in another language keeps the place: nothing is scrolled', async () => {
  start();
  click('<a href="/zh-CN/"><b>中文</b></a>');
  await arrived();
  expect(navigation.now().page.locale).toBe('zh-CN');
  expect(scrolled).toEqual([]);
});

test('the last link followed wins, however slow the first one was', async () => {
  start();
  load = async (path) => {
    await new Promise((resolve) => setTimeout(resolve, path.includes('glossary') ? 4 : 1));
    return pageAt(path);
  };
  click('<a href="/en/glossary/"><b>x</b></a>');
  click('<a href="/en/contents/"><b>x</b></a>');
  await new Promise((resolve) => setTimeout(resolve, 15));
  expect(navigation.now().page.path).toBe('/en/contents/');
  expect(location.pathname).toBe('/en/contents/');
});

test('the browser’s back button finds the page and the place again', async () => {
  start();
  vi.stubGlobal('scrollY', 640);
  click('<a href="/en/contents/"><b>x</b></a>');
  await arrived();
  history.back();
  await vi.waitFor(() => expect(navigation.now().page.path).toBe('/en/'));
  expect(scrolled).toEqual([0, 640]);
});

test('a new query on the same page is told, and nothing is fetched', async () => {
  start();
  load = () => Promise.reject(new Error('fetched'));
  history.pushState(null, '', '?at=5');
  dispatchEvent(new PopStateEvent('popstate', { state: null }));
  await arrived();
  expect(navigation.now()).toMatchObject({ search: '?at=5', page: { path: '/en/' } });
});
