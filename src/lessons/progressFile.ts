import type { Text } from '#kit/text.ts';
import type { Answer } from '#quiz/question.ts';
import { isFields, type Kept, parseAnswer } from './kept.ts';

/** How a file of progress says what it is; its version is raised when what it holds changes its meaning. */
const FORMAT = 'hypervisible-progress';
const VERSION = 1;
const FIELDS = ['format', 'version', 'saved', 'answers', 'read', 'tried'];

/** More than a file, a list, a key or a word of any reader's will ever hold. */
export const MOST = { letters: 2_000_000, answers: 5_000, list: 2_000, key: 200, items: 100, word: 200, names: 60 };

const PAGE = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
const TRIED = /^[a-z0-9-]+(#[\w-]+)?$/;
const ANSWER = /^[a-z0-9-]+(\/[a-z0-9-]+)*#[\w-]+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is kept, as a file. `saved` is the day, `2026-11-21`. */
export const writeKept = (kept: Kept, saved: string): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, saved, ...pick(kept) }, null, 1)}\n`;

const pick = ({ answers, read, tried }: Kept): Kept => ({ answers, read, tried });

/** What a file holds, or why it is refused: nothing of a file with a fault is used. */
export type ReadFile =
  | { readonly kept: Kept; readonly saved: string; readonly fault?: undefined }
  | { readonly fault: Text };

/** Carries what is said of a fault up to `readKept`. */
class Refused extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
function refuse(en: string, zh: string): never {
  throw new Refused({ en, 'zh-CN': zh });
}
/** A name from the file, short enough to be read out. */
const named = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** Reads a file of progress. Every field is checked; what is wrong is said, with its place. */
export function readKept(text: string): ReadFile {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Refused) return { fault: error.text };
    throw error;
  }
}

function parse(text: string): ReadFile {
  if (text.length > MOST.letters)
    refuse(
      `The file is larger than ${MOST.letters / 1_000_000} million letters; no progress is that long.`,
      `文件超过 ${MOST.letters / 10_000} 万字，进度文件不会这么长。`,
    );
  const file = json(text);
  if (!isFields(file) || file.format !== FORMAT)
    return refuse(
      `This is not a file of progress: it does not say "format": "${FORMAT}".`,
      `这不是进度文件：里面没有 "format": "${FORMAT}"。`,
    );
  if (file.version !== VERSION)
    refuse(
      `version: this site reads version ${VERSION}, and the file is of version ${named(String(file.version))}.`,
      `version：本站能读第 ${VERSION} 版，而这个文件是第 ${named(String(file.version))} 版。`,
    );
  const odd = Object.keys(file).find((name) => !FIELDS.includes(name));
  if (odd !== undefined)
    refuse(
      `${named(odd)}: a file of progress has no such field; it has ${FIELDS.join(', ')}.`,
      `${named(odd)}：进度文件没有这个字段，只有 ${FIELDS.join('、')}。`,
    );
  const { saved } = file;
  if (typeof saved !== 'string' || !DAY.test(saved))
    return refuse('saved: must be a day, such as "2026-11-21".', 'saved：应为日期，例如 "2026-11-21"。');
  return {
    saved,
    kept: {
      answers: answersOf(file.answers),
      read: listOf('read', file.read, PAGE, 'memory/shadow-paging'),
      tried: listOf('tried', file.tried, TRIED, 'shadow-and-nested#in-step'),
    },
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = Number(/position (\d+)/.exec(String(error))?.[1] ?? Number.NaN);
    const before = text.slice(0, place).split('\n');
    const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
    const [en, zh] = Number.isNaN(place)
      ? ['', '']
      : [`Line ${line}, column ${column}: `, `第 ${line} 行第 ${column} 列：`];
    return refuse(
      `${en}this is not JSON. Take the file as it was saved here.`,
      `${zh}这里不是 JSON。请使用从本站导出的原文件。`,
    );
  }
}

function listOf(name: 'read' | 'tried', value: unknown, pattern: RegExp, example: string): readonly string[] {
  if (!Array.isArray(value) || value.length > MOST.list)
    return refuse(
      `${name}: must be a list of at most ${MOST.list} names.`,
      `${name}：应为列表，最多 ${MOST.list} 项。`,
    );
  const place = value.findIndex((id) => typeof id !== 'string' || id.length > MOST.key || !pattern.test(id));
  if (place >= 0)
    refuse(
      `${name}[${place}]: must be a name such as "${example}".`,
      `${name}[${place}]：应为名称，例如 "${example}"。`,
    );
  return [...new Set(value as string[])];
}

function answersOf(value: unknown): Kept['answers'] {
  if (!isFields(value) || Object.keys(value).length > MOST.answers)
    return refuse(
      `answers: must be an object of at most ${MOST.answers} answers.`,
      `answers：应为对象，最多 ${MOST.answers} 个答案。`,
    );
  return Object.fromEntries(Object.entries(value).map(([key, answer]) => [key, answerOf(key, answer)]));
}

/** The fields of each kind of answer, besides its kind. */
const fields: Readonly<Record<Answer['kind'], string>> = {
  choice: 'picked',
  number: 'value',
  order: 'order',
  reach: 'run',
};

function answerOf(key: string, value: unknown): Answer {
  if (key.length > MOST.key || !ANSWER.test(key))
    refuse(
      `answers: "${named(key)}" must be a page and a question, such as "memory/shadow-paging#who-writes".`,
      `answers："${named(key)}" 应为页面加题目，例如 "memory/shadow-paging#who-writes"。`,
    );
  const answer = parseAnswer(value);
  const own = answer && Object.keys(value as object).every((name) => name === 'kind' || name === fields[answer.kind]);
  if (!answer || !own || !isBounded(answer))
    return refuse(
      `answers: "${named(key)}" is not an answer: a choice has picked, a number its value, an order its order, a lab its run.`,
      `answers："${named(key)}" 不是答案：选择题要有 picked，数值题要有 value，排序题要有 order，实验题要有 run。`,
    );
  return answer;
}

function isBounded(answer: Answer): boolean {
  const short = (words: readonly string[]) =>
    words.length <= MOST.items && words.every((word) => word.length <= MOST.word);
  switch (answer.kind) {
    case 'choice':
      return short(answer.picked);
    case 'order':
      return short(answer.order);
    case 'number':
      return true;
    case 'reach': {
      // A run may hold a whole program; the file itself bounds its length.
      const names = Object.keys(answer.run);
      return names.length <= MOST.names && names.every((name) => name.length <= MOST.word);
    }
  }
}
