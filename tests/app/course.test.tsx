import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '#app/App.tsx';
import { loadPage } from '#app/pages.tsx';
import { lessonsIn } from '#lessons/catalog.ts';
import { keepAnswer, markRead, markTried, useProgress } from '#lessons/progress.ts';
import { writeKept } from '#lessons/progressFile.ts';
import { rightOptions } from '#quiz/grade.ts';
import type { Quiz } from '#quiz/question.ts';
import placement from '../../content/quizzes/placement.ts';

const open = async (path: string) => {
  const page = await loadPage(path);
  return render(<App page={page} base="/" />);
};
const main = () => within(screen.getByRole('main'));
const number = (value: number) => ({ kind: 'number', value }) as const;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  vi.stubGlobal('scrollTo', () => {});
  localStorage.clear();
  useProgress.setState({ answers: {}, read: [], tried: [], trouble: undefined });
});

describe('the course map', () => {
  const map = () => within(screen.getByRole('navigation', { name: 'Course map' }));
  const tile = (lesson: string) => document.querySelector(`[data-lesson="${lesson}"]`) as HTMLElement;

  test('holds all 36 lessons: the finished are links, and the others are said to be being written', async () => {
    await open('/en/contents/');
    expect(document.querySelectorAll('[data-lesson]')).toHaveLength(36);
    for (const { number, id } of lessonsIn('en'))
      expect(within(tile(number)).getByRole('link')).toHaveAttribute('href', `/en/${id}/`);
    const capstone = within(tile('8.4'));
    expect(capstone.queryByRole('link')).toBeNull();
    expect(capstone.getByText('being written')).toBeInTheDocument();
  });

  test('a lesson reached by Tab shows what it needs and what it leads to, and says so', async () => {
    const user = userEvent.setup();
    await open('/en/contents/');
    const link = within(tile('3.2')).getByRole('link');
    link.focus();
    await waitFor(() => expect(tile('3.1')).toHaveAttribute('data-part', 'first'));
    expect(tile('3.3')).toHaveAttribute('data-part', 'next');
    expect(within(tile('3.1')).getByText('first')).toBeVisible();
    expect(map().getByRole('status')).toHaveTextContent('3.2 Shadow page tables: needs 3.1; leads to 3.3.');
    await user.tab();
    expect(tile('3.2')).toHaveAttribute('data-part', 'first');
  });

  test('a lesson still being written shows it too, when touched', async () => {
    const user = userEvent.setup();
    await open('/zh-CN/contents/');
    await user.click(within(tile('8.2')).getByRole('button'));
    expect(tile('4.4')).toHaveAttribute('data-part', 'first');
    expect(tile('8.3')).toHaveAttribute('data-part', 'next');
  });

  test('what the reader has read and answered is on it', async () => {
    markRead('memory/shadow-paging', true);
    keepAnswer('memory/shadow-paging#a', number(1));
    keepAnswer('memory/shadow-paging#b', number(1));
    keepAnswer('memory/shadow-pagings#c', number(1));
    await open('/en/contents/');
    expect(tile('3.2')).toHaveTextContent('read');
    expect(tile('3.2')).toHaveTextContent('2 answered');
    expect(tile('3.3')).not.toHaveTextContent('read');
  });

  test('is written into the served page, needs and all, for who has no scripts', async () => {
    const page = await loadPage('/en/contents/');
    const html = renderToString(<App page={page} base="/" />);
    const served = new DOMParser().parseFromString(html, 'text/html');
    expect(served.querySelectorAll('[data-lesson]')).toHaveLength(36);
    expect(served.querySelectorAll('.lesson-around')).toHaveLength(36);
    const entry = served.querySelectorAll('#memory .lesson-list > li')[2];
    expect(entry?.querySelector('.lesson-around')?.textContent).toMatch(/^needs 3\.1 3\.2/);
    expect(entry?.querySelector('.lesson-around a')?.getAttribute('href')).toBe('/en/memory/three-addresses/');
  });

  test('the front page shows it in small, and the way to the ten questions', async () => {
    await open('/en/');
    expect(document.querySelectorAll('.course-map.compact [data-lesson]')).toHaveLength(36);
    expect(main().getByRole('link', { name: /Where should I start/ })).toHaveAttribute('href', '/en/placement/');
  });
});

