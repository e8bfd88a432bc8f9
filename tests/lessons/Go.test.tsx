import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { Go } from '#lessons/Go.tsx';
import { renderInLesson } from './stand.tsx';

test('a moment opens in the page’s lab, and without scripts it is a link to the same state', async () => {
  const { staged } = renderInLesson(<Go moment="five">five</Go>);
  expect(screen.getByRole('link', { name: 'five' })).toHaveAttribute('href', '?at=5');
  await userEvent.click(screen.getByRole('link', { name: 'five' }));
  expect(staged.store.getState()).toMatchObject({ at: 5, states: [{ n: 5 }] });
});

test('a setting tells the same story on another machine', async () => {
  const { staged } = renderInLesson(<Go set="pace=two">by two</Go>);
  staged.store.getState().seek(3);
  await userEvent.click(screen.getByRole('link', { name: 'by two' }));
  expect(staged.store.getState()).toMatchObject({ at: 3, params: { pace: 'two', limit: 9 }, states: [{ n: 6 }] });
});

test('a goal leaves what the reader has done as it is', async () => {
  const { staged } = renderInLesson(<Go goal="touched">touch it</Go>);
  staged.store.getState().seek(4);
  expect(screen.getByRole('link', { name: 'touch it' })).toHaveAttribute('href', '#lab');
  await userEvent.click(screen.getByRole('link', { name: 'touch it' }));
  expect(staged.store.getState().at).toBe(4);
});

test('with a modifier it is an ordinary link', () => {
  const { staged } = renderInLesson(<Go moment="five">five</Go>);
  let taken: boolean | undefined;
  const stop = (event: Event) => {
    taken = event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener('click', stop, { once: true });
  fireEvent.click(screen.getByRole('link', { name: 'five' }), { ctrlKey: true });
  expect(taken).toBe(false);
  expect(staged.store.getState().at).toBe(0);
});
