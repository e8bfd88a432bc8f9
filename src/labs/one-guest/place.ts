import { lineAt } from '#sim/vmm/lineAt.ts';
import { prelude } from '#sim/x86/prelude.ts';
import type { SourceLine } from '#sim/x86/program.ts';
import type { State } from './model.ts';

/** The linear address of the instruction that the last step was about; at the start, of the first. */
export function addressNow({ last, run }: State): number {
  for (const deed of last?.deeds ?? []) if ('address' in deed) return deed.address;
  return run.guest.cpu.eip;
}

/** The piece of source that the last step was about. */
export const lineNow = (state: State): SourceLine | undefined => lineAt(state.run.program, addressNow(state));

const preludeLines = prelude.split('\n');
const texts = new WeakMap<object, readonly string[]>();

function linesOf({ params }: State): readonly string[] {
  const found = texts.get(params) ?? params.program.split('\n');
  texts.set(params, found);
  return found;
}

/** A line of source in view. */
export interface Shown {
  readonly number: number;
  readonly text: string;
  readonly isNow: boolean;
}

/** So many lines around the one that the last step was about, of the text it stands in. */
export function linesAround(state: State, count: number): readonly Shown[] {
  const now = lineNow(state);
  const lines = now?.prelude ? preludeLines : linesOf(state);
  const middle = now?.line ?? 1;
  const first = Math.max(1, Math.min(middle - (count >> 1), lines.length - count + 1));
  return lines
    .slice(first - 1, first - 1 + count)
    .map((text, i) => ({ number: first + i, text, isNow: first + i === now?.line }));
}