describe('the placement quiz', () => {
  const question = (key: string) => within(document.querySelector(`[data-question="${key}"]`) as HTMLElement);
  const handIn = () => main().getByRole('button', { name: 'Show me where to start' });
  const rightOf = (key: keyof typeof placement) => {
    const question: Quiz[string] = placement[key];
    return question.kind === 'choice' ? (rightOptions(question)[0] ?? '') : '';
  };
  const pickRight = async (user: ReturnType<typeof userEvent.setup>, key: keyof typeof placement) => {
    const input = document.querySelector(`[data-question="${key}"] input[value="${rightOf(key)}"]`);
    await user.click(input as HTMLElement);
  };

  test('says nothing of right and wrong before it is handed in, and keeps nothing', async () => {
    const user = userEvent.setup();
    await open('/en/placement/');
    await pickRight(user, 'own-timer');
    expect(document.querySelectorAll('.quiz-verdict, [data-state]')).toHaveLength(0);
    expect(useProgress.getState().answers).toEqual({});
  });

  test('left open, it sends to the first lesson that can be read, and gives every reason', async () => {
    const user = userEvent.setup();
    await open('/en/placement/');
    await user.click(handIn());
    const [first] = lessonsIn('en');
    const title = `Start with ${first?.number} ${first?.title}`;
    expect(main().getByRole('heading', { name: title })).toBeVisible();
    expect(document.activeElement).toHaveClass('placement-result');
    expect(main().getByRole('link', { name: 'Open this lesson' })).toHaveAttribute('href', `/en/${first?.id}/`);
    expect(document.querySelectorAll('.quiz-reasons')).toHaveLength(10);
    expect(main().getAllByText('Left open.')).toHaveLength(10);
    expect(main().queryByText(/of 10 right|score/i)).toBeNull();
  });

  test('what is known is not sent to again; the result stays for the next visit and can be taken back', async () => {
    const user = userEvent.setup();
    const { unmount } = await open('/en/placement/');
    for (const key of Object.keys(placement) as (keyof typeof placement)[]) await pickRight(user, key);
    await user.click(handIn());
    expect(main().getByRole('heading', { name: 'You know the ground' })).toBeVisible();
    unmount();
    await open('/zh-CN/placement/');
    expect(main().getByRole('heading', { name: '基础你都会了' })).toBeVisible();
    for (const radio of question('own-timer').getAllByRole('radio')) expect(radio).toBeDisabled();
    await user.click(main().getByRole('button', { name: '再做一遍' }));
    expect(useProgress.getState()).toMatchObject({ answers: {}, read: [] });
    expect(document.querySelectorAll('[data-question] input:checked')).toHaveLength(0);
  });

  test('one miss sends to the lesson that answers it', async () => {
    const user = userEvent.setup();
    await open('/en/placement/');
    for (const key of Object.keys(placement) as (keyof typeof placement)[])
      if (key !== 'why-not-eight') await pickRight(user, key);
    await user.click(document.querySelector('[data-question="why-not-eight"] input[value="software"]') as HTMLElement);
    await user.click(handIn());
    expect(main().getByRole('heading', { name: /^Start with 3\.3 / })).toBeVisible();
    expect(
      question('why-not-eight').getByText(/The processor makes all 24 by itself/, { selector: '.quiz-verdict *' }),
    ).toBeVisible();
  });
});

