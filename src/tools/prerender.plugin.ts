import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ViteBuilder } from 'vite';
import { writeServiceWorker } from './offline.ts';
import { writePages } from './pages.ts';

/** Where the server's bundle stands while the pages are drawn: within reach of node_modules, and of no other build. */
const SERVER = `node_modules/.cache/server-${process.pid}`;

async function buildApp(builder: ViteBuilder): Promise<void> {
  const { client, ssr } = builder.environments;
  if (!client || !ssr) throw new Error('the build has no client or no server environment');
  const { root, logger } = builder.config;
  const site = path.resolve(root, client.config.build.outDir);
  try {
    await builder.build(client);
    await builder.build(ssr);
    const manifest = JSON.parse(await readFile(path.join(site, '.vite/manifest.json'), 'utf8'));
    await rm(path.join(site, '.vite'), { recursive: true });
    const pages = await writePages(root, site, path.join(root, SERVER, 'entry-server.js'), manifest);
    const kept = await writeServiceWorker(root, site);
    logger.info(`${pages} pages written, ${kept} files kept for offline reading`);
  } finally {
    await rm(path.join(root, SERVER), { recursive: true, force: true });
  }
}

/**
 * What every page with a lab needs comes in one file, since small ones compress
 * badly; the editor and the packing of links are still fetched when they are used.
 */
const everyPage = {
  name: 'stage',
  test: (id: string) => /\/src\/(kit|stage)\/[^?]*$/.test(id) && !/SourceEditor|\/pack\.ts|\/shelf\.ts/.test(id),
};

/**
 * So does the rest of what the entry needs: it would be twenty small files. The entry itself stays apart, since it
 * waits for its first page, and that page's scripts may not wait for the entry.
 */
const everything = {
  name: 'site',
  tags: ['$initial' as const],
  test: (id: string) => !/\/src\/app\/main\.tsx|\/index\.html/.test(id),
};

/** `vite build` makes the client's bundle, the server's bundle, one HTML file for each page, and the service worker. */
export function prerender(): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    config: ({ build }) => ({
      // Lessons take their time to compile, and a note that says so at every start is of no use to a reader.
      build: { rolldownOptions: { checks: { pluginTimings: false } } },
      builder: { buildApp },
      environments: {
        client: {
          build: {
            outDir: build?.outDir ?? 'dist',
            emptyOutDir: true,
            manifest: true,
            // One stylesheet for the site: it is small, stands in every page's head, and no lazy chunk fetches it again.
            cssCodeSplit: false,
            // Every page's head names the scripts that it needs. Lists of what each script needs would grow with the course.
            modulePreload: false,
            rolldownOptions: { input: 'index.html', output: { codeSplitting: { groups: [everyPage, everything] } } },
          },
        },
        ssr: {
          // Bundled whole, as some packages' modules do not load in Node as they are; jsdom is made for Node.
          resolve: { noExternal: true, external: ['jsdom'] },
          build: { outDir: SERVER, rolldownOptions: { input: 'src/app/entry-server.tsx' } },
        },
      },
    }),
  };
}
