import { readFileSync } from 'node:fs';
import type { Lab } from '#kit/lab.ts';
import { moveToWord } from '#kit/link.ts';
import { readingToText } from '#kit/reading.ts';
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

/**
 * { lab, params, moves, steps, ended, caption, readings }: a line for each part
 * and each reading, in pieces, since a reading may be a hundred megabytes long.
 */
export function runToJson({ lab, id, params, moves, state, steps, ended }: Told, locale: Locale): readonly string[] {
  const caption = say(lab.caption(state), locale);
  const head = { lab: id, params, moves: moves.map(moveToWord).join(' '), steps, ended, caption };
  const parts = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  const readings = Object.entries(lab.readings(state)).flatMap(([name, { value }], i) => [
    `${i ? ',' : ''}\n    ${JSON.stringify(name)}: `,
    JSON.stringify(value),
  ]);
  return ['{\n', ...parts, '  "readings": {', ...readings, '\n  }\n}\n'];
}

/** The caption, then a line a reading, with its unit and source. */
export function runToText({ lab, state }: Told, locale: Locale): string {
  const lines = Object.values(lab.readings(state)).map(
    (reading) =>
      `${say(reading.label, locale)}: ${readingToText(reading, locale)}${reading.source ? ` (${say(reading.source, locale)})` : ''}`,
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
