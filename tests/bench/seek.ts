import { createTimeline } from '#stage/timeline.ts';
import { synthetic } from './synthetic.ts';

/** Tells the synthetic run once, then seeks all over it. Milliseconds; the run itself is told in slices on the page. */
export function measureSeeks(): { tell: number; seeks: number[]; steps: number } {
  const began = performance.now();
  const timeline = createTimeline(synthetic as never, { params: {}, moves: [] });
  timeline.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  const tell = performance.now() - began;
  // Kept alive, so that the memory it holds can be read from outside.
  Object.assign(globalThis, { timeline });
  const seeks = Array.from({ length: 200 }, (_, i) => {
    const at = (i * 7_919_993) % timeline.known();
    const start = performance.now();
    timeline.stateAt(at);
    return performance.now() - start;
  });
  return { tell, seeks, steps: timeline.known() };
}

Object.assign(globalThis, { measureSeeks });
