import { existsSync, readFileSync } from 'node:fs';
import type { Code, Parents, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { inProject } from './content.ts';
import { fault } from './fault.ts';
import { figureFile } from './fence.ts';

/** ```mermaid fences become <Figure svg title>, holding the drawing that `npm run figures` keeps in content/figures. */
export const remarkFigures =
  (root: string) =>
  () =>
  (tree: Root, { path: file }: { path: string }) => {
    const visit = (node: Parents): void => {
      node.children.forEach((child, i) => {
        if (child.type === 'code' && child.lang === 'mermaid') {
          node.children[i] = figure(child, inProject(root, file), root);
        } else if ('children' in child) visit(child);
      });
    };
    visit(tree);
  };

function figure(fence: Code, file: string, root: string): MdxJsxFlowElement {
  const line = fence.position?.start.line ?? 1;
  const title = /\btitle="([^"]+)"/.exec(fence.meta ?? '')?.[1];
  if (!title) throw fault(file, line, 'a figure says what it shows: ```mermaid title="…"');
  const drawing = figureFile(root, fence.value);
  if (!existsSync(drawing))
    throw fault(file, line, 'this figure is not drawn yet, or was edited since: npm run figures');
  const label = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const svg = readFileSync(drawing, 'utf8')
    .trim()
    .replace('<svg ', () => `<svg role="img" aria-label="${label}" `);
  return {
    type: 'mdxJsxFlowElement',
    name: 'Figure',
    attributes: Object.entries({ svg, title }).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    children: [],
    ...(fence.position && { position: fence.position }),
  };
}
