import { readFileSync } from 'node:fs';
import type { Lab } from '#kit/lab.ts';
import { moveToWord } from '#kit/link.ts';
import { readableToText } from '#kit/reading.ts';
import type { Moves } from '#kit/run.ts';
import type { Locale } from '#kit/text.ts';
import { say } from '#kit/text.ts';

/** A run told to some place, ready to be written down. */
export interface Told {
  readonly lab: Lab;
  readonly id: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly moves: Moves;
  readonly state: unknown;
  /** Single moves and steps made. */
  readonly steps: number;
  /** Why nothing more happens: the machine is done, or the budget of steps is spent; null where it could go on. */
  readonly ended: 'finished' | 'budget' | null;
}

/** { lab, params, moves, steps, ended, caption, readings }: a line for each part and each reading, however long it is. */
export function runToJson({ lab, id, params, moves, state, steps, ended }: Told, locale: Locale): string {
  const readings = Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value] as const);
  const head = {
    lab: id,
    params,
    moves: moves.map(moveToWord).join(' '),
    steps,
    ended,
    caption: say(lab.caption(state), locale),
  };
  return `{\n${[...linesOf(Object.entries(head), '  '), `  "readings": {\n${linesOf(readings, '    ').join(',\n')}\n  }`].join(',\n')}\n}`;
}

const linesOf = (entries: readonly (readonly [string, unknown])[], indent: string): string[] =>
  entries.map(([name, value]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(value)}`);

/** The caption, then a line a reading, with its unit and source. */
export function runToText({ lab, state }: Told, locale: Locale): string {
  const lines = Object.values(lab.readings(state)).map(
    ({ label, value, unit, source, words }) =>
      `${say(label, locale)}: ${words ? say(words, locale) : readableToText(value)}${unit ? ` ${say(unit, locale)}` : ''}${source ? ` (${source})` : ''}`,
  );
  return [say(lab.caption(state), locale), ...lines].join('\n');
}

/** The picture on the wide sheet, as a file that carries its own colours. What draws is brought only where it is asked for. */
export async function runToSvg({ lab, state }: Told, locale: Locale): Promise<string> {
  const [{ JSDOM }, { plate }] = await Promise.all([import('jsdom'), import('#stage/plate.ts')]);
  const css = ['../stage/tokens.css', '../stage/plate.css'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  );
  return plate(new JSDOM('').window.document, lab.scene(state, 'wide'), 'wide', locale, css.join('\n'));
}
