import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { locales } from '#kit/text.ts';
import type { Claims } from '#quiz/claim.ts';
import { grade, needsLab } from '#quiz/grade.ts';
import { choiceOf } from '#quiz/predict.ts';
import type { Quiz } from '#quiz/question.ts';
import { machinesBeside } from '#stage/InlineLab.tsx';

const labs = import.meta.glob<Lab>('/src/labs/*/lab.ts', { import: 'default', eager: true });
const quizzes = Object.entries(import.meta.glob<Quiz>('/content/quizzes/*.ts', { import: 'default', eager: true }));
const claims = Object.entries(import.meta.glob<Claims>('/content/claims/*.ts', { import: 'default', eager: true }));
const labOf = (id: string | undefined): Lab | undefined => labs[`/src/labs/${id}/lab.ts`];

const filesIn = (locale: string): string[] =>
  readdirSync(`content/${locale}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();
const read = (locale: string, file: string): string => readFileSync(`content/${locale}/${file}`, 'utf8');
const frontOf = (text: string): Record<string, unknown> => parse(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '');
const bodyOf = (text: string): string => text.replace(/^---[\s\S]*?\r?\n---/, '');
const tagsOf = (text: string): string[] =>
  [...bodyOf(text).matchAll(/<([A-Z]\w*)([^>]*)>/g)].map(
    ([, name, rest = '']) =>
      `${name}${rest
        .replace(/ (ask|title)="[^"]*"/g, '')
        .replace(/\/$/, '')
        .trimEnd()}`,
  );

test('both languages have the same lessons', () => {
  for (const locale of locales) expect(filesIn(locale)).toEqual(filesIn('en'));
});

describe.each(filesIn('en'))('%s', (file) => {
  const [english, chinese] = [read('en', file), read('zh-CN', file)];

  test('the twins have the same tags and the same headings, and say the same facts in front', () => {
    // A sentence may put its words in another order; what it links to and defines is the same.
    expect(tagsOf(chinese).sort()).toEqual(tagsOf(english).sort());
    const headings = (text: string) => [...bodyOf(text).matchAll(/^(#+) /gm)].map(([, level]) => level);
    expect(headings(chinese)).toEqual(headings(english));
    const same = ({ number, lab, minutes, needs, edition, objectives, reading }: Record<string, unknown>) => ({
      number,
      lab,
      minutes,
      needs,
      edition,
      objectives: (objectives as [])?.length,
      reading: (reading as [])?.length,
    });
    expect(same(frontOf(chinese))).toEqual(same(frontOf(english)));
  });

  test('every moment, setting and goal it speaks of is the lab’s', () => {
    const own = frontOf(english).lab as string | undefined;
    for (const text of [english, chinese])
      for (const [tag] of text.matchAll(/<(?:Lab|Go)\b[^>]*>/g)) {
        // A lab in the text may be another than the lesson's own.
        const lab = labOf(/^<Lab\b[^>]* id="([^"]+)"/.exec(tag)?.[1] ?? own);
        for (const [, kind = '', words = ''] of tag.matchAll(/ (moment|goal|set|beside)="([^"]+)"/g)) {
          if (kind === 'moment') expect(Object.keys(lab?.moments ?? {})).toContain(words);
          else if (kind === 'goal') expect(Object.keys(lab?.goals ?? {})).toContain(words);
          else for (const link of machinesBeside(words)) expect(readRun(lab?.controls ?? {}, link).dropped).toEqual([]);
        }
      }
  });

  test('Chinese is written as Chinese: full-width stops, a space beside Latin letters, no “您”', () => {
    const prose = bodyOf(chinese)
      .replace(/```[\s\S]*?```/g, '')
      .replace(/`[^`]*`/g, '')
      .replace(/<[^>]+>/g, '');
    expect(prose.match(/您/g)).toBeNull();
    expect(prose.match(/\p{Script=Han}[,;:?!](?=\s|\p{Script=Han}|$)/gu)).toBeNull();
    expect(prose.match(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu)).toBeNull();
  });
});

