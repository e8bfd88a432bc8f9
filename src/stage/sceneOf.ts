import type { Lab } from '#kit/lab.ts';
import type { Mark, Sheet } from '#kit/mark.ts';

type Drawn = Partial<Record<Sheet, readonly Mark[]>>;
const drawn = new WeakMap<Lab, WeakMap<object, Drawn>>();

/** The scene of a state, worked out once: the picture, its legend and its table all show the same one. */
export function sceneOf(lab: Lab, state: unknown, sheet: Sheet): readonly Mark[] {
  if (typeof state !== 'object' || state === null) return lab.scene(state, sheet);
  const ofLab = drawn.get(lab) ?? new WeakMap<object, Drawn>();
  drawn.set(lab, ofLab);
  const held = ofLab.get(state) ?? {};
  const marks = held[sheet] ?? lab.scene(state, sheet);
  ofLab.set(state, { ...held, [sheet]: marks });
  return marks;
}