describe('my progress', () => {
  const lesson = 'memory/two-dimensional-walk';
  const row = () => {
    const link = main().getByRole('link', { name: /EPT, NPT/ });
    return within(link.closest('li') as HTMLElement);
  };
  const choose = async (text: string, name = 'mine.json') => {
    const user = userEvent.setup();
    await user.upload(screen.getByLabelText('Open a file'), new File([text], name, { type: 'application/json' }));
    return user;
  };
  const said = () => within(document.querySelector('.transfer') as HTMLElement).getByRole('status');

  test('is empty for a new reader, and says how it fills', async () => {
    await open('/en/progress/');
    expect(main().getByText(/Nothing yet/)).toBeVisible();
    expect(main().getAllByText('not begun').length).toBeGreaterThan(3);
  });

  test('shows what was read, tried and answered, lesson by lesson', async () => {
    markRead(lesson, true);
    markTried(['two-dimensional-walk', 'two-dimensional-walk#cheap']);
    await open('/en/progress/');
    expect(row().getByText('lab run')).toBeVisible();
    expect(row().getByText('1 goal reached')).toBeVisible();
    expect(main().getByText(/^1 of \d+ lessons read$/)).toBeVisible();
    expect(main().getByText('1 lab run, 1 goal reached')).toBeVisible();
  });

  test('brings the quiz of an answered lesson, and judges by objective', async () => {
    const { default: quiz } = await import('../../content/quizzes/two-dimensional-walk.ts');
    const [key, asked] = Object.entries(quiz).find(([, each]) => each.kind === 'choice') ?? [];
    if (!key || asked?.kind !== 'choice') throw new Error('the quiz has no choice');
    const wrong = Object.entries(asked.options).find(([, option]) => !('right' in option))?.[0] ?? '';
    keepAnswer(`${lesson}#${key}`, { kind: 'choice', picked: [wrong] });
    await open('/en/progress/');
    const all = Object.keys(quiz).length;
    expect(await row().findByText(`1 of ${all} answered, 0 right`)).toBeVisible();
    expect(row().getAllByText('to revisit')).toHaveLength(1);
  });

  test('a file is told before it is taken in, and merging keeps what was here', async () => {
    keepAnswer('a#b', number(1));
    await open('/en/progress/');
    const theirs = { answers: { 'a#b': number(2), 'a#c': number(3) }, read: [lesson], tried: [] };
    const user = await choose(writeKept(theirs, '2026-11-20'));
    await waitFor(() =>
      expect(said()).toHaveTextContent('mine.json, saved on 2026-11-20, holds 2 answers, 1 lesson read, 0 things'),
    );
    expect(main().getByText(/^Merge adds 1 answer, 1 lesson read/)).toBeVisible();
    expect(main().getByText(/^Replace forgets .* 1 answer, 0 lessons read/)).toBeVisible();
    expect(Object.keys(useProgress.getState().answers)).toEqual(['a#b']);
    await user.click(main().getByRole('button', { name: 'Merge' }));
    expect(useProgress.getState()).toMatchObject({ answers: { 'a#b': number(1), 'a#c': number(3) }, read: [lesson] });
    expect(said()).toHaveTextContent('Merged.');
  });

  test('replacing leaves what the file holds, and cancelling changes nothing', async () => {
    keepAnswer('a#b', number(1));
    await open('/en/progress/');
    const text = writeKept({ answers: { 'a#c': number(3) }, read: [], tried: ['walk'] }, '2026-11-20');
    const user = await choose(text);
    await user.click(await main().findByRole('button', { name: 'Cancel' }));
    expect(useProgress.getState().answers).toEqual({ 'a#b': number(1) });
    await choose(text);
    await user.click(await main().findByRole('button', { name: 'Replace' }));
    expect(useProgress.getState()).toMatchObject({ answers: { 'a#c': number(3) }, tried: ['walk'] });
    expect(localStorage.getItem('hypervisible.progress/answer/a#b')).toBeNull();
  });

  test.each([
    ['broken', '{"format":', /not JSON/],
    ['foreign', '{"name":"hypervisible"}', /not a file of progress/],
  ])('a %s file is refused with a reason and changes nothing', async (_name, text, why) => {
    keepAnswer('a#b', number(1));
    const before = JSON.stringify({ ...localStorage });
    await open('/en/progress/');
    await choose(text);
    await waitFor(() => expect(said()).toHaveTextContent(why));
    expect(said()).toHaveTextContent('nothing has changed');
    expect(main().queryByRole('button', { name: 'Merge' })).toBeNull();
    expect(JSON.stringify({ ...localStorage })).toBe(before);
  });

  test('where not all of a file can be stored, nothing of it is', async () => {
    keepAnswer('a#b', number(1));
    await open('/en/progress/');
    const answers = Object.fromEntries(['c', 'd', 'e'].map((key) => [`a#${key}`, number(3)]));
    const user = await choose(writeKept({ answers, read: [], tried: [] }, '2026-11-20'));
    const { setItem } = Storage.prototype;
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, name, value) {
      if (name.endsWith('#e')) throw new DOMException('full', 'QuotaExceededError');
      setItem.call(this, name, value);
    });
    await user.click(await main().findByRole('button', { name: 'Replace' }));
    expect(said()).toHaveTextContent('nothing was changed');
    expect(useProgress.getState().answers).toEqual({ 'a#b': number(1) });
    expect(Object.keys({ ...localStorage })).toEqual(['hypervisible.progress/answer/a#b']);
    vi.restoreAllMocks();
  });
});
