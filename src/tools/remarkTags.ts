import type { Nodes, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { claimIds, inProject, labIds, partsOf, quizIds } from './content.ts';
import { fault, nearest, unknown } from './fault.ts';
import { type GlossaryEntry, termProps } from './glossary.ts';

type Tag = MdxJsxFlowElement | MdxJsxTextElement;
/** The tags an author may write; what they show is src/lessons/tags.tsx. */
const TAGS = ['Lab', 'Go', 'Quiz', 'Term', 'Note', 'Claims', 'Figure', 'Answer'];
const PLAIN_TAGS = ['kbd', 'sub', 'sup', 'br'];
/** What the tags that show or move a lab can be told. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  Lab: ['id', 'moment', 'set', 'beside'],
  Go: ['moment', 'set', 'goal'],
};
/** The tags whose `id` names something, and where those things are. */
const NAMED: Readonly<Record<string, { what: string; ids(root: string): string[] }>> = {
  Lab: { what: 'lab', ids: labIds },
  Quiz: { what: 'quiz', ids: quizIds },
  Claims: { what: 'list of claims', ids: claimIds },
};

const attribute = (name: string, value: string): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value });
const idOf = (tag: Tag): string | undefined => {
  const id = tag.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === 'id');
  return typeof id?.value === 'string' ? id.value : undefined;
};

export interface TagOptions {
  readonly root: string;
  glossary(): readonly GlossaryEntry[];
}

/** Refuses what a lesson may not hold, and gives every <Term> its words and definition in the lesson's language. */
export const remarkTags =
  (options: TagOptions) =>
  () =>
  (tree: Root, { path: file }: { path: string }) => {
    const name = inProject(options.root, file);
    const locale = partsOf(name)?.locale ?? 'en';
    const visit = (node: Nodes): void => {
      refuseCode(node, name);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') checkTag(node, name, locale, options);
      if ('children' in node) node.children.forEach(visit);
    };
    visit(tree);
  };

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

/** Lessons are words: a stray brace is a mistake, and what a lesson needs it is given. Comments are welcome. */
function refuseCode(node: Nodes, file: string): void {
  if (node.type === 'mdxjsEsm') throw fault(file, lineOf(node), 'a lesson imports and exports nothing');
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return;
  if (!/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)) throw fault(file, lineOf(node), 'for a brace in the text write \\{');
}

function checkTag(tag: Tag, file: string, locale: string, { root, glossary }: TagOptions): void {
  const name = tag.name ?? '';
  const line = lineOf(tag);
  if (![...TAGS, ...PLAIN_TAGS].includes(name)) {
    throw fault(file, line, `there is no tag <${name}>; did you mean <${nearest(name, TAGS)}>? (${TAGS.join(', ')})`);
  }
  refuseUntold(tag, file, line);
  const id = idOf(tag);
  const named = NAMED[name];
  if ((named || name === 'Term') && id === undefined) throw fault(file, line, `<${name}> must have an id="…"`);
  if (id === undefined) return;
  if (named && !named.ids(root).includes(id)) throw fault(file, line, unknown(named.what, id, named.ids(root)));
  if (name === 'Term') tag.attributes.push(...termAttributes(id, file, line, locale, glossary()));
}

function refuseUntold({ name, attributes }: Tag, file: string, line: number): void {
  const known = TOLD[name ?? ''];
  for (const each of known ? attributes : [])
    if (each.type !== 'mdxJsxAttribute' || !known?.includes(each.name))
      throw fault(file, line, `<${name}> takes ${known?.map((word) => `${word}="…"`).join(', ')} and nothing else`);
}

function termAttributes(id: string, file: string, line: number, locale: string, glossary: readonly GlossaryEntry[]) {
  const entry = glossary.find((e) => e.id === id);
  if (!entry) {
    const ids = glossary.map((e) => e.id);
    throw fault(file, line, `content/glossary.yaml: ${unknown('entry', id, ids)}`);
  }
  return Object.entries(termProps(entry, locale)).map(([name, value]) => attribute(name, value));
}
