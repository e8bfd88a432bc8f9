import type { Link } from '#kit/run.ts';
import type { Answer } from '#quiz/question.ts';

/** What is kept between visits: answers by `memory/two-dimensional-walk#question-key`, the lessons read, and what was tried. */
export interface Kept {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly read: readonly string[];
  /** Labs that were run, `two-dimensional-walk`, and goals reached in them, `two-dimensional-walk#cold`. */
  readonly tried: readonly string[];
}
export const nothingKept: Kept = { answers: {}, read: [], tried: [] };

/**
 * One thing that is kept, as storage holds it: `answer/<page>#<question>`,
 * `read/<lesson>` or `tried/<lab>`, and its text; undefined takes it away.
 * Each has an entry of its own, so that two tabs never write over each other.
 */
export type Entry = readonly [name: string, text: string | undefined];
const THERE = '1';
const ENTRY = /^(answer|read|tried)\/(.+)$/s;

export const answerEntry = (key: string, answer?: Answer): Entry => [`answer/${key}`, answer && JSON.stringify(answer)];
export const listEntry = (list: 'read' | 'tried', id: string, isIn = true): Entry => [
  `${list}/${id}`,
  isIn ? THERE : undefined,
];

/** Everything that is kept, entry by entry. */
export const entriesOf = ({ answers, read, tried }: Kept): readonly Entry[] => [
  ...Object.entries(answers).map(([key, answer]) => answerEntry(key, answer)),
  ...read.map((id) => listEntry('read', id)),
  ...tried.map((id) => listEntry('tried', id)),
];

/** What is kept once these entries are taken in, and whether any could not be read. Answers that stay are the very same. */
export function takeIn(kept: Kept, entries: Iterable<Entry>): { kept: Kept; rubbish: boolean } {
  const answers = new Map(Object.entries(kept.answers));
  const lists = { read: new Set(kept.read), tried: new Set(kept.tried) };
  let rubbish = false;
  for (const [name, text] of entries) {
    const [, kind, id = ''] = ENTRY.exec(name) ?? [];
    if (kind === 'read' || kind === 'tried') lists[kind][text === undefined ? 'delete' : 'add'](id);
    else if (kind === 'answer' && text === undefined) answers.delete(id);
    else {
      const answer = kind === 'answer' ? parseAnswer(parseJson(text ?? '')) : undefined;
      if (answer) answers.set(id, answer);
      else rubbish = true;
    }
  }
  return { kept: { answers: Object.fromEntries(answers), read: [...lists.read], tried: [...lists.tried] }, rubbish };
}

type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** An answer of a kind we know. By hand, as every page carries this and a library for it would weigh more than the quiz. */
export function parseAnswer(value: unknown): Answer | undefined {
  if (!isFields(value)) return undefined;
  const { kind, picked, value: number, order, run } = value;
  if (kind === 'choice' && isTexts(picked)) return { kind, picked };
  if (kind === 'number' && Number.isFinite(number)) return { kind, value: Number(number) };
  if (kind === 'order' && isTexts(order)) return { kind, order };
  if (kind === 'reach' && isFields(run) && isTexts(Object.values(run))) return { kind, run: run as Link };
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What can be used of a text of version 1, which held everything in one, and whether anything in it could not. */
export function parseFirst(text: string): { kept: Kept; rubbish: boolean } {
  const stored = parseJson(text);
  const state = isFields(stored) ? stored.state : undefined;
  const { answers, read } = isFields(state) ? state : {};
  if (!isFields(answers) || !Array.isArray(read)) return { kept: nothingKept, rubbish: true };
  const entries = Object.entries(answers).map(([key, value]) => [key, parseAnswer(value)] as const);
  const good = entries.filter((entry): entry is [string, Answer] => entry[1] !== undefined);
  const lessons = read.filter(isText);
  const rubbish = good.length < entries.length || lessons.length < read.length;
  return { kept: { answers: Object.fromEntries(good), read: lessons, tried: [] }, rubbish };
}
