import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { splitHead } from './page.ts';

/**
 * A host shows 404.html at any address, so the page cannot know how deep it stands: it looks upward for the site's
 * root, which has a site.webmanifest, and points its links there. Until then they lead to the root of the host.
 */
const FIND_HOME = `<script>
      (async () => {
        for (let up = './', i = 0; i < 7; up = '../'.repeat(++i)) {
          const found = await fetch(up + 'site.webmanifest').catch(() => undefined);
          if (!found?.ok) continue;
          for (const link of document.querySelectorAll('a[href^="/"]')) link.setAttribute('href', up + link.getAttribute('href').slice(1));
          return;
        }
      })();
    </script>`;

/** The page for addresses that are not there: everything it needs is in it, and it has no script of the app. */
export async function notFoundPage(root: string, template: string, markup: string, css: string): Promise<string> {
  const icon = await readFile(path.join(root, 'public/icon.svg'), 'base64');
  const { head, body } = splitHead(markup);
  const title = head.find((element) => element.startsWith('<title>'));
  const inHead = ['<meta name="robots" content="noindex">', ...head.filter((element) => element !== title)];
  // Faces are fetched from an address, and this page knows none.
  const plainCss = css.replaceAll(/@font-face\s*\{[^}]*\}/g, '');
  return template
    .replaceAll(/\s*<(script type="module"|link rel="(modulepreload|manifest)")[^>]*>(<\/script>)?/g, '')
    .replace('href="/icon.svg"', () => `href="data:image/svg+xml;base64,${icon}"`)
    .replace(/<title>.*?<\/title>/, (usual) => title ?? usual)
    .replace('<!--head-->', () => [`<style>${plainCss}</style>`, ...inHead].join('\n    '))
    .replace('<!--page-->', () => body)
    .replace('</body>', () => `${FIND_HOME}\n  </body>`);
}
