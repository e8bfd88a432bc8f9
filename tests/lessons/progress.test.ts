import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { runs } from '../runs.ts';

const FIRST = 'hypervisible.progress';
const load = async () => {
  vi.resetModules();
  return await import('#lessons/progress.ts');
};
/** A tab of its own: modules of its own over the same storage. */
const openTab = async () => {
  const tab = await load();
  tab.followStorage();
  return tab;
};
const settled = () => new Promise((resolve) => setTimeout(resolve));
const number = (value: number) => ({ kind: 'number', value }) as const;
/** What a browser tells the other tabs; jsdom has only one, and tells it nothing. */
const tellOthers = (key: string | null) => dispatchEvent(new StorageEvent('storage', { key }));
const visit = async () => {
  const { useProgress } = await openTab();
  const { answers, read, tried } = useProgress.getState();
  return { answers, read: [...read].sort(), tried: [...tried].sort() };
};

beforeEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

test('an answer is kept, and comes back on the next visit', async () => {
  const first = await openTab();
  first.keepAnswer('memory/walk#count', number(24));
  first.markRead('memory/walk', true);
  first.markTried(['walk', 'walk#cold']);
  const next = await load();
  expect(next.useProgress.getState().answers).toEqual({});
  next.followStorage();
  expect(next.useProgress.getState()).toMatchObject({
    answers: { 'memory/walk#count': number(24) },
    read: ['memory/walk'],
    tried: ['walk', 'walk#cold'],
    trouble: undefined,
  });
});

test('each thing is kept under a name of its own: no verdict, no trouble', async () => {
  const { keepAnswer, markRead } = await load();
  keepAnswer('a#b', { kind: 'choice', picked: ['x'] });
  markRead('a', true);
  expect({ ...localStorage }).toEqual({
    [`${FIRST}/answer/a#b`]: '{"kind":"choice","picked":["x"]}',
    [`${FIRST}/read/a`]: '1',
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
  expect(await visit()).toMatchObject({ answers: { 'a#c': {} }, read: [] });
});

test('what is known to be tried is not written again', async () => {
  const { markTried } = await openTab();
  markTried(['walk']);
  const write = vi.spyOn(Storage.prototype, 'setItem');
  markTried(['walk']);
  expect(write).not.toHaveBeenCalled();
});

test('what version 1 kept in one text is given entries of its own, once', async () => {
  const state = { answers: { 'a#b': number(1), 'a#c': number(2) }, read: ['a'] };
  localStorage.setItem(FIRST, JSON.stringify({ state, version: 1 }));
  localStorage.setItem(`${FIRST}/answer/a#c`, JSON.stringify(number(3)));
  expect(await visit()).toEqual({ answers: { 'a#b': number(1), 'a#c': number(3) }, read: ['a'], tried: [] });
  expect(localStorage.getItem(FIRST)).toBeNull();
  const { forgetAnswers } = await openTab();
  forgetAnswers(['a#b']);
  expect((await visit()).answers).toEqual({ 'a#c': number(3) });
});

test('where version 1 does not fit beside the new entries, it stays until it does', async () => {
  const text = JSON.stringify({ state: { answers: { 'a#b': number(1) }, read: [] }, version: 1 });
  localStorage.setItem(FIRST, text);
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect((await visit()).answers).toEqual({ 'a#b': number(1) });
  expect(localStorage.getItem(FIRST)).toBe(text);
});

test('two tabs that know nothing of one another lose neither answers nor deletions', async () => {
  const one = await openTab();
  one.keepAnswer('a#old', number(0));
  const two = await openTab();
  one.keepAnswer('a#one', number(1));
  two.keepAnswer('a#two', number(2));
  one.forgetAnswers(['a#old']);
  two.markRead('a', true);
  two.markTried(['lab#goal']);
  one.keepAnswer('a#late', number(3));
  expect(await visit()).toEqual({
    answers: { 'a#one': number(1), 'a#two': number(2), 'a#late': number(3) },
    read: ['a'],
    tried: ['lab#goal'],
  });
});

test('whatever two tabs do in turns, storage ends as if one had done it all', async () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const deed = fc.tuple(fc.nat(1), fc.constantFrom('keep', 'forget', 'read', 'unread'), key, fc.nat(9));
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      localStorage.clear();
      const tabs = [await openTab(), await openTab()];
      const answers = new Map<string, unknown>();
      const read = new Set<string>();
      for (const [tab, what, id, value] of deeds) {
        const { keepAnswer, forgetAnswers, markRead } = tabs[tab] as (typeof tabs)[0];
        if (what === 'keep') keepAnswer(`p#${id}`, number(value));
        else if (what === 'forget') forgetAnswers([`p#${id}`]);
        else markRead(id, what === 'read');
        if (what === 'keep') answers.set(`p#${id}`, number(value));
        else if (what === 'forget') answers.delete(`p#${id}`);
        else read[what === 'read' ? 'add' : 'delete'](id);
      }
      expect(await visit()).toEqual({ answers: Object.fromEntries(answers), read: [...read].sort(), tried: [] });
    }),
    { numRuns: runs(15) },
  );
});

test('what another tab keeps and takes back is seen here, and what is not stored yet stays', async () => {
  const { useProgress, keepAnswer } = await openTab();
  localStorage.setItem(`${FIRST}/answer/a#b`, JSON.stringify(number(1)));
  tellOthers(`${FIRST}/answer/a#b`);
  expect(useProgress.getState().answers).toEqual({ 'a#b': number(1) });
  localStorage.removeItem(`${FIRST}/answer/a#b`);
  tellOthers(`${FIRST}/answer/a#b`);
  tellOthers('hypervisible.theme');
  expect(useProgress.getState().answers).toEqual({});
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepAnswer('a#c', number(2));
  localStorage.clear();
  tellOthers(null);
  expect(useProgress.getState().answers).toEqual({ 'a#c': number(2) });
});

test('rubbish in storage is said once, and the page goes on', async () => {
  localStorage.setItem(FIRST, '{"state":{"answers":{"__proto__":7,"a":[]}},');
  localStorage.setItem(`${FIRST}/answer/a#z`, 'rubbish');
  const { useProgress, dismissTrouble, keepAnswer } = await openTab();
  await settled();
  expect(useProgress.getState().trouble).toBe('rubbish');
  dismissTrouble();
  keepAnswer('a#b', number(1));
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
  keepAnswer('a#b', number(1));
  await settled();
  expect(useProgress.getState()).toMatchObject({ trouble, answers: { 'a#b': { value: 1 } } });
  dismissTrouble();
  keepAnswer('a#c', number(2));
  await settled();
  expect(useProgress.getState()).toMatchObject({ trouble: undefined, answers: { 'a#c': { value: 2 } } });
});
