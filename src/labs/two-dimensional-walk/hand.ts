import { indexAt, spanOf } from '#sim/paging/level.ts';
import { indexOf, offsetIn } from '#sim/paging/linear.ts';
import type { Reference, Walk } from '#sim/paging/walk.ts';

/** What is being found: the guest's table at this level, 0 for the data; undefined where nothing was begun. */
export function targetOf({ next, references, byte }: Walk): number | undefined {
  switch (next?.by) {
    case 'ept':
      return next.target;
    case 'guest':
      return next.level;
    case 'data':
      return 0;
    case 'fault':
      return undefined;
    case undefined:
      return byte === undefined ? references.at(-1)?.target : 0;
  }
}

/** Where the guest says that its entry, or at 0 the data, is. */
export function physicalOf({ machine, access, references, guestPhysical }: Walk, target: number): number | undefined {
  if (target === 0) return guestPhysical;
  if (target === machine.levels) return machine.cr3 + 8 * indexOf(access.address, target);
  const above = references.find(({ by, level }) => by === 'guest' && level === target + 1);
  return above?.gives === undefined ? undefined : above.gives + 8 * indexOf(access.address, target);
}

/** An address put together: a frame, and the field that says where in it. */
export interface Made {
  readonly frame: number;
  /** The entry that gave the frame; CR3 where there is none. */
  readonly from: Reference | undefined;
  /** Which address the field was cut from, and at which level; level 0 is the offset into the page. */
  readonly cut: 'virtual' | 'physical';
  readonly level: number;
  readonly field: number;
  readonly whole: number;
}

/** The address that the last step put together; none before the first where there is nothing to walk, and none after a fault. */
export function makeAddress(walk: Walk): Made | undefined {
  const { access, machine, references, next, fault } = walk;
  const from = references.at(-1);
  if (fault || next?.by === 'fault') return undefined;
  const add = (frame: number, cut: Made['cut'], level: number, field: number): Made => ({
    frame,
    from,
    cut,
    level,
    field,
    whole: frame + (level ? 8 * field : field),
  });
  if (!from) return add(machine.cr3, 'virtual', machine.levels, indexOf(access.address, machine.levels));
  const { by, level, isLeaf, gives = 0, target } = from;
  if (by === 'guest') {
    return isLeaf
      ? add(gives, 'virtual', 0, offsetIn(access.address, level))
      : add(gives, 'virtual', level - 1, indexOf(access.address, level - 1));
  }
  const physical = physicalOf(walk, target) ?? 0;
  return isLeaf
    ? add(gives, 'physical', 0, physical % spanOf(level))
    : add(gives, 'physical', level - 1, indexAt(physical, level - 1));
}