describe.each(quizzes)('%s', (_path, quiz) => {
  const questions = Object.entries(quiz);

  test('has six questions or more, and every option of a choice has its reason in both languages', () => {
    expect(questions.length).toBeGreaterThanOrEqual(6);
    for (const [, question] of questions) {
      for (const locale of locales) expect(question.ask[locale] && question.why[locale]).toBeTruthy();
      if (question.kind !== 'choice') continue;
      expect(Object.values(question.options).some((option) => option.right)).toBe(true);
      for (const option of Object.values(question.options))
        for (const locale of locales) {
          expect(option.why?.[locale]).toBeTruthy();
          // The page has said so before the reason.
          expect(option.why?.[locale]).not.toMatch(/^(right|wrong|no)[:,;.]|^[对错][：，；。]/i);
        }
    }
  });

  test('a question that is answered in a lab names a goal of it, and the goal’s solution is right', () => {
    for (const [, question] of questions) {
      if (question.kind !== 'reach') continue;
      const lab = labOf(question.lab);
      const goal = lab?.goals[question.goal];
      expect(goal, `${question.lab} ${question.goal}`).toBeDefined();
      expect(grade(question, { kind: 'reach', run: goal?.solution ?? {} }, lab).right).toBe(true);
      expect(grade(question, { kind: 'reach', run: {} }, lab).right).toBe(false);
    }
  });

  test('a step to be predicted is one that its lab asks about, and what the step shows is among the options', () => {
    for (const [key, question] of questions) {
      if (question.kind !== 'predict') continue;
      const lab = labOf(question.lab);
      expect(readRun(lab?.controls ?? {}, question.at).dropped).toEqual([]);
      const choice = lab && choiceOf(question, lab);
      expect(choice, `${key}: ${question.lab} asks nothing there`).toBeDefined();
      const options = Object.entries(choice?.options ?? {});
      expect(options.filter(([, { right }]) => right)).toHaveLength(1);
      for (const [picked, { right }] of options)
        expect(grade(question, { kind: 'choice', picked: [picked] }, lab).right).toBe(right);
    }
  });

  test('the longest option is not the right one more often than chance and a half', () => {
    const choices = questions.flatMap(([, question]) =>
      question.kind === 'choice' ? [Object.values(question.options)] : [],
    );
    const words = (text: string | { en: string }) => (typeof text === 'string' ? text : text.en).length;
    const longestIsRight = choices.filter(
      (options) => options.reduce((a, b) => (words(b.text) > words(a.text) ? b : a)).right,
    ).length;
    expect(longestIsRight).toBeLessThanOrEqual(Math.ceil(choices.length / 2));
  });
});

test.each(claims)(
  '%s: each claim has a verdict, a reason in both languages and, where it does not hold, a reference',
  (_path, list) => {
    expect(list.length).toBeGreaterThan(2);
    for (const claim of list) {
      for (const locale of locales) expect(claim.claim[locale] && claim.why[locale]).toBeTruthy();
      expect(claim.references.length).toBeGreaterThan(0);
      expect(claim.quote).toMatch(/\p{Script=Han}/u);
    }
  },
);

const used = (tag: string) =>
  new Set(
    filesIn('en').flatMap((file) =>
      [...read('en', file).matchAll(new RegExp(`<${tag} id="([^"]+)"`, 'g'))].map(([, id = '']) => id),
    ),
  );
const there = (folder: string) => new Set(readdirSync(`content/${folder}`).map((name) => name.replace(/\.ts$/, '')));
const chapters = new Set(readdirSync('content/en').map((folder) => folder.replace(/^\d+-/, '')));

test('every list of claims is used by a lesson, every quiz by a lesson, a chapter or the placement page, and what is used exists', () => {
  expect(used('Claims')).toEqual(there('claims'));
  const ofChapters = [...there('quizzes')].filter((id) => !used('Quiz').has(id) && id !== 'placement');
  expect(new Set([...used('Quiz'), ...ofChapters, 'placement'])).toEqual(there('quizzes'));
  for (const id of ofChapters) expect(chapters).toContain(id);
  for (const id of used('Quiz')) expect(chapters).not.toContain(id);
});

const ofChapter = quizzes.filter(([file]) => chapters.has(file.split('/').at(-1)?.slice(0, -3) ?? ''));

test.each(ofChapter)('%s: twelve questions or more, a third of them answered by running a machine', (file, quiz) => {
  const questions = Object.values(quiz);
  expect(questions.length).toBeGreaterThanOrEqual(12);
  expect(questions.filter(needsLab).length).toBeGreaterThanOrEqual(questions.length / 3);
  const chapter = file.split('/').at(-1)?.slice(0, -3);
  const objectives = filesIn('en')
    .filter((name) => name.replace(/^\d+-/, '').startsWith(`${chapter}/`) && !name.endsWith('index.mdx'))
    .flatMap((name) => frontOf(read('en', name)).objectives as string[]);
  for (const { objective = 1 } of questions) expect(objectives[objective - 1]).toBeDefined();
});

test('links inside the site lead to lessons that exist, or to the catalogue of systems', () => {
  const lessons = filesIn('en').map((file) => `/${file.replace(/\d+-/g, '').replace(/\.mdx$/, '')}`);
  const ids = new Set([...lessons, '/systems']);
  for (const locale of locales)
    for (const file of filesIn(locale))
      for (const [, href = ''] of bodyOf(read(locale, file)).matchAll(/\]\((\/[^)#]+)/g))
        expect(ids).toContain(href.replace(/\/$/, ''));
});

test('what a lesson needs is a lesson, or the number of one that is not written yet', () => {
  for (const file of filesIn('en')) {
    for (const need of (frontOf(read('en', file)).needs as string[] | undefined) ?? []) {
      if (/^\d\.\d$/.test(need)) continue;
      const [chapter, name] = need.split('/');
      expect(
        readdirSync('content/en').some(
          (folder) =>
            folder.endsWith(`-${chapter}`) &&
            readdirSync(`content/en/${folder}`).some((each) => each.endsWith(`-${name}.mdx`)),
        ),
      ).toBe(true);
    }
  }
});

test('the glossary says every term in both languages', () => {
  expect(existsSync('content/glossary.yaml')).toBe(true);
  for (const entry of parse(readFileSync('content/glossary.yaml', 'utf8')) as Record<string, string>[])
    for (const field of ['id', 'en', 'zh', 'definition_en', 'definition_zh'])
      expect(entry[field], `${entry.id} ${field}`).toBeTruthy();
});
