import { expect, test, vi } from 'vitest';
import { afterPaint } from '#stage/afterPaint.ts';

test('it is done after the next frame, once, however often it was asked for', async () => {
  const order: string[] = [];
  const deed = () => order.push('deed');
  afterPaint(deed);
  afterPaint(deed);
  requestAnimationFrame(() => order.push('frame'));
  expect(order).toEqual([]);
  await vi.waitFor(() => expect(order).toEqual(['frame', 'deed']));
  afterPaint(deed);
  await vi.waitFor(() => expect(order).toEqual(['frame', 'deed', 'deed']));
});
