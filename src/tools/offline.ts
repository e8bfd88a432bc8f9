import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc } from 'vite';

/** Faces for letters our languages do not use, and the README's picture. An asset is still kept once it was fetched. */
const SELDOM = /-(cyrillic|cyrillic-ext|greek|greek-ext|vietnamese|latin-ext)-|^screenshot\.png$/;

/** The site's files by their addresses below the root: `en/`, `assets/index-1a2b.js`. */
async function filesOf(site: string): Promise<readonly { address: string; file: string }[]> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, address: path.relative(site, file).split(path.sep).join('/') }))
    .map(({ file, address }) => ({ file, address: address.replace(/(^|\/)index\.html$/, '$1') }))
    .filter(({ address }) => address !== 'sw.js' && !SELDOM.test(address))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Writes sw.js with the list of what it keeps; its version changes when any of them does. */
export async function writeServiceWorker(root: string, site: string): Promise<number> {
  const source = await readFile(path.join(root, 'src/app/worker/sw.ts'), 'utf8');
  const files = await filesOf(site);
  const hash = createHash('sha256').update(source);
  for (const { address, file } of files) hash.update(address).update(await readFile(file));
  const { code } = await transformWithOxc(source, 'sw.ts', {
    define: {
      VERSION: JSON.stringify(hash.digest('hex').slice(0, 12)),
      FILES: JSON.stringify(files.map(({ address }) => address)),
    },
  });
  await writeFile(path.join(site, 'sw.js'), code);
  return files.length;
}
