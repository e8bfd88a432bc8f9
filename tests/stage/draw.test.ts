import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Box, Mark } from '#kit/mark.ts';
import { draw, nameMarks } from '#stage/draw.ts';

const SVG = 'http://www.w3.org/2000/svg';
const box = (key: string, x: number, rest: Partial<Box> = {}): Mark => ({
  kind: 'box',
  key,
  place: { x, y: 0, w: 10, h: 10 },
  ...rest,
});
const still = { locale: 'en', duration: 0 } as const;
const keys = (root: Element) => [...root.querySelectorAll('[data-key]')].map((group) => group.getAttribute('data-key'));
const shape = (root: Element, key: string) => root.querySelector(`[data-key="box ${key}"] .shape`);

let root: SVGGElement;
beforeEach(() => {
  root = document.body.appendChild(document.createElementNS(SVG, 'g'));
});
afterEach(() => root.remove());

test('marks are joined by key: what stays is the same element, what left is gone', () => {
  draw(root, [box('a', 0), box('b', 20)], still);
  const b = root.children[1];
  draw(root, [box('b', 30), box('c', 0)], still);
  expect(keys(root)).toEqual(['box b', 'box c']);
  expect(root.children[0]).toBe(b);
  expect(shape(root, 'b')?.getAttribute('x')).toBe('30');
});

test('a picture that was served is taken over, not drawn again', () => {
  draw(root, [box('a', 0)], still);
  const served = document.body.appendChild(document.createElementNS(SVG, 'g'));
  served.innerHTML = root.innerHTML;
  const before = served.firstElementChild;
  draw(served, [box('a', 5)], still);
  expect(served.firstElementChild).toBe(before);
  expect(served.childElementCount).toBe(1);
  served.remove();
});

test('a mark with a move is a button with a name and a state; one with a meaning has a name; the rest is hidden', () => {
  draw(
    root,
    [
      box('a', 0, { move: ['touch', 1], picked: true, about: { en: 'the one', 'zh-CN': '这个' } }),
      box('b', 20, { about: { en: 'b', 'zh-CN': '乙' } }),
      box('c', 40),
    ],
    { ...still, locale: 'zh-CN' },
  );
  nameMarks(root);
  const [a, b, c] = [...root.children];
  expect([a?.getAttribute('role'), a?.getAttribute('aria-label'), a?.getAttribute('aria-pressed')]).toEqual([
    'button',
    '这个',
    'true',
  ]);
  expect([b?.getAttribute('role'), b?.getAttribute('aria-label')]).toEqual(['img', '乙']);
  expect(c?.getAttribute('aria-hidden')).toBe('true');
});

test('a name follows the mark it belongs to', () => {
  const name = () => root.firstElementChild?.getAttribute('aria-label');
  const named = (text: string) => box('a', 0, { text, about: { en: `has ${text}`, 'zh-CN': `有 ${text}` } });
  draw(root, [named('1')], still);
  nameMarks(root);
  draw(root, [named('2')], still);
  nameMarks(root);
  expect(name()).toBe('has 2');
  draw(root, [named('2')], { ...still, locale: 'zh-CN' });
  nameMarks(root);
  expect(name()).toBe('有 2');
});

test('the same marks in another order are painted in that order', () => {
  draw(root, [box('a', 0), box('b', 20)], still);
  const [a, b] = [...root.children];
  draw(root, [box('b', 20), box('a', 5)], still);
  expect([...root.children]).toEqual([b, a]);
  expect(shape(root, 'a')?.getAttribute('x')).toBe('5');
});

test('a moving mark passes through the places between and arrives; a leaving one that is called back is there', async () => {
  draw(root, [box('a', 0), box('b', 0)], still);
  draw(root, [box('a', 100)], { locale: 'en', duration: 60 });
  await vi.waitFor(() => {
    const x = Number(shape(root, 'a')?.getAttribute('x'));
    expect(x).toBeGreaterThan(0);
  });
  draw(root, [box('a', 100), box('b', 0)], { locale: 'en', duration: 60 });
  await vi.waitFor(() => expect(shape(root, 'a')?.getAttribute('x')).toBe('100'));
  await vi.waitFor(() => expect(keys(root)).toEqual(['box a', 'box b']));
  await vi.waitFor(() => expect(root.childElementCount).toBe(2));
});

test('a part that stays is the same element, whatever comes and goes before it', () => {
  const plain = box('a', 0, { tone: 'vmm', text: 'x', ghost: true });
  const names = () => [...(root.firstElementChild?.children ?? [])].map((part) => part.getAttribute('class'));
  draw(root, [plain], still);
  const words = root.querySelector('.words');
  draw(root, [{ ...plain, ghost: false }], still);
  expect(names()).toEqual(['shape', 'inner', 'words']);
  expect(root.querySelector('.words')).toBe(words);
  draw(root, [plain], still);
  expect(names()).toEqual(['shape', 'words']);
  expect(root.querySelector('.words')).toBe(words);
});

test('words that a translator has wrapped are written anew', () => {
  draw(root, [box('a', 0, { text: 'one' })], still);
  const words = root.querySelector('.words') as Element;
  const font = document.createElement('font');
  font.textContent = 'eins';
  words.replaceChildren(font);
  draw(root, [box('a', 0, { text: 'two' })], still);
  expect(words.textContent).toBe('two');
});

test('what fades in has its parts as soon as it is seen', async () => {
  draw(root, [box('a', 0)], { locale: 'en', duration: 60 });
  expect(root.firstElementChild?.getAttribute('class')).toContain('mark');
  await vi.waitFor(() => expect(shape(root, 'a')?.getAttribute('x')).toBe('0'));
});
