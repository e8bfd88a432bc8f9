/**
 * Who runs on the core, access by access. A schedule is written as a trace of
 * a few words a line, and one made from the settings is the same trace.
 */
import type { SourceFault } from '#kit/controls.ts';
import { traceFaults as say } from './words.ts';

export const guestNames = ['A', 'B'] as const;
export type GuestName = (typeof guestNames)[number];
export type Owner = GuestName | 'host';

/** Why the core left the guest: to do something for it and return, or to run another. */
export type Why = 'handled' | 'switch';

/** One event: an access by whoever runs, or a change of who runs, or of what may be kept. */
export type Deed =
  | { readonly kind: 'access'; readonly who: Owner; readonly process: number; readonly page: number }
  | { readonly kind: 'exit' | 'enter'; readonly guest: GuestName; readonly why: Why }
  | { readonly kind: 'cr3'; readonly guest: GuestName; readonly process: number }
  | { readonly kind: 'invept' }
  | { readonly kind: 'invvpid'; readonly guest: GuestName }
  | { readonly kind: 'remap'; readonly guest: GuestName };

/** A line of the trace, read. */
export type Line =
  | { readonly verb: 'run'; readonly guest: GuestName; readonly count: number }
  | { readonly verb: 'switch' | 'invvpid' | 'remap'; readonly guest: GuestName }
  | { readonly verb: 'exit' | 'cr3' | 'invept' };

const MOST_LINES = 200;
const MOST_ACCESSES = 2000;
const patterns: Readonly<Record<Line['verb'], RegExp>> = {
  run: /^run ([AB]) (\d{1,3})$/,
  switch: /^switch ([AB])$/,
  invvpid: /^invvpid ([AB])$/,
  remap: /^remap ([AB])$/,
  exit: /^exit$/,
  cr3: /^cr3$/,
  invept: /^invept$/,
};

export function readLine(line: string): Line | undefined {
  for (const [verb, pattern] of Object.entries(patterns) as [Line['verb'], RegExp][]) {
    const found = pattern.exec(line);
    if (!found) continue;
    const guest: GuestName = found[1] === 'B' ? 'B' : 'A';
    if (verb === 'run') return { verb, guest, count: Number(found[2]) };
    if (verb === 'switch' || verb === 'invvpid' || verb === 'remap') return { verb, guest };
    return { verb };
  }
  return undefined;
}

/** The words of each line, comments and idle spaces left out. */
export const linesOf = (text: string): readonly string[] =>
  text.split('\n').map((line) => line.replace(/#.*/, '').trim().replace(/\s+/g, ' '));

/** What is wrong in a trace: a word that is not known, or one that cannot be said where it stands. */
export function checkTrace(text: string): readonly SourceFault[] {
  const lines = linesOf(text);
  if (lines.length > MOST_LINES) return [{ line: MOST_LINES + 1, column: 1, message: say.long(MOST_LINES) }];
  let running: Owner = 'host';
  let total = 0;
  return lines.flatMap((words, i): SourceFault[] => {
    if (words === '') return [];
    const line = readLine(words);
    if (!line) return [{ line: i + 1, column: 1, message: say.unknown(words.split(' ')[0] ?? '') }];
    if (line.verb === 'run') total += line.count;
    if (total > MOST_ACCESSES) return [{ line: i + 1, column: 1, message: say.many(MOST_ACCESSES) }];
    const inHost = line.verb === 'invept' || line.verb === 'invvpid' || line.verb === 'remap';
    const isRunning = running !== 'host';
    if (inHost && isRunning) return [{ line: i + 1, column: 1, message: say.onlyHost(line.verb) }];
    if ((line.verb === 'cr3' || line.verb === 'exit') && !isRunning)
      return [{ line: i + 1, column: 1, message: say.onlyGuest(line.verb) }];
    if (line.verb === 'run' || line.verb === 'switch') running = line.guest;
    if (line.verb === 'exit') running = 'host';
    return [];
  });
}
