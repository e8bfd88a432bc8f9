import type { Stretch } from './machine.ts';

const isOneWith = (a: Stretch, b: Stretch): boolean =>
  a.lane === b.lane && a.guest === b.guest && a.isLate === b.isLate && a.to === b.from;

/** Time goes on: joined to the last stretch where it is more of the same. */
export function addStretch(stretches: readonly Stretch[], added: Stretch): readonly Stretch[] {
  const last = stretches.at(-1);
  if (last && isOneWith(last, added)) return stretches.with(-1, { ...last, to: added.to });
  return [...stretches, added];
}
