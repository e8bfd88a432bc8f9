// @vitest-environment node
import { expect, test } from 'vitest';
import { createCompiler } from '#tools/compileMdx.ts';
import { figureFile } from '#tools/fence.ts';
import { readGlossary } from '#tools/glossary.ts';
import { GOOD, makeProject, refusal } from './author.ts';

const { root, write } = makeProject();
const lesson = 'content/en/03-memory/03-walk.mdx';
const compile = createCompiler({ root, glossary: () => readGlossary(root) });
const compiled = (text: string, file = lesson) => compile(GOOD + text, write(file, GOOD + text));
/** The line after the frontmatter. */
const first = GOOD.split('\n').length;

test('headings get ids, tables are tables, and the frontmatter is not text', async () => {
  const code = await compiled('## Count it\n\n| a | b |\n| - | - |\n| 1 | 2 |\n');
  expect(code).toContain('id: "count-it"');
  expect(code).toContain('_components.table');
  expect(code).not.toContain('How many reads');
});

test('a term carries its words in the language of the lesson, and no other entry', async () => {
  expect(await compiled('The <Term id="ept">tables</Term>.')).toMatch(
    /word: "extended page tables",\s+other: "扩展页表",\s+definition: "The second set of tables\.",\s+abbr: "EPT"/,
  );
  const chinese = await compiled('<Term id="ept" />', 'content/zh-CN/03-memory/03-walk.mdx');
  expect(chinese).toMatch(/word: "扩展页表",\s+other: "extended page tables",\s+definition: "第二套页表。"/);
});

test('a figure is its drawing and its title, and not a word of Mermaid', async () => {
  const source = 'flowchart TB\n  a --> b';
  write(figureFile('', source), '<svg viewBox="0 0 1 1"></svg>\n');
  const code = await compiled(`\`\`\`mermaid title="Who & whom"\n${source}\n\`\`\`\n`);
  expect(code).toContain(`svg: "<svg role=\\"img\\" aria-label=\\"Who &amp; whom\\" viewBox=\\"0 0 1 1\\"></svg>"`);
  expect(code).not.toContain('flowchart');
});

test.each([
  ['an unknown tag', '<Labb id="walk" />', 0, 'there is no tag <Labb>; did you mean <Lab>?'],
  ['a tag of HTML', 'one\n\n<script>alert(1)</script>', 2, 'there is no tag <script>'],
  ['an unknown lab', '<Lab id="walk" />', 0, 'there is no lab "walk"; did you mean "two-dimensional-walk"?'],
  ['an unknown quiz', 'one\n<Quiz id="wakl" />', 1, 'there is no quiz "wakl"; did you mean "walk"?'],
  ['unknown claims', '<Claims id="walks" />', 0, 'there is no list of claims "walks"; did you mean "walk"?'],
  [
    'what a tag would pass over',
    '<Lab id="two-dimensional-walk" guestPage="2M" />',
    0,
    '<Lab> takes id="…", moment="…", set="…", beside="…" and nothing else',
  ],
  ['a quiz without a name', '<Quiz />', 0, '<Quiz> must have an id="…"'],
  [
    'an unknown term',
    'one\n\ntwo <Term id="etp">x</Term>',
    2,
    'content/glossary.yaml: there is no entry "etp"; did you mean "ept"?',
  ],
  ['an import', "import x from './x.ts'", 0, 'a lesson imports and exports nothing'],
  ['a brace', 'a set {1, 2}', 0, 'for a brace in the text write \\{'],
  ['a figure without a title', '```mermaid\nflowchart TB\n```', 0, 'a figure says what it shows'],
  [
    'a figure not drawn',
    '```mermaid title="x"\nflowchart TB\n  c --> d\n```',
    0,
    'this figure is not drawn yet, or was edited since: npm run figures',
  ],
  ['a tag left open', 'one\n\n<Note>two', 2, 'Expected a closing tag for `<Note>`'],
])('%s is refused, with file and line', async (_, text, line, message) => {
  expect(await refusal(() => compiled(text))).toContain(`${lesson}:${first + line}: ${message}`);
});

test('a comment is welcome', async () => {
  expect(await refusal(() => compiled('{/* for translators */}'))).toBe('it was not refused');
});
