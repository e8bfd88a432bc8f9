import { beforeEach, expect, test, vi } from 'vitest';

const KEY = 'hypervisible.progress';
const load = async () => {
  vi.resetModules();
  return await import('#lessons/progress.ts');
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('an answer is kept, and comes back on the next visit', async () => {
  const first = await load();
  first.followStorage();
  first.keepAnswer('memory/walk#count', { kind: 'number', value: 24 });
  first.markRead('memory/walk', true);
  const next = await load();
  expect(next.useProgress.getState().answers).toEqual({});
  next.followStorage();
  expect(next.useProgress.getState()).toMatchObject({
    answers: { 'memory/walk#count': { kind: 'number', value: 24 } },
    read: ['memory/walk'],
    trouble: undefined,
  });
});

test('only answers and lessons read are kept: no verdict, no trouble', async () => {
  const { keepAnswer } = await load();
  keepAnswer('a#b', { kind: 'choice', picked: ['x'] });
  expect(JSON.parse(localStorage.getItem(KEY) ?? '').state).toEqual({
    answers: { 'a#b': { kind: 'choice', picked: ['x'] } },
    read: [],
  });
});

test('an answer taken back is gone, and a lesson can be unread', async () => {
  const { keepAnswer, forgetAnswers, markRead, useProgress } = await load();
  keepAnswer('a#b', { kind: 'choice', picked: ['x'] });
  keepAnswer('a#c', { kind: 'choice', picked: ['x'] });
  forgetAnswers(['a#b']);
  markRead('a', true);
  markRead('a', false);
  expect(useProgress.getState()).toMatchObject({ answers: { 'a#c': {} }, read: [] });
});

test('rubbish in storage is said once, and the page goes on', async () => {
  localStorage.setItem(KEY, '{"state":{"answers":{"__proto__":7,"a":[]}},');
  const { followStorage, useProgress, dismissTrouble, keepAnswer } = await load();
  followStorage();
  await settled();
  expect(useProgress.getState().trouble).toBe('rubbish');
  dismissTrouble();
  keepAnswer('a#b', { kind: 'number', value: 1 });
  await settled();
  expect(useProgress.getState().trouble).toBeUndefined();
});

test.each([
  ['full', new DOMException('full', 'QuotaExceededError')],
  ['forbidden', new DOMException('denied', 'SecurityError')],
])('where storage is %s the answer holds for this visit, and it is said once', async (trouble, fault) => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw fault;
  });
  const { useProgress, keepAnswer, dismissTrouble } = await load();
  keepAnswer('a#b', { kind: 'number', value: 1 });
  await settled();
  expect(useProgress.getState()).toMatchObject({ trouble, answers: { 'a#b': { value: 1 } } });
  dismissTrouble();
  keepAnswer('a#c', { kind: 'number', value: 2 });
  await settled();
  expect(useProgress.getState()).toMatchObject({ trouble: undefined, answers: { 'a#c': { value: 2 } } });
});
