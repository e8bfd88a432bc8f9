import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { useProgress } from '#lessons/progress.ts';
import { Questions } from '#lessons/QuizView.tsx';
import type { Quiz } from '#quiz/question.ts';
import { inLesson, renderInLesson } from './stand.tsx';

const both = (text: string) => ({ en: text, 'zh-CN': `${text}（中）` });
const quiz: Quiz = {
  who: {
    kind: 'choice',
    objective: 1,
    ask: both('Who counts?'),
    why: both('Nobody else is there.'),
    options: {
      machine: { text: 'the machine', right: true, why: both('It steps by itself.') },
      reader: { text: 'the reader', why: both('The reader only touches.') },
      clock: { text: 'the clock', why: both('There is none.') },
    },
  },
  many: { kind: 'number', objective: 2, ask: both('How many?'), why: both('Its limit.'), answer: 9, unit: 'steps' },
  order: {
    kind: 'order',
    ask: both('In which order?'),
    why: both('As written.'),
    items: { first: 'start', second: 'step', third: 'stop' },
  },
  touch: { kind: 'reach', ask: both('Touch it.'), why: both('A click does it.'), lab: 'counter', goal: 'touched' },
};
const questions = (
  <Questions quiz={quiz} page="tests/counting" objectives={[{ text: 'count to nine' }, { text: 'touch it' }]} />
);
const question = (key: keyof typeof quiz) => {
  const element = document.querySelector<HTMLElement>(`[data-question="${key}"]`);
  if (!element) throw new Error(`no question ${key}`);
  return within(element);
};
const check = (key: string) => question(key).getByRole('button', { name: /^Check/ });
const said = () => screen.getByRole('status').textContent;

beforeEach(() => {
  localStorage.clear();
  useProgress.setState({ answers: {}, read: [] });
});

test('a wrong pick is answered by its own reason, and gives nothing else away', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  await user.click(question('who').getByRole('radio', { name: 'the reader' }));
  await user.click(check('who'));
  expect(said()).toBe('Not yet. The reader only touches.');
  expect(question('who').getByText('Not yet.')).toBeVisible();
  expect(question('who').queryByText('It steps by itself.')).toBeNull();
  expect(document.querySelectorAll('[data-state="right"]')).toHaveLength(0);
  expect(check('who')).toHaveFocus();
});

test('after two misses the answer is shown with its reason', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  for (const name of ['the reader', 'the clock']) {
    await user.click(question('who').getByRole('radio', { name: new RegExp(name) }));
    await user.click(check('who'));
  }
  expect(question('who').getByText('The answer:').parentElement).toHaveTextContent('the machine');
  expect(question('who').getByText('Nobody else is there.')).toBeVisible();
});

test('a right pick opens the reason of every option', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  await user.click(question('who').getByRole('radio', { name: 'the machine' }));
  await user.click(check('who'));
  expect(said()).toBe('Right. It steps by itself.');
  for (const why of ['The reader only touches.', 'There is none.'])
    expect(question('who').getByText(why)).toBeInTheDocument();
});

test('nothing answered is not wrong', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  for (const key of Object.keys(quiz)) {
    await user.click(check(key));
    expect(said()).toMatch(/^Not answered yet/);
    expect(question(key).queryByText('Not yet.')).toBeNull();
  }
  expect(useProgress.getState().answers).toEqual({});
});

test('a number may be written as people write numbers', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  const field = question('many').getByRole('textbox', { name: /Your number/ });
  await user.type(field, 'nine{Enter}');
  expect(said()).toMatch(/^Not answered yet/);
  await user.clear(field);
  await user.type(field, '８{Enter}');
  expect(said()).toBe('Not yet. Its limit.');
  await user.clear(field);
  await user.type(field, '0x9{Enter}');
  expect(said()).toBe('Right. Its limit.');
});

