import { both, type Text } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { Guest } from './guest.ts';

export interface Listing {
  /** Said in place of the line’s number where the instruction is not the program’s own. */
  readonly title: Text | undefined;
  /** The line of the next instruction, and the lines around it from `first` on. */
  readonly line: number;
  readonly first: number;
  readonly lines: readonly string[];
}

/** A line as it fits: its columns drawn together, so that the comment is seen. No-break spaces, since a picture drops others. */
const drawn = (line: string): string =>
  line.replace(/^\s+/, '\u00a0\u00a0').replace(/\s+;/, '\u00a0\u00a0;').replaceAll(' ', '\u00a0');

/** The piece of source around the next instruction. Inside the library the call before it stays in view. */
export function whereIs({ run, source }: Guest, count: number): Listing {
  const found = lineAt(run.program, addressOf(run.guest));
  if (found && !found.prelude) return around(source, found.line, count, undefined);
  const words = found ? `prelude.inc: ${found.text.trim()}` : '';
  const title = found ? both(words, words) : both('no line of the program', '不在程序的任何一行');
  const start = source.findIndex((line) => line.startsWith('start:')) + 1;
  return { ...around(source, Math.max(1, start), count, title), line: 0 };
}

function around(source: readonly string[], line: number, count: number, title: Text | undefined): Listing {
  const first = Math.max(1, Math.min(line - Math.floor(count / 2), source.length - count + 1));
  return { title, line, first, lines: source.slice(first - 1, first - 1 + count).map(drawn) };
}
