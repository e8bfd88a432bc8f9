import { expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Lab } from '#kit/lab.ts';
import { sceneOf } from '#stage/sceneOf.ts';
import { counter } from '../machine.ts';

const lab = counter as unknown as Lab;

test('a scene is worked out once, and what the next one shows again is the very same mark', () => {
  const first = lab.model.init(initialParams(lab.controls) as never);
  const next = lab.model.step(first);
  const [count, word] = sceneOf(lab, first, 'wide');
  const [nextCount, nextWord] = sceneOf(lab, next, 'wide', sceneOf(lab, first, 'wide'));
  expect(nextWord).toBe(word);
  expect(nextCount).toMatchObject({ key: 'count', text: '1' });
  expect(count).toMatchObject({ text: '0' });
  expect(sceneOf(lab, next, 'wide')).toEqual(lab.scene(next, 'wide'));
  expect(sceneOf(lab, next, 'wide')[1]).toBe(word);
});
