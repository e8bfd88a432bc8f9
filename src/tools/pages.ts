import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Manifest } from 'vite';
import { type Locale, locales } from '#kit/text.ts';
import { preloadsFor } from './chunks.ts';
import { notFoundPage } from './notFound.ts';
import { fillIn, rootCss } from './page.ts';

/** What src/app/entry-server.tsx, built for Node, must offer. */
interface Renderer {
  readonly pages: readonly string[];
  render(address: string): Promise<string>;
  modulesOf(address: string): readonly string[];
}

const STYLESHEET = /\s*<link rel="stylesheet"[^>]*href="\.\/(assets\/[^"]+\.css)"[^>]*>/;
/** The faces that the first lines of every page are set in. */
const FIRST_FACES = /^(inter|source-serif-4)-latin-[a-z]+-normal.*\.woff2$/;
/** The face of a stressed word in an English line: in time, or the word stands in another face than its line. */
const SLANTED_FACE = /^source-serif-4-latin-[a-z]+-italic.*\.woff2$/;
const STRESSED = /<(em|var)\b/;

const localeOf = (address: string): Locale => locales.find((locale) => address.startsWith(`/${locale}/`)) ?? 'en';

/** The built index.html without its stylesheet, and that stylesheet, which goes into the pages themselves. */
async function readTemplate(site: string): Promise<{ template: string; css: string }> {
  const html = await readFile(path.join(site, 'index.html'), 'utf8');
  const file = STYLESHEET.exec(html)?.[1];
  const template = html.replace(STYLESHEET, '').replaceAll(/(href|src)="\.\//g, '$1="/');
  if (file === undefined) return { template, css: '' };
  const css = rootCss(await readFile(path.join(site, file), 'utf8'), path.posix.dirname(file));
  await rm(path.join(site, file));
  return { template, css: css.trim() };
}

function checkModules(root: string, address: string, modules: readonly string[]): readonly string[] {
  const lost = modules.find((id) => !existsSync(path.join(root, id.split('?')[0] ?? '')));
  if (lost) throw new Error(`${address} asks for ${lost} at once, and there is no such file`);
  return modules;
}

/** Writes every page the app has, and returns how many there were. */
export async function writePages(root: string, site: string, server: string, manifest: Manifest): Promise<number> {
  const { pages, render, modulesOf }: Renderer = await import(pathToFileURL(server).href);
  const { template, css } = await readTemplate(site);
  const assets = await readdir(path.join(site, 'assets'));
  for (const address of pages) {
    const markup = await render(address);
    if (address === '/404') {
      await writeFile(path.join(site, '404.html'), await notFoundPage(root, template, markup, css));
      continue;
    }
    const scripts = preloadsFor(manifest, checkModules(root, address, modulesOf(address)));
    const isSlanted = localeOf(address) === 'en' && STRESSED.test(markup);
    const fonts = assets.filter((name) => FIRST_FACES.test(name) || (isSlanted && SLANTED_FACE.test(name)));
    const links = [
      ...fonts.map((name) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/${name}">`),
      ...scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ];
    const file = path.join(site, address, 'index.html');
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, fillIn(template, { address, markup, lang: localeOf(address), css, links }));
  }
  return pages.length;
}
