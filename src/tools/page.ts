import path from 'node:path';

/** What goes into one page of the site. All addresses in it are written from the site's root: `/assets/…`, `/en/`. */
export interface Page {
  /** `/en/memory/two-dimensional-walk/` */
  readonly address: string;
  /** The markup of #root, with the elements React hoists into the head in front. */
  readonly markup: string;
  readonly lang: string;
  /** The whole stylesheet, with addresses from the root. */
  readonly css: string;
  /** Elements for the head that say what to fetch at once. */
  readonly links: readonly string[];
}

const HOISTED = /^(?:<title>[\s\S]*?<\/title>|<(?:meta|link)\b[^>]*>)/;

/** React hoists <title>, <meta> and <link> only into a <head> it renders itself; here they stand first, so they move. */
export function splitHead(markup: string): { head: readonly string[]; body: string } {
  const head: string[] = [];
  let body = markup;
  for (let found = HOISTED.exec(body); found; found = HOISTED.exec(body)) {
    head.push(found[0]);
    body = body.slice(found[0].length);
  }
  return { head, body };
}

/** From a page's folder up to the site's root: `./` for `/`, `../` for `/en/`. */
export const upFrom = (address: string): string => '../'.repeat(address.split('/').length - 2) || './';

/** Addresses from the root become addresses from the page, so that the site serves from any folder. */
const relate = (html: string, up: string): string =>
  html.replaceAll(/(\s(?:href|src|action|poster))="\/(?!\/)/g, (_, name: string) => `${name}="${up}`);

/** The stylesheet's own addresses are relative to where the build put it; in a page they begin at the root. */
export const rootCss = (css: string, folder: string): string =>
  css.replaceAll(/url\((['"]?)(?!data:|https?:|#|\/)([^'")]+)\1\)/g, (_, _quote, file: string) => {
    return `url(/${path.posix.join(folder, file)})`;
  });

const relateCss = (css: string, up: string): string => css.replaceAll('url(/', `url(${up}`);

/** The copy for reading offline is made once the page itself is there. Where it cannot be made, the page does without. */
const keepOffline = (up: string): string =>
  `<script>addEventListener('load', () => navigator.serviceWorker?.register('${up}sw.js').catch(() => {}));</script>`;

/** Fills the built index.html in for one page. */
export function fillIn(template: string, { address, markup, lang, css, links }: Page): string {
  const { head, body } = splitHead(markup);
  const up = upFrom(address);
  const title = head.find((element) => element.startsWith('<title>'));
  const rest = head.filter((element) => element !== title);
  const inHead = [...links.map((element) => relate(element, up)), `<style>${relateCss(css, up)}</style>`];
  return relate(template, up)
    .replace('<html lang="en">', `<html lang="${lang}">`)
    .replace(/<title>.*?<\/title>/, (usual) => title ?? usual)
    .replace('<!--head-->', () => [...inHead, ...rest.map((element) => relate(element, up))].join('\n    '))
    .replace('<!--page-->', () => relate(body, up))
    .replace('</body>', () => `  ${keepOffline(up)}\n  </body>`);
}
