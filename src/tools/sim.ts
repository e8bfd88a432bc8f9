/**
 * `npm run -s sim -- <lab> …`: any lab, from a terminal, with no screen at all.
 * Bad input ends with status 2 and one line that says what was wrong and what would be right.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Controls, type ParamsOf, readValue, type Value } from '#kit/controls.ts';
import { type Lab, usualBudget } from '#kit/lab.ts';
import { MOST_STEPS, moveToWord, readRun } from '#kit/link.ts';
import { offers, stepOn, stepTimes } from '#kit/replay.ts';
import type { Moves } from '#kit/run.ts';
import { isLocale, type Locale, locales } from '#kit/text.ts';
import { runToJson, runToSvg, runToText, type Told } from './told.ts';

/** The longest file that --source reads, in characters: a trace of a million lines fits. */
const LONGEST_FILE = 2 ** 26;

/** What the person at the terminal got wrong. */
class Wrong extends Error {}

const labsFolder = new URL('../labs/', import.meta.url);
const labIds = readdirSync(labsFolder).filter((id) => existsSync(new URL(`${id}/lab.ts`, labsFolder)));

const usage =
  "npm run -s sim -- <lab> [--moment NAME] [--set control=value]… [--source control=FILE] [--moves 'TEXT'] [--to-end | --steps N] [--format json|text|svg] [--locale L], or: npm run -s sim -- list";

const loadLab = async (id: string): Promise<Lab> => {
  if (!labIds.includes(id)) throw new Wrong(`no lab is called “${id}”; there are: ${labIds.join(', ')}`);
  const { default: lab }: { default: Lab } = await import(new URL(`${id}/lab.ts`, labsFolder).href);
  return lab;
};

async function list(): Promise<string> {
  const lines: string[] = [];
  for (const id of labIds) {
    const lab = await loadLab(id);
    lines.push(`${id}: ${lab.title.en}`);
    for (const [name, control] of Object.entries(lab.controls)) {
      const values =
        control.kind === 'choice'
          ? Object.keys(control.options).join('|')
          : control.kind === 'range'
            ? `${control.min}…${control.max}`
            : control.kind === 'switch'
              ? 'true|false'
              : `text (${control.language})`;
      lines.push(`  --set ${name}=${values}`);
    }
    lines.push(`  moments: ${Object.keys(lab.moments).join(', ')}`, `  goals: ${Object.keys(lab.goals).join(', ')}`);
  }
  return lines.join('\n');
}

function splitPair(word: string, option: string): [string, string] {
  const at = word.indexOf('=');
  if (at < 1) throw new Wrong(`${option} ${word}: it takes control=value`);
  return [word.slice(0, at), word.slice(at + 1)];
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Wrong(`cannot read the file ${path}`);
  }
}

/** The settings: the moment's, then what --set and --source say. */
function settle(
  lab: Lab,
  params: ParamsOf<Controls>,
  set: readonly string[],
  source: readonly string[],
): ParamsOf<Controls> {
  const settings: Record<string, Value> = { ...params };
  const pairs = [
    ...set.map((word) => splitPair(word, '--set')),
    ...source.map((word) => splitPair(word, '--source')).map(([name, file]) => [name, readFile(file)] as const),
  ];
  for (const [name, word] of pairs) {
    const control = Object.hasOwn(lab.controls, name) ? lab.controls[name] : undefined;
    if (!control) throw new Wrong(`there is no control “${name}”; there are: ${Object.keys(lab.controls).join(', ')}`);
    const read = readValue(control, word, LONGEST_FILE);
    if ('fault' in read)
      throw new Wrong(
        control.kind === 'source' ? `${name}: ${read.fault.en}` : `${name}=${word}: it takes ${read.fault.en}`,
      );
    settings[name] = read.value;
  }
  return settings as ParamsOf<Controls>;
}

