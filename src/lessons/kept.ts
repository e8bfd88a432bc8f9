import type { Link } from '#kit/run.ts';
import type { Answer } from '#quiz/question.ts';

/** What is kept between visits: answers by `memory/two-dimensional-walk#question-key`, and the lessons read. */
export interface Kept {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly read: readonly string[];
}
export const nothingKept: Kept = { answers: {}, read: [] };

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);

/** An answer of a kind we know. By hand, as every page carries this and a library for it would weigh more than the quiz. */
function parseAnswer(value: unknown): Answer | undefined {
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

/** What can be used of a stored text, and whether anything in it could not. */
export function parseKept(text: string): { kept: Kept; rubbish: boolean } {
  const stored = parseJson(text);
  const state = isFields(stored) ? stored.state : undefined;
  const { answers, read } = isFields(state) ? state : {};
  if (!isFields(answers) || !Array.isArray(read)) return { kept: nothingKept, rubbish: true };
  const entries = Object.entries(answers).map(([key, value]) => [key, parseAnswer(value)] as const);
  const good = entries.filter((entry): entry is [string, Answer] => entry[1] !== undefined);
  const lessons = read.filter(isText);
  const rubbish = good.length < entries.length || lessons.length < read.length;
  return { kept: { answers: Object.fromEntries(good), read: lessons }, rubbish };
}
