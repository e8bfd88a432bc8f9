import { readByte, writeByte } from './memory.ts';
import { readEpt } from './readEpt.ts';
import { readGuest } from './readGuest.ts';
import type { Next, Walk } from './walk.ts';

/** The byte that a write stores. */
const STORED = 0x2a;

/** One memory reference further; the very same walk once it has ended. */
export function stepWalk(walk: Walk): Walk {
  const { next } = walk;
  switch (next?.by) {
    case undefined:
      return walk;
    case 'fault':
      return { ...walk, next: undefined, fault: { kind: 'general-protection', handledBy: 'guest', errorCode: 0 } };
    case 'ept':
      return readEpt(walk, next);
    case 'guest':
      return readGuest(walk, next);
    case 'data':
      return touchData(walk, next);
  }
}

/** Steps until the walk has ended: at most 36 references, for every entry leads one level down. */
export function finishWalk(walk: Walk): Walk {
  let now = walk;
  while (now.next) now = stepWalk(now);
  return now;
}

function touchData(walk: Walk, { real }: Extract<Next, { by: 'data' }>): Walk {
  const memory = walk.access.kind === 'write' ? writeByte(walk.memory, real, STORED) : walk.memory;
  return { ...walk, memory, next: undefined, byte: readByte(memory, real) };
}
