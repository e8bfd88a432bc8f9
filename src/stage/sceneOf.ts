import type { Lab } from '#kit/lab.ts';
import type { Mark, Sheet } from '#kit/mark.ts';
import { keyOf } from './draw.ts';
import { same } from './same.ts';

type Drawn = Partial<Record<Sheet, readonly Mark[]>>;
const drawn = new WeakMap<Lab, WeakMap<object, Drawn>>();

/**
 * The scene of a state, worked out once: the picture, its legend and its table all show the same one. Marks that are the
 * same as in the scene it will follow are the very same ones, so that a step has nothing to compare.
 */
export function sceneOf(lab: Lab, state: unknown, sheet: Sheet, before: readonly Mark[] = []): readonly Mark[] {
  if (typeof state !== 'object' || state === null) return lab.scene(state, sheet);
  const ofLab = drawn.get(lab) ?? new WeakMap<object, Drawn>();
  drawn.set(lab, ofLab);
  const held = ofLab.get(state) ?? {};
  const marks = held[sheet] ?? share(lab.scene(state, sheet), before);
  ofLab.set(state, { ...held, [sheet]: marks });
  return marks;
}

function share(marks: readonly Mark[], before: readonly Mark[]): readonly Mark[] {
  if (before.length === 0) return marks;
  const held = new Map(before.map((mark) => [keyOf(mark), mark]));
  return marks.map((mark) => {
    const was = held.get(keyOf(mark));
    return was && same(was, mark) ? was : mark;
  });
}
