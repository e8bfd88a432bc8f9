import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { App } from '#app/App.tsx';
import { wantedLocale } from '#app/LanguagePage.tsx';
import { loadPage } from '#app/pages.tsx';

const open = async (path: string, base = '/', search = '') => {
  const page = await loadPage(path);
  return { ...render(<App page={page} base={base} query={createStore(() => ({ search }))} />), page };
};

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  localStorage.clear();
});

test('the root offers both languages, each in its own words, and sends nobody anywhere', async () => {
  await open('/');
  expect(screen.getByRole('link', { name: /See the machine/ })).toHaveAttribute('href', '/en/');
  expect(screen.getByRole('link', { name: /看见机器里的机器/ })).toHaveAttribute('href', '/zh-CN/');
});

test('a reader’s first known language is the one that stands out', () => {
  expect(wantedLocale(['fr-FR', 'zh-TW', 'en'])).toBe('zh-CN');
  expect(wantedLocale(['en-GB'])).toBe('en');
  expect(wantedLocale(['fr'])).toBeUndefined();
});

test.each([
  ['/en/memory/no-such-lesson/', 'There is no lesson “memory/no-such-lesson”.'],
  ['/en/nowhere/', 'There is no page “nowhere”.'],
  ['/zh-CN/memory/no-such-lesson/', '没有“memory/no-such-lesson”这一课。'],
])('%s says what is not there, and leads on', async (path, words) => {
  await open(path);
  expect(screen.getByText(words)).toBeVisible();
  expect(within(screen.getByRole('main')).getAllByRole('link').length).toBeGreaterThan(2);
});

test('a language that is not ours is named, in both of ours', async () => {
  await open('/xx/contents/');
  expect(screen.getByText(/“xx” is not a language/)).toBeVisible();
  expect(screen.getByText(/没有“xx”这种语言/)).toBeVisible();
});

test('a lesson named nearly right is offered', async () => {
  await open('/en/memory/walk/');
  expect(screen.getByRole('link', { name: /two-dimensional walk/ })).toHaveAttribute(
    'href',
    '/en/memory/two-dimensional-walk/',
  );
});

test('the contents list finished lessons under their chapters, in the folder the site stands in', async () => {
  await open('/zh-CN/contents/', '/some/base/');
  const link = document.querySelector('main .lesson-list a.lesson-link');
  expect(link?.getAttribute('href')).toMatch(/^\/some\/base\/zh-CN\/[a-z-]+\/[a-z-]+\/$/);
});

test('the header leads to the same page in the other language, and says which one this is', async () => {
  await open('/en/glossary/');
  const languages = screen.getByRole('navigation', { name: 'Language' });
  expect(within(languages).getByRole('link', { name: '中文' })).toHaveAttribute('href', '/zh-CN/glossary/');
  expect(within(languages).getByRole('link', { name: 'English' })).toHaveAttribute('aria-current', 'true');
});

test('the glossary is searched in both languages at once', async () => {
  const user = userEvent.setup();
  await open('/en/glossary/');
  await user.type(screen.getByRole('searchbox', { name: 'Find a term' }), '扩展页表');
  expect(screen.getByText('1 term')).toBeVisible();
  expect(screen.getByText('extended page tables')).toBeVisible();
});

test('a theme is chosen and kept', async () => {
  const user = userEvent.setup();
  await open('/en/contents/');
  const [choice] = screen.getAllByRole('radio', { name: /Projector/ });
  await user.click(choice as HTMLElement);
  expect(document.documentElement).toHaveAttribute('data-theme', 'projector');
  expect(localStorage.getItem('hypervisible.theme')).toBe('projector');
  for (const each of screen.getAllByRole('radio', { name: /Projector/ })) expect(each).toBeChecked();
});

test('what breaks while a page is drawn is shown inside the site', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const Broken = () => {
    throw new Error('a table without a root');
  };
  const page = await loadPage('/en/contents/');
  render(<App page={{ ...page, body: <Broken /> }} base="/" />);
  expect(screen.getByText('a table without a root')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Reload' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Glossary' })).toBeVisible();
});
