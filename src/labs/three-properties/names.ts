import type { Text } from '#kit/text.ts';
import { names, ownerOf } from '#sim/monitor/machine.ts';
import type { State } from './model.ts';
import { text } from './words.ts';

export const nameOf = (guest: number): string => names[guest] ?? '';

/** Whose frame it is, in words. */
export function ownerWords(state: State, frame: number): Text {
  const owner = ownerOf(state, frame);
  if (owner === undefined) return text('nobody’s', '无主的');
  return owner < 0 ? text('the VMM’s', ' VMM 的') : text(`${nameOf(owner)}’s`, ` ${nameOf(owner)} 的`);
}
