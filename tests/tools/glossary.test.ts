// @vitest-environment node
import { expect, test } from 'vitest';
import { parseGlossary, readGlossary } from '#tools/glossary.ts';
import { refusal } from './author.ts';

const entry = (id: string, rest = 'see_also: []') =>
  `- id: ${id}\n  en: a\n  zh: 甲\n  abbr: null\n  definition_en: A.\n  definition_zh: 甲。\n  ${rest}\n`;

test('our glossary is whole', () => {
  expect(readGlossary('.').length).toBeGreaterThan(200);
});

test.each([
  ['a term twice', entry('a') + entry('a'), '"a" is there twice'],
  [
    'a term that leads nowhere',
    entry('first') + entry('b', 'see_also: [frist]'),
    'b: there is no entry "frist"; did you mean "first"?',
  ],
  ['a term without its Chinese', entry('a').replace(/ {2}zh: 甲\n/, ''), '0.zh'],
])('%s is refused', async (_, text, message) => {
  expect(await refusal(() => parseGlossary(text))).toContain(`content/glossary.yaml: ${message}`);
});
