import { createProcessor } from '@mdx-js/mdx';
import rehypeSlug from 'rehype-slug';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { inProject } from './content.ts';
import { fault } from './fault.ts';
import { remarkFigures } from './remarkFigures.ts';
import { remarkTags, type TagOptions } from './remarkTags.ts';

/** MDX says where it stumbled in its own fields; we say it as we say everything else. */
function withPlace(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('reason' in error)) return error;
  const line = 'line' in error && typeof error.line === 'number' ? error.line : 1;
  return fault(file, line, String(error.reason));
}

/** Makes what turns the text of a lesson into the code of a component, or says where it is wrong. */
export function createCompiler(options: TagOptions): (source: string, file: string) => Promise<string> {
  const processor = createProcessor({
    remarkPlugins: [remarkFrontmatter, remarkGfm, remarkFigures(options.root), remarkTags(options)],
    rehypePlugins: [rehypeSlug],
  });
  return async (source, file) => {
    try {
      return String(await processor.process({ value: source, path: file }));
    } catch (error) {
      throw withPlace(error, inProject(options.root, file));
    }
  };
}