test('items are put in order by the keyboard alone, and focus stays on what moves', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  const items = () =>
    question('order')
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  for (const [place, name] of ['start', 'step', 'stop'].entries()) {
    const up = () => question('order').getByRole('button', { name: `Move up: ${name}` });
    up().focus();
    while (items().indexOf(name) > place) await user.keyboard('{ArrowUp}');
    expect(up()).toHaveFocus();
  }
  expect(said()).toMatch(/now \d of 3/);
  expect(items()).toEqual(['start', 'step', 'stop']);
  await user.click(check('order'));
  expect(said()).toBe('Right. As written.');
});

test('the first item has nowhere to go up to, and its button says so', async () => {
  const user = userEvent.setup();
  renderInLesson(questions);
  const [first] = question('order').getAllByRole('listitem');
  const up = within(first as HTMLElement).getByRole('button', { name: /Move up/ });
  const before = question('order')
    .getAllByRole('listitem')
    .map((item) => item.textContent);
  expect(up).toHaveAttribute('aria-disabled', 'true');
  await user.click(up);
  expect(
    question('order')
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(before);
});

test('a goal is checked against the lab as it stands', async () => {
  const user = userEvent.setup();
  const { staged } = renderInLesson(questions);
  staged.store.getState().step();
  await user.click(check('touch'));
  expect(said()).toBe('Not yet. A click does it.');
  staged.store.getState().act(['touch', 1]);
  await user.click(check('touch'));
  expect(said()).toBe('Right. You touched it.');
  expect(useProgress.getState().answers['tests/counting#touch']).toEqual({
    kind: 'reach',
    run: { moves: '1 touch.1', at: '2' },
  });
});

describe('with every question answered', () => {
  const answers = {
    'tests/counting#who': { kind: 'choice', picked: ['clock'] },
    'tests/counting#many': { kind: 'number', value: 8 },
    'tests/counting#order': { kind: 'order', order: ['first', 'second', 'third'] },
    'tests/counting#touch': { kind: 'reach', run: { moves: 'touch.0', at: '1' } },
  } as const;

  test('the score says what to revisit, and only the missed are asked again', async () => {
    const user = userEvent.setup();
    useProgress.setState({ answers });
    renderInLesson(questions);
    expect(screen.getByText('2 of 4 right')).toBeVisible();
    expect(screen.getByText('count to nine')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try the missed ones again' }));
    expect(Object.keys(useProgress.getState().answers)).toEqual(['tests/counting#order', 'tests/counting#touch']);
    expect(document.querySelector('[data-question="who"]')).toHaveFocus();
    expect(screen.getByText('2 not answered yet')).toBeVisible();
  });

  test('the score stands in the reader’s language', () => {
    useProgress.setState({ answers });
    renderInLesson(questions, undefined, 'zh-CN');
    expect(screen.getByText('4 题中答对 2 题')).toBeVisible();
    expect(screen.getByText('Who counts?（中）')).toBeVisible();
  });
});

test('an answer that no longer fits its question is not answered', () => {
  useProgress.setState({ answers: { 'tests/counting#who': { kind: 'choice', picked: ['gone'] } } });
  renderInLesson(questions);
  expect(question('who').queryByText('Not yet.')).toBeNull();
  expect(
    question('who')
      .getAllByRole('radio')
      .filter((radio) => (radio as HTMLInputElement).checked),
  ).toEqual([]);
});

test('what was picked and written before the page was live counts', async () => {
  const user = userEvent.setup();
  const host = document.createElement('div');
  document.body.append(host);
  host.innerHTML = renderToString(inLesson(questions));
  for (const [selector, set] of [
    ['input[value="machine"]', { checked: true }],
    ['[data-question="many"] input', { value: '9' }],
  ] as const)
    Object.assign(host.querySelector(selector) as Element, set);
  render(inLesson(questions), { container: host, hydrate: true });
  await user.click(check('many'));
  expect(said()).toBe('Right. Its limit.');
  await user.click(check('who'));
  expect(said()).toBe('Right. It steps by itself.');
});
