import { expect, test } from 'vitest';
import { findTerms, sortTerms } from '#app/findTerms.ts';
import type { GlossaryEntry } from '#lessons/glossary.ts';

const entry = (id: string, en: string, zh: string, abbr: string | null = null): GlossaryEntry => ({
  id,
  en,
  zh,
  abbr,
  definition_en: '',
  definition_zh: '',
  see_also: [],
});
const entries = [
  entry('guest', 'guest', '客户机'),
  entry('ept', 'extended page tables', '扩展页表', 'EPT'),
  entry('bridge', 'bridge', '网桥'),
];
const ids = (found: readonly GlossaryEntry[]) => found.map(({ id }) => id);

test('English stands by letters, Chinese by pinyin', () => {
  expect(ids(sortTerms(entries, 'en'))).toEqual(['bridge', 'ept', 'guest']);
  expect(ids(sortTerms(entries, 'zh-CN'))).toEqual(['guest', 'ept', 'bridge']);
});

test('a term is found by either word or its abbreviation, in any case and any width', () => {
  for (const asked of ['ept', 'ＥＰＴ', ' Page T', '页表']) expect(ids(findTerms(entries, asked))).toEqual(['ept']);
  expect(findTerms(entries, '')).toHaveLength(3);
  expect(findTerms(entries, '(')).toEqual([]);
});
