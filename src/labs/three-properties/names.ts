import { both, type Text } from '#kit/text.ts';
import { names, ownerOf } from '#sim/monitor/machine.ts';
import type { State } from './model.ts';

export const nameOf = (guest: number): string => names[guest] ?? '';

/** Whose frame it is, in words. */
export function ownerWords(state: State, frame: number): Text {
  const owner = ownerOf(state, frame);
  if (owner === undefined) return both('nobody’s', '无主的');
  return owner < 0 ? both('the VMM’s', ' VMM 的') : both(`${nameOf(owner)}’s`, ` ${nameOf(owner)} 的`);
}
