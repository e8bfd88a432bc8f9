import { expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Lab } from '#kit/lab.ts';
import { createLabStore } from '#stage/store.ts';
import { type Count, counter } from '../machine.ts';

const lab = counter as unknown as Lab;
const open = (besides: readonly Record<string, string>[] = []) =>
  createLabStore(lab, { params: initialParams(lab.controls), moves: [], at: 0 }, besides);
const count = (store: ReturnType<typeof open>, lane = 0) => (store.getState().states[lane] as Count).n;

test('stepping, stepping back and seeking move along one story', () => {
  const store = open();
  store.getState().step();
  store.getState().step();
  expect(count(store)).toBe(2);
  store.getState().stepBack();
  expect(count(store)).toBe(1);
  store.getState().seek(99);
  expect([count(store), store.getState().at]).toEqual([9, 9]);
});

test('under one clock the story goes on until the last of its machines has ended', () => {
  const store = open([{ pace: 'one' }]);
  store.getState().tune({ pace: 'two' });
  expect(store.getState().known).toBe(9);
  store.getState().seek(99);
  expect([count(store), count(store, 1)]).toEqual([10, 9]);
});

test('a move from the middle begins another story there', () => {
  const store = open();
  store.getState().seek(2);
  store.getState().act(['touch', 2]);
  expect(store.getState()).toMatchObject({ at: 3, moves: [2, ['touch', 2]] });
  expect((store.getState().states[0] as Count).touched).toEqual([2]);
});

test('turning a control tells the same moves on another machine, and counts those it no longer offers', () => {
  const store = open();
  store.getState().seek(3);
  store.getState().act(['touch', 3]);
  store.getState().tune({ pace: 'two' });
  expect(store.getState()).toMatchObject({ moves: [3, ['touch', 3]], skipped: 1 });
});

test('a question comes before its step; the bet is judged by the step that is really made', () => {
  const store = open();
  for (let i = 0; i < 4; i++) store.getState().step();
  expect(count(store)).toBe(3);
  expect(store.getState().question?.key).toBe('four');
  store.getState().bet('five');
  expect(count(store)).toBe(4);
  expect(store.getState().verdict).toMatchObject({ picked: 'five', right: 'four' });
});

test('a question can be skipped by stepping again, and is not asked twice', () => {
  const store = open();
  for (let i = 0; i < 5; i++) store.getState().step();
  expect(count(store)).toBe(4);
  store.getState().seek(3);
  store.getState().step();
  expect(count(store)).toBe(4);
});

test('the next event is where the tick stands', () => {
  const store = open();
  store.getState().stepEvent(1);
  expect(store.getState().at).toBe(5);
  store.getState().stepEvent(1);
  expect(store.getState().at).toBe(9);
  store.getState().stepEvent(-1);
  expect(store.getState().at).toBe(5);
});

test('machines side by side make the same moves under one clock', () => {
  const store = open([{ pace: 'two' }]);
  store.getState().seek(3);
  expect([count(store, 0), count(store, 1)]).toEqual([3, 6]);
  store.getState().seek(9);
  expect([count(store, 0), count(store, 1)]).toEqual([9, 10]);
});

test('a story longer than what is worked out at once is worked out in slices, and a seek waits for its place', async () => {
  const store = createLabStore(lab, { params: { ...initialParams(lab.controls), limit: 50_000 }, moves: [], at: 0 });
  store.getState().seek(40_000);
  await expect.poll(() => store.getState().ended).toBe('finished');
  expect([store.getState().at, count(store), store.getState().known]).toEqual([40_000, 40_000, 50_000]);
});

test('a held lab stands still whatever the reader does, and goes on where it stood once it is let go', () => {
  const store = open();
  store.getState().seek(3);
  store.getState().hold(true);
  const { step, stepBack, stepEvent, seek, act, tune, play } = store.getState();
  for (const deed of [step, stepBack, () => stepEvent(1), () => seek(0), () => act(['touch', 1])]) deed();
  tune({ pace: 'two' });
  play(true);
  expect(store.getState()).toMatchObject({ at: 3, playing: false, question: undefined, params: { pace: 'one' } });
  expect(count(store)).toBe(3);
  store.getState().hold(false);
  store.getState().ask(false);
  store.getState().step();
  expect(count(store)).toBe(4);
});
