// @vitest-environment node
import { expect, test } from 'vitest';
import { checkFrontmatter } from '#tools/checkFrontmatter.ts';
import { GOOD, makeProject, refusal } from './author.ts';

const { root } = makeProject();
const lesson = 'content/en/03-memory/03-walk.mdx';
const check = (source: string, file = lesson) => checkFrontmatter(source, file, root);

test('a lesson says what it is, and what goes unsaid is filled in', () => {
  expect(check(GOOD)).toEqual({
    number: '3.3',
    title: 'The walk',
    summary: 'How an address is found.',
    question: 'How many reads does it take?',
    lab: 'two-dimensional-walk',
    minutes: 10,
    needs: ['memory/paging', '3.1'],
    objectives: ['count the reads'],
    edition: 1,
    draft: false,
    reading: [{ text: 'The manual', url: 'https://example.org/manual' }],
  });
});

test('a chapter says less', () => {
  const chapter = check('---\ntitle: Memory\nsummary: Whose is it?\n---\n', 'content/en/03-memory/index.mdx');
  expect(chapter).toEqual({ title: 'Memory', summary: 'Whose is it?' });
});

test.each([
  ['no frontmatter', 'Just text.', /mdx:1: must begin with its frontmatter/],
  ['a missing field', GOOD.replace(/title:.*\n/, ''), /mdx:1: title: is missing/],
  ['a field that there is not', GOOD.replace('minutes:', 'minuets:'), /mdx:7: minuets: is not a field .* "minutes"/],
  ['an empty title', GOOD.replace('The walk', "''"), /mdx:3: title: must not be empty/],
  ['a number without quotes', GOOD.replace("'3.3'", '3.3'), /mdx:2: number: must be text/],
  ['a number that is not its place', GOOD.replace("'3.3'", "'3.4'"), /mdx:2: number: must be '3.3'/],
  ['minutes in words', GOOD.replace('10', 'ten'), /mdx:7: minutes: must be a number/],
  [
    'a lab that there is not',
    GOOD.replace('dimensional-walk', 'dimensional-wakl'),
    /mdx:6: lab: there is no lab .* "two-dimensional-walk"/,
  ],
  [
    'a lesson that there is not',
    GOOD.replace('memory/paging', 'memory/pagign'),
    /mdx:8: needs: there is no lesson .* "memory\/paging"/,
  ],
  [
    'a reading that is no address',
    GOOD.replace('https://example.org/manual', 'the manual'),
    /mdx:11: reading\.0\.url: must be an address/,
  ],
  ['no objectives', GOOD.replace('\n  - count the reads', ' []'), /mdx:9: objectives: must name one/],
  ['broken YAML', GOOD.replace('summary: How', 'summary: [How'), /mdx:\d+: /],
])('%s is refused, with file, line and field', async (_, source, message) => {
  const said = await refusal(() => check(source));
  expect(said).toMatch(message);
  expect(said.startsWith(lesson)).toBe(true);
});

test('a file that stands where no lesson stands is told where one does', async () => {
  expect(await refusal(() => check(GOOD, 'content/en/03-memory/walk.mdx'))).toContain(
    '<nn>-<chapter>/<nn>-<lesson>.mdx',
  );
});
