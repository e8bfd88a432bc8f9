import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import { replay } from '#kit/replay.ts';
import { type Moves, takeMoves } from '#kit/run.ts';
import { createTimeline } from '#stage/timeline.ts';
import { type Count, counter } from '../machine.ts';

const params = initialParams(counter.controls);
const tell = (moves: Moves, limit = params.limit) => {
  const timeline = createTimeline<Count>(counter as never, { params: { ...params, limit }, moves });
  timeline.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  return timeline;
};

test('after its moves a run steps on to the end of the story', () => {
  const timeline = tell([2, ['touch', 2]]);
  expect(timeline.known()).toBe(10);
  expect(timeline.ended()).toBe('finished');
  expect(timeline.stateAt(10)).toMatchObject({ n: 9, touched: [2] });
});

test('a move that the machine does not offer changes nothing and is counted', () => {
  const timeline = tell([2, ['touch', 4], ['touch', 2]]);
  expect(timeline.skipped()).toBe(1);
  expect(timeline.stateAt(4).touched).toEqual([2]);
});

test('every place of a long run is the state that a plain replay reaches', () => {
  const moves: Moves = [1000, ['touch', 0], 4000];
  const timeline = tell(moves, 20_000);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), (at) => {
      expect(timeline.stateAt(at)).toEqual(
        replay(counter as never, { ...params, limit: 20_000 }, takeMoves(moves, at)),
      );
    }),
  );
});

test('a run of a million steps ends, and says so when its budget is spent', () => {
  expect(tell([], 1_000_000).known()).toBe(1_000_000);
  const endless = createTimeline<Count>({ ...counter, budget: 50 } as never, {
    params: { ...params, limit: 1000 },
    moves: [],
  });
  endless.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  expect([endless.known(), endless.ended()]).toEqual([50, 'budget']);
});

test('events are ticks at the places where they happened', () => {
  expect(
    tell([], 11)
      .ticks()
      .map((tick) => tick.at),
  ).toEqual([5, 10]);
});