/** Makes the moves one by one; unlike a shared link, a move that is not offered is an error here. */
function tell(lab: Lab, params: ParamsOf<Controls>, moves: Moves): { state: unknown; steps: number } {
  let state = lab.model.init(params);
  let steps = 0;
  for (const move of moves) {
    if (typeof move === 'number') state = stepTimes(lab, state, move);
    else if (!lab.model.act || !offers(lab, state, move))
      throw new Wrong(
        `the move “${moveToWord(move)}” is not offered after ${steps} moves and steps; offered are: ${offered(lab, state)}`,
      );
    else state = lab.model.act(state, move as never);
    steps += typeof move === 'number' ? move : 1;
  }
  return { state, steps };
}

const offered = (lab: Lab, state: unknown): string =>
  [...new Set(lab.scene(state, 'wide').flatMap(({ move }) => (move ? [moveToWord(move)] : [])))].join(' ') || 'none';

function readMoves(text: string): Moves {
  const { run, dropped } = readRun({}, { moves: text });
  if (dropped[0]) throw new Wrong(`--moves ${text}: it takes ${dropped[0].right.en}`);
  return run.moves;
}

function readSteps(word: string): number {
  if (!/^\d{1,7}$/.test(word) || Number(word) > MOST_STEPS)
    throw new Wrong(`--steps ${word}: it takes a whole number up to ${MOST_STEPS}`);
  return Number(word);
}

const options = {
  moment: { type: 'string' },
  set: { type: 'string', multiple: true },
  source: { type: 'string', multiple: true },
  moves: { type: 'string' },
  'to-end': { type: 'boolean' },
  steps: { type: 'string' },
  format: { type: 'string' },
  locale: { type: 'string' },
} as const;

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length !== 1) throw new Wrong(`usage: ${usage}`);
    return { values, id: String(positionals[0]) };
  } catch (error) {
    throw new Wrong(
      error instanceof Wrong ? error.message : `${(error as Error).message.split('\n')[0]}; usage: ${usage}`,
    );
  }
}

async function main(): Promise<readonly string[]> {
  const { values, id } = readArguments();
  if (id === 'list') return [await list(), '\n'];
  const lab = await loadLab(id);
  const moment = values.moment === undefined ? {} : lab.moments[values.moment];
  if (!moment)
    throw new Wrong(`${id} has no moment “${values.moment}”; there are: ${Object.keys(lab.moments).join(', ')}`);
  const format = values.format ?? 'json';
  if (!['json', 'text', 'svg'].includes(format)) throw new Wrong(`--format ${format}: it takes json, text or svg`);
  const locale: Locale | undefined = isLocale(values.locale ?? 'en') ? ((values.locale ?? 'en') as Locale) : undefined;
  if (!locale) throw new Wrong(`--locale ${values.locale}: it takes ${locales.join(' or ')}`);
  const opened = readRun(lab.controls, moment).run;
  const params = settle(lab, opened.params, values.set ?? [], values.source ?? []);
  const moves = values.moves === undefined ? opened.moves : readMoves(values.moves);
  const { state, steps } = tell(lab, params, moves);
  const limit = values['to-end']
    ? (lab.budget ?? usualBudget)
    : values.steps === undefined
      ? Math.max(0, opened.at - steps)
      : readSteps(values.steps);
  const { state: last, made } = stepOn(lab, state, limit);
  const ended = made < limit || lab.model.step(last) === last;
  const told: Told = {
    lab,
    id,
    params,
    moves,
    state: last,
    steps: steps + made,
    ended: ended ? 'finished' : values['to-end'] ? 'budget' : null,
  };
  if (format === 'svg') return [await runToSvg(told, locale)];
  return format === 'text' ? [runToText(told, locale), '\n'] : runToJson(told, locale);
}

// Whoever reads this may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
try {
  for (const piece of await main()) process.stdout.write(piece);
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  process.stderr.write(`sim: ${error.message}\n`);
  process.exitCode = 2;
}
