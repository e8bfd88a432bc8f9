import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ViteBuilder } from 'vite';
import { writeServiceWorker } from './offline.ts';
import { writePages } from './pages.ts';

const SERVER = 'node_modules/.cache/ssr';

async function buildApp(builder: ViteBuilder): Promise<void> {
  const { client, ssr } = builder.environments;
  if (!client || !ssr) throw new Error('the build has no client or no server environment');
  await builder.build(client);
  await builder.build(ssr);
  const { root } = builder.config;
  const site = path.join(root, 'dist');
  const manifest = JSON.parse(await readFile(path.join(site, '.vite/manifest.json'), 'utf8'));
  await rm(path.join(site, '.vite'), { recursive: true });
  const pages = await writePages(root, site, path.join(root, SERVER, 'entry-server.js'), manifest);
  const kept = await writeServiceWorker(root, site);
  builder.config.logger.info(`${pages} pages written, ${kept} files kept for offline reading`);
}

/** `vite build` makes the client's bundle, the server's bundle, one HTML file for each page, and the service worker. */
export function prerender(): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    config: () => ({
      builder: { buildApp },
      environments: {
        client: {
          // One stylesheet for the site: it is small, stands in every page's head, and no lazy chunk fetches it again.
          build: { outDir: 'dist', manifest: true, cssCodeSplit: false, rolldownOptions: { input: 'index.html' } },
        },
        ssr: {
          // Bundled whole, as some packages' modules do not load in Node as they are; jsdom is made for Node.
          resolve: { noExternal: true, external: ['jsdom'] },
          build: { outDir: SERVER, emptyOutDir: true, rolldownOptions: { input: 'src/app/entry-server.tsx' } },
        },
      },
    }),
  };
}
