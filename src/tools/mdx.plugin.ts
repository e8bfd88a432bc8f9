import type { Plugin } from 'vite';
import { type Chapter, type Frontmatter, outlineOf } from '#lessons/frontmatter.ts';
import { checkFrontmatter } from './checkFrontmatter.ts';
import { createCompiler } from './compileMdx.ts';
import { inProject } from './content.ts';
import { type GlossaryEntry, glossaryFile, readGlossary } from './glossary.ts';

/**
 * A lesson, `*.mdx`, becomes a component; `*.mdx?frontmatter` is its checked frontmatter alone, `?outline`, `?summary`
 * and `?objectives` are the parts of it that other pages need, so that a contents page has every title and no lesson; content/glossary.yaml is the list of its entries. Whatever is wrong fails the build.
 */
export function mdx(): Plugin {
  let root = '';
  let compile: ReturnType<typeof createCompiler>;
  let glossary: readonly GlossaryEntry[] | undefined;
  const seen = new Map<string, string>();
  const frontmatterOf = (source: string, file: string) => checkFrontmatter(source, inProject(root, file), root);
  return {
    name: 'mdx',
    enforce: 'pre',
    configResolved(config) {
      root = config.root;
      const entries = () => {
        glossary ??= readGlossary(root);
        return glossary;
      };
      compile = createCompiler({ root, glossary: entries });
    },
    /** A change of words goes through Fast Refresh; only a change of frontmatter reaches the catalog, and reloads. */
    async hotUpdate({ file, modules, read }) {
      if (file.endsWith('/content/glossary.yaml')) glossary = undefined;
      if (!file.endsWith('.mdx')) return undefined;
      const source = await read();
      try {
        const same = JSON.stringify(frontmatterOf(source, file)) === seen.get(file);
        return same ? modules.filter((m) => !/\?(frontmatter|objectives|outline|summary)$/.test(m.id ?? '')) : modules;
      } catch {
        // The transform meets the same fault, and says it.
        return modules;
      }
    },
    transform: {
      filter: { id: /\.mdx(\?(frontmatter|objectives|outline|summary))?$|\/content\/glossary\.yaml$/ },
      async handler(source, id) {
        const asModule = (code: string) => ({ code, map: null, moduleType: 'js' as const });
        if (id.endsWith('.yaml')) return asModule(`export default ${JSON.stringify(readGlossary(root))}`);
        const [file = '', part] = id.split('?');
        const frontmatter = frontmatterOf(source, file);
        seen.set(file, JSON.stringify(frontmatter));
        if (part !== undefined) return asModule(`export default ${JSON.stringify(partOf(frontmatter, part))}`);
        this.addWatchFile(glossaryFile(root));
        return asModule(await compile(source, file));
      },
    },
  };
}

/** What one of the queries asks for. */
function partOf(frontmatter: Frontmatter | Chapter, part: string): unknown {
  if (!('number' in frontmatter) || part === 'frontmatter') return frontmatter;
  if (part === 'objectives') return frontmatter.objectives;
  return part === 'outline' ? outlineOf(frontmatter) : frontmatter.summary;
}
